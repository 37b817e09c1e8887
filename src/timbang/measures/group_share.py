"""Share of a group's capabilities: each state's part of the CINC of the states asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import SINGER, even, of_group
from timbang.measures._panel import STATE, in_system
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state of the group and year."""
    c = of_group(views, setting)
    return c.select(
        *STATE,
        value=c.cinc / c.cinc.sum().over(group_by="year").nullif(0),
        states=c.cinc.count().over(group_by="year"),
        missing=c.cinc.isnull().sum().over(group_by="year"),
    )


MEASURE = Measure(
    name="group_share",
    label=Text("Share of the group's capabilities", "Bagian dari kapabilitas kelompok"),
    definition=Text(
        "CINC of the state divided by the sum of CINC of the states asked for that were in the state system that year "
        "(all states of the system where none are named). `states` says over how many the sum runs, `missing` how many "
        "of the group have no CINC and are left out of it.",
        "CINC negara dibagi jumlah CINC negara-negara yang diminta yang ada dalam sistem negara pada tahun itu (semua "
        "negara bila tidak ada yang disebut). `states` menyebut atas berapa negara jumlah itu, `missing` berapa negara "
        "kelompok yang CINC-nya tidak ada dan tidak ikut dijumlahkan.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("nmc", "system"),
    by=STATE,
    unit=Text("share of the group", "bagian dari kelompok"),
    range=(0, 1),
    citation=SINGER,
    extra={"states": "int", "missing": "int"},
    compute=compute,
    example=Example(
        # CINC .3, .1 and, outside the group, .6; D has none: A .3 / .4, B .1 / .4.
        setting=Setting(organization="TST", first_year=2001, last_year=2001, members=("AAA", "BBB", "DDD")),
        views={
            "nmc": even(AAA=30.0, BBB=10.0, CCC=60.0),
            "system": in_system("AAA", "BBB", "CCC", "DDD"),
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.75, "states": 2, "missing": 1},
            {"state": "BBB", "year": 2001, "value": 0.25, "states": 2, "missing": 1},
            {"state": "DDD", "year": 2001, "value": None, "states": 2, "missing": 1},
        ],
    ),
)
