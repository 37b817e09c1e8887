"""The rows of a provider's file: cells to numbers, days and codes of states, whole columns at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from timbang.errors import Problem, TimbangError
from timbang.reading.datatable import MOST, Read
from timbang.sources import _table_states as _states
from timbang.sources._table_file import LINE

if TYPE_CHECKING:
    import pyarrow as pa

MISSING = ("", "-9", "NA")  # cells that say "not known"; -9 also as -9.0
_INTEGER = r"^[+-]?\d{1,18}(\.0*)?$"
_NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"


@dataclass
class Rows:
    """Rows of a provider's file, and the problems found in them so far.

    `table` has the file's columns and `_line`. Every reader below returns an Arrow array of as many
    values as there are rows, null where the cell is one of `missing`.
    """

    table: pa.Table
    file: str
    comma: bool = False  # separated by semicolons: decimals may have a comma
    problems: list[Problem] = field(default_factory=list)  # notices too

    def text(self, column: str, missing: Collection[str] = MISSING) -> pa.Array:
        """The cells as text."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells = self.table[column].combine_chunks()
        if not pa.types.is_string(cells.type):
            cells = pc.cast(cells, pa.string())
        lost = pc.is_in(cells, pa.array([*missing, *(f"{code}.0" for code in missing if code[:1] == "-")], pa.string()))
        return pc.if_else(lost, pa.scalar(None, pa.string()), cells)

    def integers(self, column: str, missing: Collection[str] = MISSING) -> pa.Array:
        """Whole numbers; `2.0` is 2. Another cell is a problem, with its line."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells = self._fitting(column, missing, _INTEGER, "a whole number")
        return pc.cast(pc.replace_substring_regex(cells, r"^\+|\.0*$", ""), pa.int64())

    def numbers(self, column: str, missing: Collection[str] = MISSING) -> pa.Array:
        """Numbers; those of Parquet keep every digit. Another cell is a problem, with its line."""
        import pyarrow as pa
        import pyarrow.compute as pc

        typed = self.table[column].combine_chunks()
        if pa.types.is_floating(typed.type) or pa.types.is_integer(typed.type):
            codes = [float(code) for code in missing if code.lstrip("-").isdigit()]
            values = pc.cast(typed, pa.float64())
            lost = pc.or_(pc.is_in(values, pa.array(codes, pa.float64())), pc.invert(pc.is_finite(values)))
            return pc.if_else(lost, pa.scalar(None, pa.float64()), values)
        cells = self._fitting(column, missing, _NUMBER, "a number")
        return pc.cast(pc.replace_substring_regex(cells, r"^\+", ""), pa.float64())

    def flags(self, column: str, missing: Collection[str] = MISSING) -> pa.Array:
        """Yes or no: 1 or 0."""
        import pyarrow as pa
        import pyarrow.compute as pc

        return pc.cast(self.integers_within(column, 0, 1, missing), pa.bool_())

    def integers_within(self, column: str, low: int, high: int, missing: Collection[str] = MISSING) -> pa.Array:
        """Whole numbers from low to high; another is a problem, with its line."""
        import pyarrow.compute as pc

        found = self.integers(column, missing)
        outside = pc.or_(pc.less(found, low), pc.greater(found, high))
        self.tell(outside, "the value is out of range", column, expected=f"{low} to {high}")
        return pc.if_else(outside, None, found)

    def days(self, column: str, missing: Collection[str] = MISSING) -> pa.Array:
        """Days written as 1998-12-31, also with a time behind."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells = self._fitting(column, missing, r"^\d{4}-\d\d-\d\d([ T].*)?$", "a day such as 1998-12-31")
        written = pc.utf8_slice_codeunits(cells, 0, 10)
        read = pc.strptime(written, "%Y-%m-%d", "s", error_is_null=True)
        real = pc.equal(pc.strftime(read, "%Y-%m-%d"), written)  # strptime takes 30 February for 2 March
        self.tell(pc.and_(pc.is_valid(cells), pc.invert(pc.fill_null(real, False))), "there is no such day", column)
        return pc.cast(pc.if_else(real, read, None), pa.date32())

    def by_cow(self, column: str, years: pa.Array | None = None) -> pa.Array:
        """timbang's code for a COW number in a year (1 July decides between states that share one)."""
        return _states.by_number(self, "cow", column, years)

    def by_gw(self, column: str, years: pa.Array | None = None) -> pa.Array:
        """timbang's code for a Gleditsch-Ward number in a year, as in `by_cow`."""
        return _states.by_number(self, "gw", column, years)

    def by_name(
        self, column: str, years: pa.Array | None = None, *, own: Mapping[str, str] | None = None,
        nobody: Collection[str] = (), missing: Collection[str] = MISSING,
    ) -> pa.Array:  # fmt: skip
        """timbang's code for a state's name in a year: only exact names.

        `own`: the provider's names that are no usual ones -> code. `nobody`: what he writes where no state
        stands; null and a notice each. Another name is a problem, told once with its first line.
        """
        return _states.by_name(self, column, years, own or {}, nobody, missing)

    def where(self, mask: pa.Array) -> Rows:
        """The rows for which the mask is true; problems are shared."""
        return Rows(self.table.filter(mask), self.file, self.comma, self.problems)

    def tell(self, mask: pa.Array, what: str, column: str = "", **more: Any) -> None:
        """A problem (or `level="notice"`) for each row for which the mask is true, with line and cell."""
        import pyarrow.compute as pc

        found = self.table.filter(pc.fill_null(mask, False))
        for row in found.select([LINE, column] if column else [LINE]).slice(0, MOST).to_pylist():
            value = "" if not column or row[column] is None else str(row[column])
            self.problems.append(Problem(what=what, file=self.file, line=row[LINE], column=column, value=value, **more))
        if len(found) > MOST:
            rest = f"{what}: {len(found) - MOST} more rows"
            self.problems.append(Problem(what=rest, file=self.file, column=column, **more))

    def read(self, columns: Mapping[str, pa.Array]) -> Read:
        """The table of these columns; TimbangError with every problem found in the file."""
        import pyarrow as pa

        return self.as_read(pa.table(dict(columns)), self.table[LINE].combine_chunks())

    def as_read(self, table: pa.Table, lines: pa.Array | None = None) -> Read:
        """A table made of these rows, though not row for row (`lines`: where each of its rows stands, if told)."""
        if bad := [problem for problem in self.problems if problem.level == "problem"]:
            raise TimbangError(bad)
        return Read.of(table, self.problems, self.file, lines)

    def _fitting(self, column: str, missing: Collection[str], pattern: str, expected: str) -> pa.Array:
        """The cells that fit the pattern, null for missing ones; others are told and null."""
        import pyarrow as pa
        import pyarrow.compute as pc

        cells = self.text(column, missing)
        if self.comma and expected == "a number" and not pc.any(pc.match_substring(cells, ".")).as_py():
            cells = pc.replace_substring(cells, ",", ".")
        fits = pc.match_substring_regex(cells, pattern)
        self.tell(pc.invert(fits), f"this is not {expected}", column, expected=expected)
        return pc.if_else(fits, cells, pa.scalar(None, pa.string()))
