"""Herfindahl index of a group's capabilities: the sum of squared shares."""

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
    return c.select("year", "states", "missing", value=c.squares)


MEASURE = _concentration.measure(
    name="herfindahl",
    label=Text("Herfindahl index of capabilities", "Indeks Herfindahl kapabilitas"),
    formula=Text(
        "Sum of the squared shares of the CINC of the states asked for (all of the system where none are named): the "
        "probability that two units of capability drawn at random belong to one state.",
        "Jumlah kuadrat bagian negara-negara yang diminta dari CINC mereka (seluruh sistem bila tidak ada yang "
        "disebut): peluang bahwa dua satuan kapabilitas yang diambil acak dimiliki satu negara.",
    ),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation="Hirschman, Albert O. 1964. The Paternity of an Index.",
    compute=compute,
    example=Example(
        # Shares .75 and .25.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={"nmc": even(AAA=30.0, BBB=10.0), "system": in_system("AAA", "BBB")},
        expect=[{"year": 2001, "value": 0.625, "states": 2, "missing": 0}],
    ),
)
