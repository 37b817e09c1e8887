"""A sheet of SIPRI's military expenditure workbook: what it says of each country and year, and in which colour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from timbang.errors import Problem, stop

# Blue figures are SIPRI's estimates, red ones highly uncertain: so every sheet says in its first rows.
COLOURS = {"12": "estimate", "10": "uncertain", "FF0000FF": "estimate", "FFFF0000": "uncertain"}
Estimate = Literal["estimate", "uncertain"]
UNKNOWN = (". .", "..", "...", "…")
NOT_THERE = "xxx"
FIGURE = re.compile(r"[\[(]?\s*([0-9][0-9 ,]*(?:\.[0-9]+)?)\s*[\])]?\s*[^0-9.,\s]*")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a sheet says of a country in a year: a figure and its colour, or that it is unknown (None)."""

    line: int
    value: float | None
    estimate: str | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a sheet, by country (as written) and year; how many years it marks as before or after a country."""

    name: str
    cells: dict[tuple[str, int], Cell]
    not_there: int
    problems: tuple[Problem, ...]


def open_book(path: Path) -> Any:
    """The workbook, with the values and colours of its cells."""
    from openpyxl import load_workbook

    if not path.is_file():
        raise stop("there is no such file", file=str(path))
    try:
        return load_workbook(path, data_only=True)
    except Exception as error:  # openpyxl lets through what zip and XML raise
        raise stop("this workbook cannot be read", file=path.name, value=str(error), todo="Fetch it again") from None


def read_sheet(book: Any, name: str, file: str) -> Sheet:
    """The sheet whose name fits the pattern. Rows without any figure or sign are headings of regions."""
    found = next((sheet for sheet in book.sheetnames if re.fullmatch(name, sheet.strip())), None)
    if found is None:
        wanted = name.replace("\\", "")
        raise stop(f"this is not SIPRI's military expenditure workbook: it has no sheet {wanted!r}", file=file,
                   value=", ".join(book.sheetnames))  # fmt: skip
    rows = [*book[found].iter_rows()]
    head = next((place for place, row in enumerate(rows) if str(row[0].value).strip() == "Country"), None)
    if head is None:
        raise stop("the sheet has no row that begins with Country", file=file, column=found)
    years = {place: int(cell.value) for place, cell in enumerate(rows[head]) if _is_year(cell.value)}
    cells: dict[tuple[str, int], Cell] = {}
    problems: list[Problem] = []
    not_there = 0
    for country, year, cell in _cells(rows[head + 1 :], years):
        said = _read(cell, file, found, problems)
        not_there += said == NOT_THERE
        if isinstance(said, Cell):
            if (country, year) in cells:
                problems.append(Problem(what="the country stands twice", file=file, line=said.line, column=found,
                                        value=country, todo=f"Compare row {cells[country, year].line}"))  # fmt: skip
            cells[country, year] = said
    return Sheet(found, cells, not_there, tuple(problems))


def _is_year(value: Any) -> bool:
    return isinstance(value, (int, float)) and 1900 <= value <= 2100


def _cells(rows: list[Any], years: dict[int, int]) -> Iterator[tuple[str, int, Any]]:
    """Country, year and cell, of the rows that are no headings."""
    for row in rows:
        country = str(row[0].value or "").strip()
        filled = [(year, row[place]) for place, year in years.items() if str(row[place].value or "0").strip()]
        if country and any(cell.value is not None for _, cell in filled):
            yield from ((country, year, cell) for year, cell in filled)


def _read(cell: Any, file: str, sheet: str, problems: list[Problem]) -> Cell | str:
    """The figure and its colour; NOT_THERE where there was no such country; a cell that says neither is told."""
    value = cell.value
    if value is None or str(value).strip() in (*UNKNOWN, ""):
        return Cell(cell.row, None)
    if isinstance(value, (int, float)):
        return Cell(cell.row, float(value), _colour(cell))
    text = str(value).strip()
    if text.lower() == NOT_THERE:
        return NOT_THERE
    figure = FIGURE.fullmatch(text)
    level: Literal["notice", "problem"] = "notice" if figure else "problem"
    what = "the figure has a mark; it is read as the number" if figure else "this is no figure"
    problems.append(Problem(what=what, file=file, line=cell.row, column=f"{sheet} {cell.coordinate}", value=text,
                            expected="" if figure else "a number, '. .' or xxx", level=level))  # fmt: skip
    return Cell(cell.row, float(re.sub("[ ,]", "", figure[1])) if figure else None, _colour(cell))


def _colour(cell: Any) -> str | None:
    colour = cell.font.color if cell.font else None
    if colour is None:
        return None
    return COLOURS.get(str(colour.indexed if colour.type == "indexed" else colour.rgb))
