"""Trade of every state with each partner, in Ibis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, asked, both_ways

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

BARBIERI = (
    "Barbieri, Katherine, Omar M. G. Keshk, and Brian M. Pollins. 2009. “Trading Data: Evaluating Our Assumptions and "
    "Coding Rules.” Conflict Management and Peace Science 26 (5)."
)


def traded(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, amount: what they imported from each other, US$ m; null if either flow is. Both orders."""
    t = asked(views.trade, setting)
    return both_ways(t.select(*PAIR, amount=t.imports1 + t.imports2))
