"""Share of a state's defence agreements in force that are with each other state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import PAIR, in_system
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state with an agreement in force in the year, and every other state of the system."""
    ties = _partners.agreed(views, setting)
    totals = ties.group_by(["state1", "year"]).agg(total=ties.amount.sum(), assumed=ties.assumed.sum())
    return _partners.share(views, setting, ties, totals.mutate(agreements=totals.total), "agreements", "assumed")


MEASURE = Measure(
    name="agreement_share",
    level="dyad-year",
    directed=True,
    label=Text("Share of defence agreements that are with a state", "Porsi perjanjian pertahanan dengan suatu negara"),
    definition=Text(
        "Bilateral defence cooperation agreements signed since 1980 and in force in the year between the two, over all "
        "those of state 1 (agreements). In force from the year of entry into force to the year that DCAD estimates as "
        "its last; from signature where DCAD does not know the entry into force (more than half: assumed counts those "
        "of state 1). 0 where the two have none; missing where state 1 has none at all.",
        "Perjanjian kerja sama pertahanan bilateral sejak 1980 yang berlaku pada tahun itu antara keduanya, dibagi "
        "semua perjanjian negara 1 (agreements). Berlaku sejak tahun mulai berlakunya sampai tahun terakhir menurut "
        "perkiraan DCAD; sejak penandatanganan bila DCAD tidak mengetahui mulai berlakunya (lebih dari separuh: "
        "assumed menghitungnya untuk negara 1). 0 bila keduanya tidak punya perjanjian; tidak ada nilai bila negara 1 "
        "tidak punya satu pun.",
    ),
    family="regionalization",
    kind="table",
    needs=("system", "dcad"),
    by=PAIR,
    unit=Text("share", "porsi"),
    range=(0, 1),
    citation=_partners.KINNE,
    extra={"agreements": "int", "assumed": "int"},
    order=62,
    compute=compute,
    example=Example(
        # In 2001: KAZ and RUS one of 2000 (no entry into force known) and one that ended in 2001; KAZ and the USA one
        # of 1999 in force in 2001. One of 1998 ended in 2000, one signed in 2001 enters into force in 2003.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "system": in_system("KAZ", "RUS", "USA"),
            "dcad": [
                {"agreement": "1", "state1": "KAZ", "state2": "RUS", "signed": 2000, "ends": 2010},
                {"agreement": "2", "state1": "KAZ", "state2": "RUS", "signed": 1999, "in_force": 2000, "ends": 2001},
                {"agreement": "3", "state1": "KAZ", "state2": "USA", "signed": 1999, "in_force": 2001},
                {"agreement": "4", "state1": "RUS", "state2": "USA", "signed": 1998, "in_force": 1998, "ends": 2000},
                {"agreement": "5", "state1": "RUS", "state2": "USA", "signed": 2001, "in_force": 2003},
            ],
        },
        expect=[
            {"state1": "KAZ", "state2": "RUS", "year": 2001, "value": 2 / 3, "agreements": 3, "assumed": 1},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": 1 / 3, "agreements": 3, "assumed": 1},
            {"state1": "RUS", "state2": "KAZ", "year": 2001, "value": 1.0, "agreements": 2, "assumed": 1},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": 0.0, "agreements": 2, "assumed": 1},
            {"state1": "USA", "state2": "KAZ", "year": 2001, "value": 1.0, "agreements": 1, "assumed": 0},
            {"state1": "USA", "state2": "RUS", "year": 2001, "value": 0.0, "agreements": 1, "assumed": 0},
        ],
    ),
)
