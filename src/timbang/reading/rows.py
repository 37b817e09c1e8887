"""Reads one CSV file of a case into records: every row is either read or reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timbang.errors import Problem
from timbang.reading.cells import cell_reader
from timbang.reading.csvfile import SEPARATORS, Line, Sheet, split
from timbang.reading.flaws import Flaw
from timbang.reading.header import Header, read_header
from timbang.tables import Contract

Key = tuple[str, ...]
MOST_PROBLEMS = 2_000  # listed of one file: a file of something else would have millions


@dataclass(slots=True)
class Reading:
    """What one file holds. `seen` rows are in the file: those in `rows` plus those `reported`.

    `keys` has the raw key cells of every row, read or not, with its line: a row that could not be
    read still exists, so rows that refer to it are not wrong. `partly` has the sound cells of such
    rows, by field: what they cite is checked with the rest, so that one listing has every problem.
    """

    file: str
    rows: list[Any] = field(default_factory=list)
    reported: int = 0
    problems: list[Problem] = field(default_factory=list)
    partly: list[tuple[int, dict[str, Any]]] = field(default_factory=list)  # line, cells
    keys: dict[Key, int] = field(default_factory=dict)
    keyed: bool = False  # whether `keys` can be relied on: the file was read and has its key columns

    @property
    def seen(self) -> int:
        """Rows in the file."""
        return len(self.rows) + self.reported

    def firsts(self) -> set[str]:
        """The first key cell (the id) of every row, read or not."""
        return {key[0] for key in self.keys}


def read_rows(contract: Contract, text: str) -> Reading:
    """Read the text of one file by its contract."""
    reading = Reading(contract.file)
    sheet = split(text, contract.headers)
    if sheet.header is None:
        reading.problems.append(_empty(contract))
        return reading
    header = read_header(contract, sheet.header)
    reading.problems += header.problems
    if header.usable:
        _read_all(contract, header, sheet, reading)
    else:
        # Which cell is which cannot be told: all rows are reported under the header.
        reading.reported = sum(1 for _ in sheet.rows)
    return reading


def _empty(contract: Contract) -> Problem:
    return Problem(
        what="the file is empty",
        file=contract.file,
        expected=f"a header row: {','.join(contract.headers)}",
        todo="Write the header row, or delete the file",
    )


def _read_all(contract: Contract, header: Header, sheet: Sheet, reading: Reading) -> None:
    comma = sheet.separator != ","  # as Excel writes where the comma marks decimals
    readers = [cell_reader(column, comma) if column else _ignore for column in header.columns]
    names = [column.field if column else "" for column in header.columns]
    at = header.places(contract.key)
    reading.keyed = bool(at)
    unchecked = 0
    for line in sheet.rows:
        again = _note_key(reading, line, at)
        if len(reading.problems) >= MOST_PROBLEMS:
            unchecked += 1
            continue
        if line.broken or len(line.cells) != len(names):
            _report(reading, [_unsplit(contract.file, line, len(names), sheet.separator)])
            continue
        values = [read(cell) for read, cell in zip(readers, line.cells, strict=True)]
        flaws = list(_flaws(contract, header, line, values)) if Flaw in map(type, values) else []
        if again:
            flaws.append(_again(contract, line, at, again))
        if flaws or header.problems:
            _report(reading, flaws)
            sound = {name: value for name, value in zip(names, values, strict=True) if not isinstance(value, Flaw)}
            reading.partly.append((line.number, sound))
        else:
            reading.rows.append(contract.record(line=line.number, **dict(zip(names, values, strict=True))))
    if unchecked:
        _report(reading, [_enough(contract.file, unchecked)], unchecked)


def _report(reading: Reading, problems: list[Problem], rows: int = 1) -> None:
    reading.reported += rows
    reading.problems += problems


def _enough(file: str, rows: int) -> Problem:
    what = f"{MOST_PROBLEMS} problems are listed; the {rows} rows after them were not checked"
    return Problem(what=what, file=file, todo="Mend those first: they may have one cause")


def _ignore(cell: str) -> None:
    """A stray column has been reported; its cells are not read."""


def _note_key(reading: Reading, line: Line, at: list[int]) -> int:
    """Remember the row's key; the line that has had it before, or 0."""
    if not at or max(at) >= len(line.cells):
        return 0
    key = tuple([line.cells[i].strip() for i in at])
    before = reading.keys.setdefault(key, line.number)
    return before if before != line.number else 0


def _flaws(contract: Contract, header: Header, line: Line, values: list[Any]) -> Iterator[Problem]:
    if not any(cell.strip() for cell in line.cells):
        yield Problem(what="the row is empty", file=contract.file, line=line.number, todo="Delete it")
        return
    for column, cell, value in zip(header.columns, line.cells, values, strict=True):
        if column and isinstance(value, Flaw):
            yield Problem(what=value.what, file=contract.file, line=line.number, column=column.header,
                          value=cell.strip()[:200], expected=value.expected, todo=value.todo)  # fmt: skip


def _again(contract: Contract, line: Line, at: list[int], before: int) -> Problem:
    return Problem(
        what=f"line {before} has the same {', '.join(contract.key)}",
        file=contract.file,
        line=line.number,
        column=contract.key[0],
        value=" / ".join(line.cells[i].strip() for i in at)[:200],
        expected="each key once",
        todo="Delete one of the rows, or name another source in it",
    )


def _unsplit(file: str, line: Line, width: int, separator: str) -> Problem:
    if line.broken:
        todo = 'A quotation mark inside a cell is doubled, and the cell stands in quotation marks: "say ""hello"""'
        return Problem(what=line.broken, file=file, line=line.number, value=separator.join(line.cells)[:80], todo=todo)
    found, name = len(line.cells), SEPARATORS[separator]
    todo = "Leave unknown cells empty, but keep their separators"
    if found > width:
        todo = f"A cell with a {name} in it stands in quotation marks"
    return Problem(
        what=f"the row has {found} cells",
        file=file,
        line=line.number,
        value=separator.join(line.cells)[:80],
        expected=f"{width}, as the header has",
        todo=todo,
    )
