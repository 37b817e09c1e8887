"""A measure's table as a page shows it: headings and cells in words, cut to a readable length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._reader import Reader

MOST = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """Headings, rows of words, which columns hold numbers, and how many rows are left out."""

    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int
    latest: bool = False  # are the rows only the last known of each unit?


def shown(measure: Measure, table: Table, reader: Reader, most: int = MOST) -> Shown:
    """The table without its evidence; bounds only where some row has two."""
    columns = [c for c in table.columns if c != "evidence"]
    at = {c: table.columns.index(c) for c in columns}
    if all(row[at["value"]] == row[at[end]] for row in table.rows for end in ("low", "high") if end in at):
        columns = [c for c in columns if c not in ("low", "high")]
    unit = reader.say(measure.unit)
    headings = tuple(unit if c == "value" else reader.column(c, measure.words) for c in columns)
    latest = by_unit_and_year(measure) and len(table.rows) > most
    chosen = ((latest and _latest(table, measure)) or _ordered(table, measure, reader))[:most]
    rows = tuple(tuple(_cell(c, row[at[c]], measure, reader) for c in columns) for row in chosen)
    numeric = tuple(_numeric(table, at[c]) for c in columns)
    return Shown(headings, numeric, rows, len(table.rows) - len(rows), latest)


def by_unit_and_year(measure: Measure) -> bool:
    """Whether each of several units has a value a year, of which the last says most."""
    return "year" in measure.by and len(measure.by) > 1


def _cell(column: str, value: Any, measure: Measure, reader: Reader) -> str:
    if column in ("value", "low", "high") and value is not None:
        return reader.amount(value, measure)
    return reader.cell(column, value, measure.words)


def _ordered(table: Table, measure: Measure, reader: Reader) -> Sequence[tuple[Any, ...]]:
    """The table's own order; exercises in time."""
    if measure.by != ("exercise",):
        return table.rows
    at = table.columns.index("exercise")
    return sorted(table.rows, key=lambda row: (reader.began.get(str(row[at]), "9999"), str(row[at])))


def _latest(table: Table, measure: Measure) -> Sequence[tuple[Any, ...]]:
    """Of each unit the row of the last year whose value is known; tables are in the order of their keys."""
    value, year = table.columns.index("value"), table.columns.index("year")
    unit = [table.columns.index(key) for key in measure.by if key != "year"]
    known = [row for row in table.rows if row[value] is not None and row[year] is not None]
    last = {tuple(row[at] for at in unit): row for row in sorted(known, key=lambda row: int(row[year]))}
    return [last[key] for key in sorted(last, key=str)]


def _numeric(table: Table, at: int) -> bool:
    values: Sequence[object] = [row[at] for row in table.rows if row[at] is not None]
    return bool(values) and all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in values)
