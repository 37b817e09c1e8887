"""Threat, added up: the mean of the components."""

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
)
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of the system and year."""
    x = components(views, setting)
    total: Any = sum(x[name] for name in COMPONENTS)
    return x.select(*PAIR, *COMPONENTS, "missing", value=total / len(COMPONENTS))


MEASURE = Measure(
    name="threat_additive",
    label=Text("Threat, components averaged", "Ancaman, rerata komponen"),
    definition=Text(
        "Threat of state2 to state1 as the mean of four components with equal weights, so that a strong one makes up "
        f"for a weak one; null where one is missing (`missing` names it). {MEANT.en}",
        "Ancaman state2 terhadap state1 sebagai rerata empat komponen berbobot sama, sehingga yang kuat menutupi yang "
        f"lemah; kosong bila salah satunya tidak ada (`missing` menyebutnya). {MEANT.id}",
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
        # (.75 + .5 + .75 + .5) / 4 and (.25 + .5 + .25 + 0) / 4.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views=EXAMPLE,
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.625, **B_TO_A},
            {"state1": "BBB", "state2": "AAA", "year": 2001, "value": 0.25, **A_TO_B},
        ],
    ),
)
