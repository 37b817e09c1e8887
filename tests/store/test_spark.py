"""Spark and DuckDB give the same numbers: every table measure on its example, of cases and of panels."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from support import tiny
from support.events import every_layout
from support.panel_examples import result, tables

from timbang.casefile import open_case
from timbang.errors import TimbangError
from timbang.events.counting import count
from timbang.registry import Measure, measures
from timbang.report.findings_json import as_json
from timbang.run import conclude
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


@pytest.mark.parametrize("form", ["gdelt", "gdelt-gz", "gdelt-parquet", "icews-tab", "icews-csv", "icews-parquet"])
def test_acts_in_event_data_are_the_same_on_both(form: str, spark: Engine, tmp_path: Path) -> None:
    paths = every_layout(tmp_path)[form]
    on_duckdb, on_spark = (count(paths, ["CHN", "RUS"], ["CHN", "RUS", "USA"], engine=e) for e in ("duckdb", MASTER))
    assert on_duckdb.acts and on_duckdb == on_spark


def test_a_line_cut_short_stops_the_count_on_spark_too(spark: Engine, tmp_path: Path) -> None:
    [path, *_] = every_layout(tmp_path)["gdelt"]
    path.write_bytes(path.read_bytes()[:-80])
    with pytest.raises(TimbangError, match="cannot be read"):
        count([path], ["CHN"], ["RUS"], engine=MASTER)


def test_a_case_that_names_spark_comes_to_the_same_findings(spark: Engine, tmp_path: Path) -> None:
    folder = tiny.write(tmp_path / "tiny")
    on_duckdb = conclude(open_case(folder))
    head = folder / "case.yml"
    head.write_text(head.read_text(encoding="utf-8") + "engine: spark\n", encoding="utf-8")
    case = open_case(folder)
    assert case.head.engine == "spark"
    assert as_json(conclude(case)) == as_json(on_duckdb)


def test_engines_of_one_session_keep_their_tables_apart(spark: Engine) -> None:
    one, other = (opened(MASTER).table("t", pa.table({"a": [n]})) for n in (1, 2))
    assert spark.answer(one)["a"].to_pylist() + spark.answer(other)["a"].to_pylist() == [1, 2]
