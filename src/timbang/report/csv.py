"""One table as CSV: UTF-8, commas, LF, lists joined by |, unknown empty."""

from __future__ import annotations

import csv
import io
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import Exporter
from timbang.report._cells import written
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa


def write(table: pa.Table, path: Path) -> None:
    """Write the file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.column_names)
    writer.writerows(zip(*map(_cells, table.columns), strict=True))
    path.write_text(out.getvalue(), encoding="utf-8", newline="")


def _cells(column: pa.ChunkedArray) -> list[str]:
    """A column's cells: whole columns at a time, for a panel has a million rows."""
    import pyarrow as pa

    values = column.to_pylist()
    if pa.types.is_floating(column.type):
        return ["" if value is None or not isfinite(value) else f"{value:.10g}" for value in values]
    if pa.types.is_string(column.type):
        told = {value: written(value) for value in set(values)}
        return [told[value] for value in values]
    return [written(value) for value in values]


EXPORTER = Exporter(name="csv", label=Text("CSV", "CSV"), takes="table", write=write, suffix=".csv")
