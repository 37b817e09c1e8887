"""Threat from at least one source: one less the product of what each component leaves."""

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
    import ibis

    x = components(views, setting)
    left: Any = 1.0
    for name in COMPONENTS:
        left = left * (1 - x[name])
    full = ibis.or_(*(x[name].fill_null(0.0) == 1 for name in COMPONENTS))
    return x.select(*PAIR, *COMPONENTS, "missing", value=ibis.ifelse(full, 1.0, 1 - left))


MEASURE = of_pairs(
    name="threat_at_least_one",
    label=Text("Threat, at least one component", "Ancaman, sekurang-kurangnya satu komponen"),
    rule=Text(
        "Threat of state2 to state1 as 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), so that one strong component is enough: "
        "1 where one is 1, whatever the others; else null where one is missing (`missing` names it). Neighbours by "
        "land always have 1, since their proximity is 1.",
        "Ancaman state2 terhadap state1 sebagai 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), sehingga satu komponen kuat "
        "sudah cukup: 1 bila salah satunya 1, apa pun yang lain; selain itu kosong bila ada yang hilang (`missing` "
        "menyebutnya). Tetangga darat selalu bernilai 1 karena kedekatannya 1.",
    ),
    compute=compute,
    # Of B to A power .75, proximity .5, offensive .75, intentions .5; of A to B .25, .5, .25, 0.
    # What is left: .25 * .5 * .25 * .5 and .75 * .5 * .75 * 1.
    expect=(1 - 0.25 * 0.5 * 0.25 * 0.5, 1 - 0.75 * 0.5 * 0.75),
)
