"""Threat, multiplied: the product of the components, each of which is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.measures._threat import (
    A_TO_B,
    B_TO_A,
    COMPONENTS,
    EXAMPLE,
    MEANT,
    NEEDS,
    WALT,
    components,
    multiplied,
)
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of the system and year."""
    x = components(views, setting)
    return x.select(*PAIR, *COMPONENTS, "missing", value=multiplied(x))


MEASURE = Measure(
    name="threat_multiplied",
    label=Text("Threat, components multiplied", "Ancaman, hasil kali komponen"),
    definition=Text(
        "Threat of state2 to state1 as the product of four components, so that none can make up for another: zero "
        f"where one is zero, whatever the others; else null where one is missing (`missing` names it). {MEANT.en}",
        "Ancaman state2 terhadap state1 sebagai hasil kali empat komponen, sehingga tidak ada yang menutupi yang "
        "lain: nol bila salah satunya nol, apa pun yang lain; selain itu kosong bila ada yang hilang (`missing` "
        f"menyebutnya). {MEANT.id}",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=NEEDS,
    by=PAIR,
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation=f"{WALT} The adding up is timbang's choice.",
    extra=dict.fromkeys(COMPONENTS, "float") | {"missing": "string"},
    compute=compute,
    example=Example(
        # .75 * .5 * .75 * .5; A had no revisionist dispute with B and is no rival.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views=EXAMPLE,
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.140625, **B_TO_A},
            {"state1": "BBB", "state2": "AAA", "year": 2001, "value": 0.0, **A_TO_B},
        ],
    ),
)
