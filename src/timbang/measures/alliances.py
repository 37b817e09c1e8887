"""Alliances in force: of how many a state is a member."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import STATE, in_system, span, zeros
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state of the system and year."""
    a = views.atop_state_years
    return zeros(views, setting, a.select(*STATE, value=a.alliances), span(a))


MEASURE = Measure(
    name="alliances",
    label=Text("Alliances in force", "Aliansi yang berlaku"),
    definition=Text(
        "Number of alliances in force of which the state is a member in the year, by ATOP, of whatever obligation "
        "(defence, offence, neutrality, nonaggression, consultation). Zero for a state of the system of which ATOP "
        "lists none in a year that it covers; null in other years.",
        "Banyaknya aliansi yang berlaku yang beranggotakan negara itu pada tahun itu menurut ATOP, apa pun "
        "kewajibannya (pertahanan, ofensif, netralitas, nonagresi, konsultasi). Nol bagi negara dalam sistem yang "
        "tidak tercatat punya aliansi pada tahun yang diliput ATOP; kosong pada tahun lain.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("atop_state_years", "system"),
    by=STATE,
    unit=Text("alliances", "aliansi"),
    range=(0, None),
    citation=_partners.LEEDS,
    compute=compute,
    example=Example(
        # The file's years here are 2001 and 2002.
        views={
            "atop_state_years": [
                {"state": "AAA", "year": 2001, "allied": 1, "defense": 1, "alliances": 3},
                {"state": "BBB", "year": 2002, "allied": 1, "nonagg": 1, "alliances": 1},
            ],
            "system": in_system("AAA", "BBB") + in_system("BBB", year=2002) + in_system("AAA", year=2003),
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 3},
            {"state": "BBB", "year": 2001, "value": 0},
            {"state": "BBB", "year": 2002, "value": 1},
            {"state": "AAA", "year": 2003, "value": None},
        ],
    ),
)
