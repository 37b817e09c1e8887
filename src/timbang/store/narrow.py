"""Fewer exercises: the views of a case narrowed to those that a reading of a claim speaks of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

Among = Mapping[str, Sequence[str]]


def narrow(tables: Mapping[str, pa.Table], among: Among, years: tuple[int, int] | None = None) -> dict[str, pa.Table]:
    """Views with only the exercises that `among` leaves, and only the years of the period, if one is given.

    `among` keys: series, setting, framework (any of these values), only, without (ids).
    An exercise without a date falls in no period.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = tables["exercises"].to_pylist()
    kept = {row["exercise"] for row in rows if _left(row, among) and _within(row["year"], years)}
    ids = pa.array(sorted(kept), type=pa.string())
    narrowed = dict(tables)
    for name, table in tables.items():
        if "exercise" in table.column_names:
            narrowed[name] = table.filter(pc.is_in(table["exercise"], value_set=ids))
        elif name in ("years", "members") and years:
            narrowed[name] = table.filter(
                pa.array([_within(year, years) for year in table["year"].to_pylist()], type=pa.bool_())
            )
    return narrowed


def _within(year: int | None, years: tuple[int, int] | None) -> bool:
    return years is None or (year is not None and years[0] <= year <= years[1])


def _left(row: Mapping[str, object], among: Among) -> bool:
    named = ("series", "setting", "framework")
    if any(key in among and row[key] not in among[key] for key in named):
        return False
    if "only" in among and row["exercise"] not in among["only"]:
        return False
    return row["exercise"] not in among.get("without", ())
