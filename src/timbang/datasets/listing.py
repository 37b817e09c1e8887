"""Every table that a source gives, and what of it is at home."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from timbang.datasets.home import available
from timbang.errors import TimbangError
from timbang.registry import data_tables


def listed(home: Path | None = None) -> list[dict[str, Any]]:
    """One row a table: as declared, or as found where it is at home; `at home` is yes, no or damaged."""
    kept = available(home)
    rows = []
    for name, (source, table) in data_tables().items():
        manifest, state, place = None, "no", "timbang data get " + name if table.url else "by hand: " + table.file
        if name in kept:
            state, place = "damaged", f"add {table.file} again"
            with suppress(TimbangError):
                manifest, place, state = kept.manifest(name), str(kept[name]), "yes"
        rows.append({
            "table": name, "source": source.name, "version": manifest.version if manifest else table.version,
            "years": "-".join(map(str, dict.fromkeys(table.coverage))),
            "rows": manifest.rows if manifest else table.rows, "rows of version": table.rows,
            "at home": state, "where": place,
        })  # fmt: skip
    return rows
