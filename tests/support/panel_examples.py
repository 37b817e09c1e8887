"""The worked examples of panel measures, put through an engine: their rows as tables, their results as rows."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from timbang.registry import Measure, data_tables
from timbang.store.panels import SYSTEM, PanelEngine
from timbang.tables import arrow_schema

Row = dict[str, Any]


def columns() -> dict[str, Mapping[str, str]]:
    """Every table that a measure may ask for, with its columns."""
    return {**{name: table.columns for name, (_, table) in data_tables().items()}, "system": SYSTEM}


def as_table(name: str, rows: list[Row]) -> pa.Table:
    """Rows as a data table; a missing key is null, an unknown one an error."""
    schema = arrow_schema(columns()[name])
    stray = {key for row in rows for key in row} - set(schema.names)
    assert not stray, f"table {name} has no column {sorted(stray)}; it has {schema.names}"
    return pa.table([pa.array([row.get(f.name) for row in rows], type=f.type) for f in schema], schema=schema)


def tables(measure: Measure, seed: int = 0) -> dict[str, pa.Table]:
    """The tables of a measure's example, their rows shuffled by a seed above 0."""
    return {name: as_table(name, shuffled(rows, seed)) for name, rows in measure.example.views.items()}


def shuffled(rows: list[Row], seed: int) -> list[Row]:
    return random.Random(seed).sample(rows, len(rows)) if seed else rows


def result(measure: Measure, given: Mapping[str, pa.Table], engine: str = "duckdb") -> pa.Table:
    """What the measure makes of the tables, in the setting of its example; it can ask for no table it does not name."""
    example, known = measure.example, columns()
    needed = {name: known[name] for name in measure.needs}
    found = PanelEngine(given, needed, engine).measure(measure, example.setting, **example.parameters)
    assert isinstance(found, pa.Table)
    return found


def by_key(measure: Measure, rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: key_of(measure, row))


def key_of(measure: Measure, row: Row) -> tuple[str, ...]:
    return tuple(repr(row[name]) for name in measure.by)
