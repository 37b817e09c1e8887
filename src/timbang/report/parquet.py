"""One table as Parquet, with its types; lists stay lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import Exporter
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa


def write(table: pa.Table, path: Path) -> None:
    """Write the file."""
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="zstd", store_schema=True)


EXPORTER = Exporter(name="parquet", label=Text("Parquet", "Parquet"), takes="table", write=write, suffix=".parquet")
