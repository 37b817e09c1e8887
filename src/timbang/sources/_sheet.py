"""The rows of a provider's CSV file as its users have it: as published, or saved again by a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from timbang.errors import Problem, TimbangError, stop

LARGEST = 100_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it begins on, and its cells, trimmed, by header. `comma`: decimals have a comma."""

    file: str
    line: int
    cells: dict[str, str]
    comma: bool = False

    def problem(self, what: str, column: str = "", **more: str) -> Problem:
        """A problem with this row, or with one cell of it."""
        return Problem(what=what, file=self.file, line=self.line, column=column,
                       value=self.cells.get(column, ""), **more)  # type: ignore[arg-type]  # fmt: skip


def rows(path: Path, columns: Collection[str], provider: str) -> list[Row]:
    """Every row of the file; TimbangError if columns are missing, or a row has too few or too many cells."""
    text = _text(path)
    lines = io.StringIO(text, newline="")
    header = next((line for line in lines if line.strip()), "")
    separator = max(",;\t", key=header.count)
    names = [name.strip() for name in next(csv.reader([header], delimiter=separator), [])]
    if missing := [column for column in columns if column not in names]:
        raise stop(f"this is not a file of {provider}: columns are missing", file=path.name, line=1,
                   value=", ".join(missing), expected=", ".join(columns),
                   todo="Give the file as the provider publishes it")  # fmt: skip
    return _whole([*_split(lines, separator, path.name)], names, path.name, separator == ";")


def _whole(lines: list[tuple[int, list[str]]], names: list[str], file: str, comma: bool) -> list[Row]:
    found = [Row(file, line, dict(zip(names, map(str.strip, cells), strict=False)), comma) for line, cells in lines]
    broken = [
        Problem(what="the row does not have as many cells as the header", file=file, line=line, value=str(len(cells)),
                expected=str(len(names)), todo="Mend the row; a quotation mark or a separator may be stray")
        for line, cells in lines if len(cells) != len(names)
    ]  # fmt: skip
    if broken:
        raise TimbangError(broken)
    return found


def _split(lines: io.StringIO, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """The line on which each row begins, and its cells; blank rows are none. The header was line 1."""
    reader, line = csv.reader(lines, delimiter=separator), 2
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 2
    except csv.Error as error:
        raise stop(f"the row cannot be split into cells ({error})", file=file, line=line) from None


def _text(path: Path) -> str:
    """UTF-8 or UTF-16 with a mark; else Windows-1252, as spreadsheets save: names of states are checked anyway."""
    if not path.is_file():
        raise stop("there is no such file", file=str(path))
    if path.stat().st_size > LARGEST:
        raise stop("the file is too large", file=path.name, expected=f"at most {LARGEST // 1_000_000} MB")
    data = path.read_bytes()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
