"""One table as an Excel workbook: text stays text, and the same table gives the same bytes."""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import stop
from timbang.registry import Exporter
from timbang.report._cells import joined
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

CREATED = datetime(2000, 1, 1)  # fixed: a workbook must not differ by the hour it was made
MOST = 32767  # characters an Excel cell holds
ROWS = 1_048_575  # rows an Excel sheet holds below the header
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(table: pa.Table, path: Path) -> None:
    """Write the file; a column's first row is its name, frozen and in bold."""
    import xlsxwriter

    if table.num_rows > ROWS:
        raise stop("there are too many rows for Excel", value=str(table.num_rows), expected=f"at most {ROWS}",
                   todo="Write csv or parquet instead")  # fmt: skip
    with xlsxwriter.Workbook(path, PLAIN) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet("table")
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.freeze_panes(1, 0)
        for number, (name, column) in enumerate(zip(table.column_names, table.columns, strict=True)):
            sheet.write_string(0, number, name, bold)
            for row, value in enumerate(column.to_pylist(), start=1):
                _cell(sheet, row, number, value, day)


def _cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    """One cell by the kind of its value; unknown stays empty."""
    value = joined(value)
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif isinstance(value, date) and value.year >= 1900:  # Excel knows no earlier day
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_string(row, column, _fitting(str(value), row))


def _fitting(text: str, row: int) -> str:
    if len(text) > MOST:
        raise stop("a cell is too long for Excel", line=row + 1, value=text, expected=f"at most {MOST} characters",
                   todo="Export as csv or parquet instead")  # fmt: skip
    return text


EXPORTER = Exporter(
    name="xlsx", label=Text("Excel workbook", "Buku kerja Excel"), takes="table", write=write, suffix=".xlsx"
)
