"""Reads providers' tables: cells to numbers, dates and timbang's state codes, whole columns at a time.

A source's reader is `rows = raw(path, NEEDED, "COW NMC 6.0")`, then `rows.read({column: rows.integers(...), ...})`.
Problems are gathered in `rows.problems`; `read` raises them all, as a TimbangError, or gives the table.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from timbang.reading.datatable import Read, checked
from timbang.sources._table_file import LINE, from_parquet, from_text, from_workbook, of_cells
from timbang.sources._table_rows import MISSING, Rows

__all__ = ["LINE", "MISSING", "Read", "Rows", "checked", "of_cells", "raw", "workbook"]


def raw(
    path: Path, needed: Collection[str], provider: str, *, skip: int = 0, separator: str | None = None,
    quoted: bool = True,
) -> Rows:  # fmt: skip
    """The rows of a CSV, semicolon- or tab-separated file (header after `skip` lines), or of a Parquet file.

    Cells of text files are trimmed text. TimbangError for a file that is cut short, lacks columns (all
    are named) or has ragged rows (with their lines).
    """
    if path.is_file() and _begins(path, b"PAR1"):
        return Rows(from_parquet(path, needed, provider), path.name)
    table, found = from_text(path, needed, provider, skip, separator, quoted)
    return Rows(table, path.name, comma=found == ";")


def _begins(path: Path, mark: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(mark)) == mark


def workbook(path: Path, sheet: str, needed: Collection[str], provider: str, *, skip: int = 0) -> Rows:
    """The rows of a sheet of an Excel workbook, cells as trimmed text."""
    return Rows(from_workbook(path, sheet, needed, provider, skip), path.name)
