"""A coding sheet as a file: CSV or XLSX to rows and back."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from timbang.errors import Problem, TimbangError, misuse, stop
from timbang.reading.csvfile import split
from timbang.reading.encoding import decode

LARGEST = 200_000_000  # bytes, of a sheet as of what a workbook unpacks to
FORMULA = ("=", "+", "-", "@")  # a cell that begins so would be computed by a spreadsheet


class Row(dict[str, str]):
    """A row by column, with its line."""

    line = 0


def write_rows(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]], codes: Sequence[str]) -> None:
    """Write a sheet; UsageError for another suffix. A workbook also lists the codes on a second page."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.DictWriter(out, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows({column: _plain(row[column]) for column in columns} for row in rows)
    elif path.suffix == ".xlsx":
        _write_workbook(path, columns, rows, codes)
    else:
        raise misuse("a sheet is a .csv or .xlsx file", value=path.name)


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a blank before it changes no words."""
    return f" {cell}" if cell.startswith(FORMULA) else cell


def _write_workbook(
    path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]], codes: Sequence[str]
) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page, wrapped = book.add_worksheet("passages"), book.add_format({"text_wrap": True, "valign": "top"})
        page.write_row(0, 0, columns)
        page.freeze_panes(1, 0)
        page.set_column(columns.index("text"), columns.index("text"), 80, wrapped)
        for at, row in enumerate(rows, 1):
            for column, name in enumerate(columns):
                page.write_string(at, column, _plain(row[name]))
        listed = book.add_worksheet("codes")
        listed.write_column(0, 0, codes)


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a sheet; TimbangError if it cannot be read or lacks a column. Blank rows are none."""
    if path.suffix not in (".csv", ".xlsx"):
        raise misuse("a sheet is a .csv or .xlsx file", value=path.name)
    if not path.is_file():
        raise misuse("there is no such sheet", value=str(path))
    if path.stat().st_size > LARGEST:
        raise stop("the sheet is too large", file=path.name, expected=f"at most {LARGEST // 1_000_000} MB")
    lines = _csv_lines(path, columns) if path.suffix == ".csv" else _workbook_lines(path)
    if not lines:
        raise stop("the sheet is empty", file=path.name, todo="Export it again")
    header = [cell.strip().lower() for cell in lines[0][1]]
    if absent := [column for column in columns if column not in header]:
        todo, expected = "Restore it from the export", ", ".join(columns)
        missing = [Problem(what=f"the column {column} is missing", file=path.name, line=1, expected=expected, todo=todo)
                   for column in absent]  # fmt: skip
        raise TimbangError(missing)
    return [row for line, cells in lines[1:] if any((row := _row(line, header, cells)).values())]


def _row(line: int, header: Sequence[str], cells: Sequence[str]) -> Row:
    row = Row(zip(header, (cell.strip() for cell in cells), strict=False))
    row.update({column: "" for column in header if column not in row})
    row.line = line
    return row


def _csv_lines(path: Path, columns: Sequence[str]) -> list[tuple[int, list[str]]]:
    text, problems = decode(path.read_bytes(), path.name)
    sheet = split(text, columns)
    lines = [*([sheet.header] if sheet.header else []), *sheet.rows]
    problems += [Problem(what=line.broken, file=path.name, line=line.number) for line in lines if line.broken]
    if problems:
        raise TimbangError(problems)
    return [(line.number, line.cells) for line in lines]


def _workbook_lines(path: Path) -> list[tuple[int, list[str]]]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise stop(
            "reading a workbook needs openpyxl", file=path.name, todo="Install openpyxl, or save the sheet as CSV UTF-8"
        ) from None
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST:
                raise stop("the workbook unpacks to too much", file=path.name)
        book = load_workbook(path, read_only=True, data_only=True)
        page = book.worksheets[0]
        return [(at, ["" if cell is None else str(cell) for cell in row])
                for at, row in enumerate(page.iter_rows(values_only=True), 1)]  # fmt: skip
    except (zipfile.BadZipFile, KeyError, IndexError, ValueError, OSError) as error:
        raise stop(
            "the workbook cannot be read",
            file=path.name,
            value=type(error).__name__,
            todo="Save it again, or as CSV UTF-8",
        ) from None
