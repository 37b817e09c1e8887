"""Strategic rivalry: whether two states take each other for competitors, threats and enemies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, in_system, joined, pairs
from timbang.model import Setting
from timbang.registry import Example, Measure, data_tables
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables

KINDS = ("positional", "spatial", "ideological", "interventionary")


def compute(views: Tables, setting: Setting) -> Any:
    """One row per pair of states of the system, and year that the data cover; kinds are null without a rivalry."""
    import ibis

    first, last = data_tables()["rivalries"][1].coverage  # a rivalry without an end lasts at least until then
    every = pairs(views, setting).filter(lambda x: (x.state1 < x.state2) & x.year.between(first, last))
    years = every.select("year").distinct()
    r = views.rivalries
    lasting = r.join(years, [r.first_year <= years.year, r.last_year.isnull() | (r.last_year >= years.year)])
    kinds = {kind: lasting[kind].cast("int64").max() for kind in KINDS}
    held = lasting.group_by(PAIR).agg(rivalries=lasting.count(), **kinds)
    found = joined(every, held, PAIR, **{name: name for name in ("rivalries", *KINDS)})
    rival = found.rivalries.notnull().cast("int64")
    listed = {kind: ibis.ifelse(found.rivalries.notnull(), found[kind] > 0, None) for kind in KINDS}
    return found.select(*PAIR, **listed, value=rival)


MEASURE = Measure(
    name="rivalry",
    level="dyad-year",
    label=Text("Strategic rivalry", "Rivalitas strategis"),
    definition=Text(
        "1 if a strategic rivalry between the two lasted in the year, 0 if in a year that the data cover they list "
        "none. Of a rivalry: over positional, spatial, ideological, interventionary matters or not.",
        "1 bila rivalitas strategis antara keduanya berlangsung pada tahun itu, 0 bila pada tahun yang tercakup data "
        "tidak tercatat. Tentang suatu rivalitas: menyangkut kedudukan, wilayah, ideologi, campur tangan atau tidak.",
    ),
    family="interest",
    kind="table",
    needs=("system", "rivalries"),
    by=PAIR,
    unit=Text("1 if rivals", "1 bila bersaing"),
    range=(0, 1),
    citation="Thompson, William R., Kentaro Sakuwa, and Prashant Hosur Suhas. 2021. Analyzing Strategic Rivalries in "
    "World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation. Singapore: Springer.",
    extra=dict.fromkeys(KINDS, "bool"),
    order=56,
    compute=compute,
    example=Example(
        # IND and PAK since 1947, not ended; PAK and the USA until 2000; beyond 2020 nothing is known.
        setting=Setting(organization="TST", first_year=2020, last_year=2021),
        views={
            "system": in_system("IND", "PAK", "USA", year=2020) + in_system("IND", "PAK", "USA", year=2021),
            "rivalries": [
                {"rivalry": 1, "state1": "IND", "state2": "PAK", "first_year": 1947, "spatial": True,
                 "positional": False, "ideological": False},
                {"rivalry": 2, "state1": "PAK", "state2": "USA", "first_year": 1990, "last_year": 2000},
            ],
        },
        expect=[
            {"state1": "IND", "state2": "PAK", "year": 2020, "value": 1, "spatial": True, "positional": False,
             "interventionary": None},
            {"state1": "IND", "state2": "USA", "year": 2020, "value": 0, "spatial": None},
            {"state1": "PAK", "state2": "USA", "year": 2020, "value": 0, "spatial": None},
        ],
    ),
)  # fmt: skip
