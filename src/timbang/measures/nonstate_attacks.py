"""Attacks by non-state actors on a state's territory, as the Global Terrorism Database counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import STATE, asked
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year of the table."""
    x = asked(views.gtd_attacks, setting)
    return x.select(*STATE, value=x.attacks)


MEASURE = Measure(
    name="nonstate_attacks",
    label=Text("Attacks by non-state actors", "Serangan aktor nonnegara"),
    definition=Text(
        "Number of attacks by non-state actors in the state in the year, by the criteria of the Global Terrorism "
        "Database, which calls them terrorist. 1993 is missing from that database and is null, never zero, as is every "
        "state and year that the table does not list.",
        "Banyaknya serangan aktor nonnegara di negara itu pada tahun itu menurut kriteria Global Terrorism Database, "
        "yang menyebutnya serangan teroris. Tahun 1993 hilang dari pangkalan data itu dan kosong, bukan nol; demikian "
        "pula setiap negara dan tahun yang tidak tercantum dalam tabelnya.",
    ),
    family="threat",
    kind="table",
    level="state-year",
    needs=("gtd_attacks",),
    by=STATE,
    unit=Text("attacks", "serangan"),
    range=(0, None),
    citation="LaFree, Gary & Laura Dugan. 2007. Introducing the Global Terrorism Database.",
    compute=compute,
    example=Example(
        setting=Setting(organization="TST", first_year=1992, last_year=1994),
        views={
            "gtd_attacks": [
                {"state": "AAA", "year": 1992, "attacks": 5},
                {"state": "AAA", "year": 1994, "attacks": 0},
                {"state": "AAA", "year": 1995, "attacks": 2},
            ],
        },
        expect=[
            {"state": "AAA", "year": 1992, "value": 5},
            {"state": "AAA", "year": 1994, "value": 0},
        ],
    ),
)
