"""Fewer exercises: the views of a case narrowed to those that a reading of a claim speaks of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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

    rows = tables["exercises"].to_pylist()
    narrowed = _only(tables, {row["exercise"] for row in rows if _left(row, among) and _within(row["year"], years)})
    for name in ("years", "members") if years else ():
        if name in tables:
            kept = [_within(year, years) for year in tables[name]["year"].to_pylist()]
            narrowed[name] = tables[name].filter(pa.array(kept, type=pa.bool_()))
    return narrowed


def begun_within(tables: Mapping[str, pa.Table], first: int, last: int) -> dict[str, pa.Table]:
    """Views without the exercises that surely began outside a period; one without a date may have begun in it."""
    rows = tables["exercises"].to_pylist()
    may = (row for row in rows if row["year"] is None or (row["year"] <= last and row["last_year"] >= first))
    return _only(tables, {row["exercise"] for row in may})


def _only(tables: Mapping[str, pa.Table], exercises: Collection[str]) -> dict[str, pa.Table]:
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = pa.array(sorted(exercises), type=pa.string())
    return {
        name: table.filter(pc.is_in(table["exercise"], value_set=ids)) if "exercise" in table.column_names else table
        for name, table in tables.items()
    }


def _within(year: int | None, years: tuple[int, int] | None) -> bool:
    return years is None or (year is not None and years[0] <= year <= years[1])


def _left(row: Mapping[str, object], among: Among) -> bool:
    named = ("series", "setting", "framework")
    if any(key in among and row[key] not in among[key] for key in named):
        return False
    if "only" in among and row["exercise"] not in among["only"]:
        return False
    return row["exercise"] not in among.get("without", ())
