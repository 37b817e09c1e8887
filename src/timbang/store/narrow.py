"""Fewer exercises: the views of a case narrowed to those that a reading of a claim speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Among = Mapping[str, Sequence[str]]


def narrow(tables: Mapping[str, pa.Table], among: Among, years: tuple[int, int]) -> dict[str, pa.Table]:
    """Views with only the exercises that `among` leaves, and only the years of the period.

    `among` keys: series, setting, framework (any of these values), only, without (ids).
    An exercise without a date falls in no period.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    first, last = years
    rows = tables["exercises"].to_pylist()
    kept = {row["exercise"] for row in rows if _left(row, among) and row["year"] and first <= row["year"] <= last}
    ids = pa.array(sorted(kept), type=pa.string())
    narrowed = dict(tables)
    for name, table in tables.items():
        if "exercise" in table.column_names:
            narrowed[name] = table.filter(pc.is_in(table["exercise"], value_set=ids))
        elif name in ("years", "members"):
            narrowed[name] = table.filter(pc.and_(pc.greater_equal(table["year"], first), pc.less_equal(table["year"], last)))
    return narrowed


def _left(row: Mapping[str, object], among: Among) -> bool:
    named = ("series", "setting", "framework")
    if any(key in among and row[key] not in among[key] for key in named):
        return False
    if "only" in among and row["exercise"] not in among["only"]:
        return False
    return row["exercise"] not in among.get("without", ())
