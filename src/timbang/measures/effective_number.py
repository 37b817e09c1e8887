"""Effective number of states in a group, by their capabilities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _concentration
from timbang.measures._cinc import even
from timbang.measures._panel import in_system
from timbang.model import Setting
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per year."""
    c = _concentration.concentrated(views, setting)
    return c.select("year", "states", "missing", value=1 / c.squares.nullif(0))


MEASURE = _concentration.measure(
    name="effective_number",
    label=Text("Effective number of states", "Banyaknya negara secara efektif"),
    formula=Text(
        "1 divided by the sum of squared shares of the CINC of the states asked for (all of the system where none are "
        "named): so many states of equal capability would have the same concentration.",
        "1 dibagi jumlah kuadrat bagian negara-negara yang diminta dari CINC mereka (seluruh sistem bila tidak ada "
        "yang disebut): sebanyak itulah negara berkapabilitas sama yang akan menghasilkan konsentrasi yang sama.",
    ),
    unit=Text("states", "negara"),
    range=(1, None),
    citation='Laakso, Markku & Rein Taagepera. 1979. "Effective" Number of Parties: A Measure with Application to West '
    "Europe.",
    compute=compute,
    example=Example(
        # Shares .75 and .25: squares 10 / 16.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={"nmc": even(AAA=30.0, BBB=10.0), "system": in_system("AAA", "BBB")},
        expect=[{"year": 2001, "value": 1.6, "states": 2, "missing": 0}],
    ),
)
