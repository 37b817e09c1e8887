"""What readers of data by states' numbers share: other versions, states out of the system, days, spans of states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from timbang.errors import Problem
from timbang.sources._table import LINE, Rows
from timbang.state_years import FIRST, LAST, Span, state_years

if TYPE_CHECKING:
    import pyarrow as pa

# Licence of data whose provider's page was not opened.
TERMS = "Its authors' terms: cite them; timbang does not ship it."


def tell_version(rows: Rows, expected: str, column: str = "version") -> None:
    """A notice if the file's own column says that it is another version; a file without the column says nothing."""
    import pyarrow.compute as pc

    if column in rows.table.column_names:
        cells = pc.replace_substring_regex(rows.text(column), r"\.0+$", "")
        for other in pc.unique(cells.filter(pc.not_equal(cells, expected))).to_pylist():
            what = "the file says that it is another version: its figures may differ, and so may what measures give"
            rows.problems.append(Problem(what=what, file=rows.file, column=column, value=other, expected=expected,
                                         level="notice"))  # fmt: skip


def tell_outside(
    rows: Rows, column: str, states: pa.Array, years: pa.Array, level: Literal["problem", "notice"] = "notice"
) -> None:
    """Rows on states that COW's system of that year (1816 on) does not have: one notice or problem, counted."""
    import pyarrow as pa

    table = pa.table({"state": states, "year": years, "line": rows.table[LINE].combine_chunks()}).drop_null()
    pairs = table.group_by(["state", "year"], use_threads=False).aggregate([("line", "min"), ("line", "count")])
    outside = [
        (line, state, year, count) for state, year, line, count in zip(*pairs.to_pydict().values(), strict=True)
        if FIRST <= year <= LAST and (state, year) not in _system()
    ]  # fmt: skip
    if outside:
        line, state, year, _ = min(outside)
        number = sum(count for *_, count in outside)
        what = f"the state was not in COW's system that year ({number} row{'s' * (number > 1)})"
        rows.problems.append(Problem(what=what, file=rows.file, line=line, column=column, value=f"{state} {year}",
                                     expected="a state-year of the table of states", level=level))  # fmt: skip


@cache
def _system() -> frozenset[tuple[str, int]]:
    return frozenset((row.state, row.year) for row in state_years())


def days(rows: Rows, year: str, month: str, day: str) -> pa.Array:
    """Dates from three columns; null where one of them is missing, -9 or 0. A day that never was is a problem."""
    import pyarrow as pa
    import pyarrow.compute as pc

    parts = [rows.integers(column, ("", "-9", "0", "0.0", "NA")) for column in (year, month, day)]
    found = [_day(*part) for part in zip(*(column.to_pylist() for column in parts), strict=True)]
    never = pa.array([value == "never" for value in found])
    rows.tell(never, "there is no such day", day, expected="a day of that month")
    return pc.if_else(never, None, pa.array([None if value == "never" else value for value in found], pa.date32()))


def _day(year: int | None, month: int | None, day: int | None) -> date | Literal["never"] | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return "never"


def tell_missing(rows: Rows, what: str, *columns: str) -> None:
    """A problem for each cell of the columns that is missing, -9 or NA."""
    for column in columns:
        rows.tell(rows.text(column).is_null(), what, column, expected="a value in each row")


def open_end(ends: pa.Array, edition: date) -> pa.Array:
    """Ends, null where they are the last day that the edition covers: then the spell still lasts."""
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(pc.equal(ends, pa.scalar(edition, pa.date32())), pa.scalar(None, pa.date32()), ends)


@dataclass(slots=True)
class Cut:
    """Spells of numbers, cut into spells of states: the states, their times, and which row each comes from."""

    rows: list[int] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    first: list[Any] = field(default_factory=list)
    last: list[Any] = field(default_factory=list)

    def add(self, row: int, span: Span[Any]) -> None:
        """One more spell, of the row."""
        self.rows.append(row)
        self.states.append(span.state)
        self.first.append(span.first)
        self.last.append(span.last)

    def times(self, kind: pa.DataType) -> tuple[pa.Array, pa.Array]:
        """First and last, as Arrow arrays of that type."""
        import pyarrow as pa

        return pa.array(self.first, kind), pa.array(self.last, kind)


def cut(numbers: pa.Array, first: pa.Array, last: pa.Array, spans: Callable[..., Sequence[Span[Any]]]) -> Cut:
    """Cut each row's time by `spans(number, first, last)`; a row without a number or a beginning is left out."""
    found = Cut()
    for row, told in enumerate(zip(numbers.to_pylist(), first.to_pylist(), last.to_pylist(), strict=True)):
        if told[0] is not None and told[1] is not None:
            for span in spans(*told):
                found.add(row, span)
    return found
