"""tables/<measure>.csv: each measure's whole result, one row per value, with the rows it rests on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from timbang.findings.finding import Results
from timbang.registry import Exporter
from timbang.report._cells import written
from timbang.text import Text


def write(results: Results, folder: Path, langs: Sequence[str]) -> list[Path]:
    """One file per measure; codes, not names, so that every language shares them."""
    target = folder / "tables"
    target.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, table in sorted(results.tables.items()):
        paths.append(target / f"{name}.csv")
        paths[-1].write_text(as_csv(table.columns, table.rows), encoding="utf-8", newline="")
    return paths


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Header and rows, with commas and LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([written(value) for value in row] for row in rows)
    return out.getvalue()


EXPORTER = Exporter(
    name="tables", label=Text("Tables (CSV)", "Tabel (CSV)"), takes="results", write=write, suffix=".csv"
)
