"""Threat, multiplied: the product of the components, each of which is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.measures._threat import COMPONENTS, components, multiplied
from timbang.measures._threat_indices import of_pairs
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of the system and year."""
    x = components(views, setting)
    return x.select(*PAIR, *COMPONENTS, "missing", value=multiplied(x))


MEASURE = of_pairs(
    name="threat_multiplied",
    label=Text("Threat, components multiplied", "Ancaman, hasil kali komponen"),
    rule=Text(
        "Threat of state2 to state1 as the product of four components, so that none can make up for another: zero "
        "where one is zero, whatever the others; else null where one is missing (`missing` names it).",
        "Ancaman state2 terhadap state1 sebagai hasil kali empat komponen, sehingga tidak ada yang menutupi yang "
        "lain: nol bila salah satunya nol, apa pun yang lain; selain itu kosong bila ada yang hilang (`missing` "
        "menyebutnya).",
    ),
    compute=compute,
    # Of B to A power .75, proximity .5, offensive .75, intentions .5; of A to B .25, .5, .25, 0.
    # .75 * .5 * .75 * .5; A had no revisionist dispute with B and is no rival.
    expect=(0.140625, 0.0),
)
