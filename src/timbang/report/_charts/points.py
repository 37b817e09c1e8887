"""A measure's table as points to draw: each row's place, size, colour and label by the roles it declares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts.canvas import PAPER
from timbang.report._reader import Reader, is_year

# Okabe & Ito's colours, which the colour-blind can tell apart, each with a hatch and a marker of its
# own, so that nothing rests on colour alone. Yellow comes last: it is faint on paper.
STYLES = (
    ("#0072b2", "", "circle"), ("#e69f00", "////", "square"), ("#009e73", "....", "triangle"),
    ("#cc79a7", "\\\\\\\\", "diamond"), ("#56b4e9", "----", "down"), ("#d55e00", "xxxx", "cross"),
    ("#f0e442", "||||", "star"),
)  # fmt: skip
OTHER = ("#9a9a9a", "", "circle")


@dataclass(frozen=True, slots=True)
class Point:
    """One row: its roles' values, raw; value, low and high may be unknown (None)."""

    x: Any
    y: Any
    colour: Any
    label: str
    value: float | None
    low: float | None
    high: float | None
    row: dict[str, Any]


def role(measure: Measure, name: str, otherwise: str = "") -> str:
    """The column that plays a role; else the one named, if the measure has it; else none."""
    columns = (*measure.by, *measure.extra, "value")
    return measure.draw.get(name) or (otherwise if otherwise in columns else "")


def points(measure: Measure, table: Table, reader: Reader) -> list[Point]:
    """Every row as a point, in the table's order."""
    x, y, colour = role(measure, "x", measure.by[0]), role(measure, "y"), role(measure, "colour")
    said = [column for column in measure.by if column != colour] or list(measure.by)
    found = []
    for cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        label = " · ".join(reader.cell(c, row[c], measure.words) for c in said if row[c] is not None)
        value, low, high = (_number(row.get(n)) for n in ("value", "low", "high"))
        found.append(Point(row.get(x), row.get(y), row.get(colour), label, value, low, high, row))
    if measure.by == ("exercise",):
        found.sort(key=lambda p: (reader.began.get(str(p.row["exercise"]), "9999"), p.label))
    return found


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, (int, float)) else None


def by_year(measure: Measure, shown: Sequence[Point]) -> bool:
    """Whether the horizontal axis runs over years."""
    return bool(shown) and all(is_year(role(measure, "x", measure.by[0]), p.x) for p in shown)


def ranked(measure: Measure, shown: list[Point]) -> list[Point]:
    """Categories without an order of their own: the largest first, the unknown last."""
    if set(measure.by) & {"exercise", "year"}:
        return shown
    return sorted(shown, key=lambda p: (p.value is None, -(p.value or 0), p.label))


def largest(shown: list[Point], most: int) -> tuple[list[Point], int]:
    """The points with the largest values, in their own order, and how many were left out."""
    if len(shown) <= most:
        return shown, 0
    size = [-1.0 if point.value is None else point.value for point in shown]
    ranked = sorted(range(len(shown)), key=lambda i: (-size[i], i))
    return [shown[i] for i in sorted(ranked[:most])], len(shown) - most


@dataclass(frozen=True, slots=True)
class Key:
    """How one category is drawn, and what it is called."""

    label: str
    fill: str
    hatch: str
    marker: str

    @property
    def style(self) -> dict[str, Any]:
        """Arguments for a filled shape."""
        return {"fill": self.fill, "hatch": self.hatch or None}


def keys(values: Sequence[Any], measure: Measure, reader: Reader, faint: Sequence[str] = ("none",)) -> dict[Any, Key]:
    """A style per category, the most frequent first; those past the palette share one, called other."""
    column = role(measure, "colour")
    counted = sorted(Counter(values).items(), key=lambda item: (-item[1], str(item[0])))
    found: dict[Any, Key] = {}
    free = iter(STYLES)
    for value, _ in counted:
        faded = value is None or value in faint
        style = (PAPER, "", "circle") if faded else next(free, OTHER)
        label = reader.cell(column, value, measure.words)
        found[value] = Key(reader.word("chart_other") if style is OTHER else label, *style)
    return found
