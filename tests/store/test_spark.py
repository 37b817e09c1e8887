"""Spark and DuckDB give the same numbers: every table measure on its example, of cases and of panels."""

from __future__ import annotations

import math
from typing import Any

import pyarrow as pa
import pytest
from support.panel_examples import result, tables

from timbang.registry import Measure, measures
from timbang.store.engines import Engine, opened
from timbang.store.views import Views, arrow_views
from timbang.tables import view

MASTER = "local[1]"
CASE = {name: measure for name, measure in measures().items() if measure.kind == "table"}
PANEL = {name: measure for name, measure in measures("panel").items() if measure.kind == "table"}
pytestmark = [
    pytest.mark.spark,
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),  # Spark's own sockets
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def spark() -> Engine:
    """One session for all: it takes long to start."""
    return opened(MASTER)


def plain(value: Any) -> Any:
    return sorted(map(repr, value)) if isinstance(value, list) else value


def rows(table: pa.Table, by: tuple[str, ...]) -> list[dict[str, Any]]:
    found = [{name: plain(value) for name, value in row.items()} for row in table.to_pylist()]
    return sorted(found, key=lambda row: [repr(row[name]) for name in by])


def differences(one: pa.Table, other: pa.Table, by: tuple[str, ...]) -> list[Any]:
    """Cells that are not the same: floats to a relative 1e-9, missing only where both are."""
    assert set(one.column_names) == set(other.column_names)
    assert len(one) == len(other)
    pairs = zip(rows(one, by), rows(other, by), strict=True)
    return [(a, b) for a, b in pairs if not all(alike(a[name], b[name]) for name in a)]


def alike(a: Any, b: Any) -> bool:
    if isinstance(a, float) and isinstance(b, float):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)
    return bool(a == b)


@pytest.mark.parametrize("measure", PANEL.values(), ids=list(PANEL))
def test_a_measure_of_panels_is_the_same_on_both(measure: Measure, spark: Engine) -> None:
    given = tables(measure)
    on_duckdb, on_spark = result(measure, given), result(measure, given, MASTER)
    assert len(on_duckdb), "the example has no result"
    assert not differences(on_duckdb, on_spark, measure.by)


@pytest.mark.parametrize("measure", CASE.values(), ids=list(CASE))
def test_a_measure_of_cases_is_the_same_on_both(measure: Measure, spark: Engine) -> None:
    example = measure.example
    given = arrow_views({name: view(name, rows) for name, rows in example.views.items()})

    def on(engine: Engine) -> pa.Table:
        held = Views({name: engine.table(name, given[name]) for name in measure.needs})
        return engine.answer(measure.compute(held, example.setting, **example.parameters))

    on_duckdb, on_spark = on(opened("duckdb")), on(spark)
    assert len(on_duckdb), "the example has no result"
    assert not differences(on_duckdb, on_spark, measure.by)
