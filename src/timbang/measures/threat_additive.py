"""Threat, added up: the mean of the components."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.measures._threat import COMPONENTS, components
from timbang.measures._threat_indices import of_pairs
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of the system and year."""
    x = components(views, setting)
    total: Any = sum(x[name] for name in COMPONENTS)
    return x.select(*PAIR, *COMPONENTS, "missing", value=total / len(COMPONENTS))


MEASURE = of_pairs(
    name="threat_additive",
    label=Text("Threat, components averaged", "Ancaman, rerata komponen"),
    rule=Text(
        "Threat of state2 to state1 as the mean of four components with equal weights, so that a strong one makes up "
        "for a weak one; null where one is missing (`missing` names it).",
        "Ancaman state2 terhadap state1 sebagai rerata empat komponen berbobot sama, sehingga yang kuat menutupi yang "
        "lemah; kosong bila salah satunya tidak ada (`missing` menyebutnya).",
    ),
    compute=compute,
    # Of B to A power .75, proximity .5, offensive .75, intentions .5; of A to B .25, .5, .25, 0.
    # (.75 + .5 + .75 + .5) / 4 and (.25 + .5 + .25 + 0) / 4.
    expect=(0.625, 0.25),
)
