"""Writes a table and its manifest into the data home: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.datasets.home import Manifest, as_json, paths, sha256
from timbang.datasets.recognizing import Recognized
from timbang.reading.datatable import Read
from timbang.registry import DataTable

if TYPE_CHECKING:
    import pyarrow as pa

FIRST = ("year", "first_year", "first", "start", "signed", "order_year")  # columns that tell which years there are
LAST = ("year", "last_year", "last", "end", "signed", "order_year")


def written(folder: Path, one: Recognized, table: DataTable, read: Read, digest: str) -> Manifest:
    """Write the table in place of what is there. If the writing is broken off, the home says so when it is read."""
    import pyarrow.parquet as pq

    assert one.source is not None
    parquet, manifest = paths(folder, table.name)
    _replace(parquet, lambda part: pq.write_table(read.table, part, compression="zstd"))
    told = Manifest(
        source=one.source.name, table=table.name, version=table.version, file=one.path.name, sha256=digest,
        bytes=one.path.stat().st_size, rows=len(read.table), missing=dict(read.missing),
        first_year=_bound(read.table, FIRST, "min"), last_year=_bound(read.table, LAST, "max"),
        notices=len(read.notices), kept_sha256=sha256(parquet),
    )  # fmt: skip
    _replace(manifest, lambda part: part.write_text(as_json(told), encoding="utf-8", newline="\n"))
    return told


def _replace(path: Path, write: Callable[[Path], object]) -> None:
    """Write a file beside the one of that name, and put it in its place."""
    part = path.with_name(f".{path.name}.part")
    try:
        write(part)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _bound(table: pa.Table, names: tuple[str, ...], which: str) -> int | None:
    """The first or last year found in the first of these columns that the table has."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = next((table[name] for name in names if name in table.column_names), None)
    if column is None:
        return None
    years = pc.year(column) if pa.types.is_date(column.type) else column
    found: int | None = pc.min_max(years)[which].as_py() if pa.types.is_integer(years.type) else None
    return found
