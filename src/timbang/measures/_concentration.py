"""How a group's capabilities are spread over its states: squared shares, and what is declared of what rests on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import of_group
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

MISSING = Text(
    "`missing`: states of the group in the system that year without CINC.",
    "`missing`: negara kelompok yang ada dalam sistem pada tahun itu tetapi CINC-nya tidak ada.",
)


def concentrated(views: Tables, setting: Setting) -> Any:
    """year, squares (sum of squared shares within the group), states (with a value), missing (without)."""
    c = of_group(views, setting)
    summed = c.group_by("year").agg(
        total=c.cinc.sum(), squared=(c.cinc * c.cinc).sum(), states=c.cinc.count(), missing=c.cinc.isnull().sum()
    )
    return summed.select("year", "states", "missing", squares=summed.squared / (summed.total * summed.total).nullif(0))


def measure(
    *,
    name: str,
    label: Text,
    formula: Text,
    unit: Text,
    range: tuple[float, float | None],
    citation: str,
    compute: Callable[[Tables, Setting], Any],
    example: Example,
) -> Measure:
    """A measure of the states asked for, from the columns of `concentrated`."""
    return Measure(
        name=name,
        label=label,
        definition=Text(f"{formula.en} {MISSING.en}", f"{formula.id} {MISSING.id}"),
        family="power",
        kind="table",
        level="year",
        needs=("nmc", "system"),
        by=("year",),
        unit=unit,
        range=range,
        citation=citation,
        extra={"states": "int", "missing": "int"},
        compute=compute,
        example=example,
    )
