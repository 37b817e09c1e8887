"""Splits the text of a CSV file into rows of cells with line numbers; what cannot be split is told.

Nothing vanishes: after a broken quote, reading goes on with the very next line, so that one stray
quotation mark costs one row and not the rest of the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}


class Line(NamedTuple):
    """One row of the file: the line it begins on, its cells, or why it cannot be split."""

    number: int
    cells: list[str]
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file split: its header, its separator and its rows, each of which is whole or broken."""

    header: Line | None
    separator: str
    rows: Iterator[Line]


def split(text: str, known: Sequence[str]) -> Sheet:
    """Split a file. The separator is the one under which the header has most of the known columns."""
    lines = list(io.StringIO(text, newline=""))  # splits at LF, CRLF and CR, and nowhere else
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return Sheet(None, ",", iter(()))
    separator = _separator(lines[first], known)
    rows = _rows(lines, separator, first)
    return Sheet(next(rows), separator, rows)


def _separator(header: str, known: Sequence[str]) -> str:
    start = header.strip("\r\n")[:10_000]  # csv refuses very long cells

    def matches(separator: str) -> int:
        cells = next(csv.reader([start], delimiter=separator), [])
        return len({cell.strip() for cell in cells} & set(known))

    return max(SEPARATORS, key=matches)  # the first of equals: the comma


def _rows(lines: list[str], separator: str, start: int) -> Iterator[Line]:
    """Every row; blank lines are none. After a break, start again on the line after the row's first."""
    at = start
    while at < len(lines):
        offset = at
        rest = (lines[i] for i in range(offset, len(lines)))
        reader = csv.reader(rest, delimiter=separator, strict=True)
        while True:
            at = offset + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Line(at + 1, _plain(lines[at], separator), _why(str(error)))
                at += 1
                break
            if cells and (len(cells) > 1 or lines[at].strip()):
                yield Line(at + 1, cells)


def _plain(line: str, separator: str) -> list[str]:
    """The cells of a broken line as they stand, so that what can be told of it is told."""
    return [cell.strip(' "') for cell in line.strip("\r\n")[:2000].split(separator)]


def _why(error: str) -> str:
    if "expected after" in error:
        return "after a closing quotation mark the cell goes on"
    if "unexpected end of data" in error:
        return "a quotation mark opens a cell and is never closed"
    if "field larger" in error:
        return "a cell is too long; a quotation mark may not be closed"
    return f"the row cannot be split into cells ({error})"
