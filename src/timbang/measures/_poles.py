"""The rule by which a state counts as a pole, and each state's capability relative to the strongest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import scores
from timbang.measures._panel import STATE, joined, states
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

HALF = 0.5
RULE = Text(
    "A pole has more than half of the capability (here CINC) of the strongest state of the whole system that year, "
    "whatever states are asked for.",
    "Kutub memiliki lebih dari separuh kapabilitas (di sini CINC) negara terkuat dalam seluruh sistem pada tahun itu, "
    "negara mana pun yang diminta.",
)
SCHWELLER = (
    "Schweller, Randall L. 1993. Tripolarity and the Second World War; 1998. Deadly Imbalances: Tripolarity and "
    "Hitler's Strategy of World Conquest."
)


def towards_strongest(views: Tables, setting: Setting) -> Any:
    """state, year, ratio of its CINC to the largest of the year; null where NMC gives none."""
    c = joined(states(views, setting), scores(views, setting), STATE, cinc="cinc")
    # a share of two shares: rounded, so that exactly half does not become more than half
    ratio = (c.cinc / c.cinc.max().over(group_by="year").nullif(0)).round(12)
    return c.select(*STATE, ratio=ratio)
