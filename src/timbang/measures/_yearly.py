"""Yearly sums of a quantity that sources give for some exercises only, with how many they give it for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def sums(views: Views, quantity: str) -> Any:
    """One row per year: known, exercises, value, low, high, evidence (of the exercises with a figure).

    A year without exercises sums to zero, if its record is held complete; one with exercises and no
    figure is null. Bounds are those of the figures there are. An exercise counts in the first year in
    which it can have begun.
    """
    e = views.exercises
    figures = e.select("exercise", "year", figure=e[quantity], least=e[f"{quantity}_low"], most=e[f"{quantity}_high"])
    y = views.years.select("year", "complete").left_join(figures, "year")
    given = y.figure.notnull()
    counts = y.group_by("year", "complete").agg(
        known=y.figure.count(),
        exercises=y.exercise.count(),
        value=y.figure.sum(),
        low=y.least.fill_null(y.figure).sum(where=given),
        high=y.most.fill_null(y.figure).sum(where=given),
        evidence=_evidence.gathered(_evidence.exercise(y.exercise), where=given),
    )
    none = (counts.exercises == 0) & counts.complete.fill_null(True)
    ends = {name: none.ifelse(0.0, counts[name]) for name in ("value", "low", "high")}
    return counts.select("year", "known", "exercises", "evidence", **ends)


def measure(
    *,
    name: str,
    label: Text,
    definition: Text,
    unit: Text,
    citation: str,
    statement: Text,
    unknown: Text,
    order: int,
    compute: Callable[[Views, Setting], Any],
    example: Example,
) -> Measure:
    """A sum by year, from `sums`."""
    return Measure(
        name=name,
        label=label,
        definition=definition,
        family="regionalization",
        kind="table",
        needs=("exercises", "years"),
        by=("year",),
        unit=unit,
        range=(0, None),
        citation=citation,
        statement=statement,
        unknown=unknown,
        extra={"known": "int", "exercises": "int"},
        chart="bars",
        draw={"x": "year"},
        order=order,
        record="complete",
        compute=compute,
        example=example,
    )
