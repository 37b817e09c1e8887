"""Every measure of panels keeps the contract: its example, columns, range, keys, words, and a say in Spark's SQL."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import ibis
import pyarrow as pa
import pytest
from support.panel_examples import Row, by_key, columns, key_of, result, tables

from timbang.registry import Measure, measures
from timbang.store.panels import Tables
from timbang.tables import arrow_schema
from timbang.text import LANGS

SPARK = SimpleNamespace(pyspark=SimpleNamespace(treat_nan_as_null=False))  # ibis' own setting, absent without Spark
KEYS = {"year": ("year",), "state-year": ("state", "year"), "dyad-year": ("state1", "state2", "year")}
TYPES = {
    "string": pa.types.is_string, "int": pa.types.is_integer, "float": pa.types.is_floating,
    "bool": pa.types.is_boolean, "date": pa.types.is_date,
}  # fmt: skip
each = pytest.mark.parametrize("measure", measures("panel").values(), ids=list(measures("panel")))


@cache
def table_of(name: str, seed: int = 0) -> pa.Table:
    """What comes out of a measure's example, its rows shuffled by a seed above 0."""
    measure = measures("panel")[name]
    return result(measure, tables(measure, seed))


def rows_of(name: str, seed: int = 0) -> list[Row]:
    return by_key(measures("panel")[name], table_of(name, seed).to_pylist())


def alike(found: Any, expected: Any) -> bool:
    """Equal; floats to 1e-9."""
    if isinstance(expected, float) and isinstance(found, (int, float)) and not isinstance(found, bool):
        return found == pytest.approx(expected, rel=1e-9, abs=1e-12)
    return bool(found == expected)


@each
def test_the_hand_worked_example_comes_out(measure: Measure) -> None:
    found, expected = rows_of(measure.name), by_key(measure, measure.example.expect)
    assert [key_of(measure, row) for row in found] == [key_of(measure, row) for row in expected]
    for row, want in zip(found, expected, strict=True):
        wrong = {name: (row[name], value) for name, value in want.items() if not alike(row[name], value)}
        assert not wrong, f"{key_of(measure, row)}: (found, expected) {wrong}"


@each
def test_the_example_expects_the_value_of_every_row(measure: Measure) -> None:
    assert measure.example.expect, "an example needs rows"
    assert all({*measure.by, "value"} <= set(row) for row in measure.example.expect)
    assert any(row["value"] is not None for row in measure.example.expect), "an example needs a value that is known"


@each
def test_columns_are_those_declared_and_of_their_types(measure: Measure) -> None:
    found = table_of(measure.name)
    assert set(found.column_names) == {*measure.by, "value", *measure.extra}
    for name, kind in {**measure.extra, **dict.fromkeys(measure.by, "string"), "year": "int"}.items():
        given = found.schema.field(name).type
        assert TYPES[kind](given) or (found[name].null_count == len(found) > 0), f"{name} is {given}, not {kind}"
    value = found.schema.field("value").type
    assert pa.types.is_floating(value) or pa.types.is_integer(value), f"value is {value}"


@each
def test_values_keep_their_range(measure: Measure) -> None:
    least, most = measure.range
    for row in rows_of(measure.name):
        number = row["value"]
        assert number is None or number == number, f"not a number (missing is null): {row}"
        assert number is None or least is None or number >= least, row
        assert number is None or most is None or number <= most, row


@each
def test_years_are_those_asked_for(measure: Measure) -> None:
    assert {row["year"] for row in rows_of(measure.name)} <= set(measure.example.setting.years)


@each
def test_keys_are_known_and_unique(measure: Measure) -> None:
    found = rows_of(measure.name)
    keys = [key_of(measure, row) for row in found]
    assert len(keys) == len(set(keys))
    assert all(row[name] is not None for row in found for name in measure.by)


@each
def test_a_pair_without_direction_stands_once(measure: Measure) -> None:
    if measure.level != "dyad-year":
        assert not measure.directed, "only dyad-years have a direction"
        return
    pairs = [(row["state1"], row["state2"]) for row in rows_of(measure.name)]
    assert all(first != second for first, second in pairs)
    assert measure.directed or all(first < second for first, second in pairs)


@each
def test_the_order_of_rows_does_not_matter(measure: Measure) -> None:
    assert len(rows_of(measure.name, seed=7)) == len(rows_of(measure.name))
    for row, other in zip(rows_of(measure.name, seed=7), rows_of(measure.name), strict=True):
        assert all(alike(row[name], other[name]) for name in other), (row, other)


@each
def test_empty_tables_give_nothing_or_nothing_known(measure: Measure) -> None:
    found = result(measure, {})
    assert set(found.column_names) == {*measure.by, "value", *measure.extra}
    assert all(row["value"] is None for row in found.to_pylist())


@each
def test_words_are_there_in_both_languages(measure: Measure) -> None:
    texts = {"label": measure.label, "definition": measure.definition, "unit": measure.unit}
    empty = [f"{what} ({lang})" for what, text in texts.items() for lang in LANGS if not text[lang].strip()]
    assert not empty
    same = [what for what in ("label", "definition") if texts[what].en == texts[what].id]
    assert not same, f"not translated: {same}"
    assert measure.citation.strip()


@each
def test_it_is_what_it_says(measure: Measure) -> None:
    assert measure.compute.__module__ == f"timbang.measures.{measure.name}"
    assert (measure.compute.__doc__ or "").strip()
    assert measure.by == KEYS[measure.level]
    assert measure.needs and set(measure.needs) <= set(columns())
    assert set(measure.example.views) <= set(measure.needs)
    assert set(measure.extra.values()) <= set(TYPES)


@each
def test_a_table_measure_can_be_said_to_spark(measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Spark: every operation must have a translation into its SQL. Its numbers: tests/store/test_spark.py."""
    if measure.kind == "array":
        return
    monkeypatch.setattr("ibis.backends.sql.compilers.pyspark.options", SPARK)
    every = columns()
    views = Tables(lambda name: ibis.table(ibis.schema(arrow_schema(every[name])), name=name), every)
    expression = measure.compute(views, measure.example.setting, **measure.example.parameters)
    assert "SELECT" in str(ibis.to_sql(expression, dialect="pyspark"))
