"""One table as CSV: UTF-8, commas, LF, lists joined by |, unknown empty."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import Exporter
from timbang.report.tables_csv import as_csv
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa


def write(table: pa.Table, path: Path) -> None:
    """Write the file."""
    rows = zip(*(column.to_pylist() for column in table.columns), strict=True)
    path.write_text(as_csv(table.column_names, rows), encoding="utf-8", newline="")


EXPORTER = Exporter(name="csv", label=Text("CSV", "CSV"), takes="table", write=write, suffix=".csv")
