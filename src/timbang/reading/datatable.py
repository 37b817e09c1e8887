"""What the reader of a provider's table gives, and the checks it passes: keys, ranges, years, number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timbang.errors import Problem, TimbangError, stop
from timbang.tables import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.declared import DataTable

MOST = 20  # problems of one kind that are shown one by one


@dataclass(frozen=True, slots=True)
class Read:
    """A table read: its rows, cells missing by column, notices, and the file's line of each row (None: not told)."""

    table: pa.Table
    missing: Mapping[str, int]
    notices: tuple[Problem, ...] = ()
    file: str = ""
    lines: pa.Array | None = None

    @classmethod
    def of(cls, table: pa.Table, notices: Iterable[Problem], file: str = "", lines: pa.Array | None = None) -> Read:
        """The table with its missing cells counted."""
        missing = {name: table[name].null_count for name in table.column_names}
        return cls(table, missing, tuple(notices), file, lines)


def checked(declared: DataTable, read: Read) -> Read:
    """The table in the declared columns and types, its checks passed, with a notice if it is another version's.

    TimbangError names rows of the same key (both lines), values out of range and years out of coverage.
    """
    import pyarrow as pa

    if strange := set(declared.columns) ^ set(read.table.column_names):
        raise stop(
            f"the reader of {declared.name} does not give the columns declared", value=", ".join(sorted(strange))
        )
    if not len(read.table):
        raise stop("the file holds no rows of this table", file=read.file, todo="Fetch it again: it may be cut short")
    table = read.table.select([*declared.columns]).cast(arrow_schema(declared.columns)).combine_chunks()
    lines = pa.array([0] * len(table), pa.int64()) if read.lines is None else read.lines
    problems = [*_twice(declared, table, lines, read.file), *_outside(declared, table, lines, read.file)]
    if problems:
        raise TimbangError(problems)
    notices = [*read.notices, *_another(declared, len(table), read.file)]
    return Read.of(table, notices, read.file, read.lines)


def _twice(declared: DataTable, table: pa.Table, lines: pa.Array, file: str) -> list[Problem]:
    """Rows of the same key, each pair with both lines; a key that is not known is a problem too."""
    import pyarrow.compute as pc

    keys = table.select(declared.key).append_column("_line", lines)
    problems: list[Problem] = []
    for name in declared.key:
        empty = keys.filter(pc.is_null(keys[name])).slice(0, MOST).to_pylist()
        problems += [_problem("a value of the key is missing", file, row["_line"], name) for row in empty]
    counts = keys.group_by([*declared.key], use_threads=False).aggregate(
        [("_line", "count"), ("_line", "min"), ("_line", "max")]
    )
    for row in counts.filter(pc.greater(counts["_line_count"], 1)).slice(0, MOST).to_pylist():
        key = ", ".join(f"{name} {row[name]}" for name in declared.key)
        first, last = row["_line_min"], row["_line_max"]
        where = f"Lines {first} and {last} are the same row: compare them and remove one" if first != last else ""
        problems.append(_problem("rows have the same key", file, last, "", key, "one row for each", where))
    return problems


def _outside(declared: DataTable, table: pa.Table, lines: pa.Array, file: str) -> list[Problem]:
    """Values out of the declared ranges, and years out of coverage."""
    import pyarrow.compute as pc

    limits = [("year", declared.coverage)] if "year" in declared.columns else []
    problems: list[Problem] = []
    for name, (low, high) in [*limits, *declared.ranges.items()]:
        below = pc.less(table[name], low) if low is not None else pc.equal(0, 1)
        above = pc.greater(table[name], high) if high is not None else pc.equal(0, 1)
        out = table.select([name]).append_column("_line", lines).filter(pc.fill_null(pc.or_(below, above), False))
        what = (
            "the year is outside the data set's coverage"
            if (name, (low, high)) in limits
            else "the value is out of range"
        )
        expected = " and ".join([f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None))
        problems += [_problem(what, file, row["_line"], name, str(row[name]), expected,
                              "Is this another version of the data set?" if name == "year" else "")
                     for row in out.slice(0, MOST).to_pylist()]  # fmt: skip
    return problems


def _another(declared: DataTable, rows: int, file: str) -> list[Problem]:
    if declared.rows in (None, rows):
        return []
    what = f"{declared.version} has another number of rows: is this another version, or cut short?"
    return [Problem(what=what, file=file, value=str(rows), expected=str(declared.rows), level="notice")]


def _problem(
    what: str, file: str, line: int, column: str, value: str = "", expected: str = "", todo: str = ""
) -> Problem:
    return Problem(what=what, file=file, line=line, column=column, value=value, expected=expected, todo=todo)
