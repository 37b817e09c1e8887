"""Every measure found keeps the contract: its example, its columns, its bounds, and its words."""

from __future__ import annotations

import random
from functools import cache
from string import Formatter
from types import SimpleNamespace
from typing import Any

import ibis
import pytest

from timbang.findings.evidence import IDS
from timbang.registry import CHARTS, Measure, measures
from timbang.store.views import Engine, Views
from timbang.tables import VIEWS, arrow_schema, view
from timbang.text import LANGS, Text

BOUNDS = ("value", "low", "high", "evidence")
SPARK = SimpleNamespace(pyspark=SimpleNamespace(treat_nan_as_null=False))  # ibis' own setting, absent without Spark
Row = dict[str, Any]
each = pytest.mark.parametrize("measure", measures().values(), ids=list(measures()))


@cache
def rows_of(name: str, seed: int = 0) -> list[Row]:
    """A measure's example as it comes out of the views it needs, their rows shuffled by a seed above 0."""
    measure = measures()[name]
    example = measure.example
    given = {name: rows for name, rows in example.views.items() if name in measure.needs}
    engine = Engine({name: view(name, shuffled(rows, seed)) for name, rows in given.items()})
    found: list[Row] = engine.measure(measure, example.setting, **example.parameters).to_pylist()
    return sorted(map(settled, found), key=lambda row: key_of(measure, row))


@cache
def nothing() -> Engine:
    return Engine({})


def shuffled(rows: list[Row], seed: int) -> list[Row]:
    return random.Random(seed).sample(rows, len(rows)) if seed else rows


def settled(row: Row) -> Row:
    """The row with its evidence, a set of references, in alphabetical order."""
    return row | {"evidence": sorted(row["evidence"] or [])} if "evidence" in row else row


def key_of(measure: Measure, row: Row) -> tuple[str, ...]:
    return tuple(repr(row[name]) for name in measure.by)


def alike(found: Any, expected: Any) -> bool:
    """Equal; floats to 1e-12."""
    if isinstance(expected, float) and isinstance(found, (int, float)):
        return found == pytest.approx(expected, rel=1e-12, abs=1e-12)
    return bool(found == expected)


@each
def test_the_hand_worked_example_comes_out(measure: Measure) -> None:
    found = rows_of(measure.name)
    expected = sorted(map(settled, measure.example.expect), key=lambda row: key_of(measure, row))
    assert [key_of(measure, row) for row in found] == [key_of(measure, row) for row in expected]
    for row, want in zip(found, expected, strict=True):
        wrong = {name: (row[name], value) for name, value in want.items() if not alike(row[name], value)}
        assert not wrong, f"{key_of(measure, row)}: (found, expected) {wrong}"


@each
def test_the_example_expects_the_value_of_every_row(measure: Measure) -> None:
    assert measure.example.expect, "an example needs rows"
    assert all({*measure.by, "value"} <= set(row) for row in measure.example.expect)


@each
def test_columns_are_those_declared(measure: Measure) -> None:
    for row in rows_of(measure.name):
        declared = {*measure.by, *measure.extra, "value", "evidence"}
        assert set(row) - {"low", "high"} == declared
        assert ("low" in row) == ("high" in row)


@each
def test_values_keep_their_range_and_lie_between_their_bounds(measure: Measure) -> None:
    least, most = measure.range
    for row in rows_of(measure.name):
        known = [row[name] for name in ("low", "value", "high") if row.get(name) is not None]
        assert known == sorted(known), row
        assert all(least is None or number >= least for number in known), row
        assert all(most is None or number <= most for number in known), row


@each
def test_keys_are_unique_and_evidence_names_a_file_and_a_row(measure: Measure) -> None:
    found = rows_of(measure.name)
    keys = [key_of(measure, row) for row in found]
    assert len(keys) == len(set(keys))
    for reference in [item for row in found for item in row["evidence"] or []]:
        file, _, row_id = reference.partition(":")
        assert file in IDS, reference
        assert row_id and (file != "participants" or row_id.count("/") == 1), reference


@each
def test_the_order_of_rows_does_not_matter(measure: Measure) -> None:
    assert rows_of(measure.name, seed=7) == rows_of(measure.name)


@each
def test_empty_views_give_nothing_or_nothing_known(measure: Measure) -> None:
    example = measure.example
    table = nothing().measure(measure, example.setting, **example.parameters)
    assert all(not row["value"] for row in table.to_pylist())
    assert {*measure.by, *measure.extra, "value", "evidence"} <= set(table.column_names)


@each
def test_words_are_there_in_both_languages(measure: Measure) -> None:
    texts = {"label": measure.label, "definition": measure.definition, "unit": measure.unit}
    texts |= {"statement": measure.statement, "unknown": measure.unknown}
    empty = [f"{what} ({lang})" for what, text in texts.items() for lang in LANGS if not text[lang].strip()]
    assert not empty
    same = [what for what in ("label", "definition", "statement", "unknown") if texts[what].en == texts[what].id]
    assert not same, f"not translated: {same}"
    assert measure.citation.strip()


@each
def test_statements_can_be_filled(measure: Measure) -> None:
    columns = {*measure.by, *measure.extra, *BOUNDS[:3]}
    for row in rows_of(measure.name):
        values: dict[str, object] = {"percent": "", "unit": measure.unit} | {name: row.get(name) for name in columns}
        values |= {f"{name}_percent": "" for name in columns}
        for text in (measure.statement.format(**values), measure.unknown.format(**values)):
            assert "{" not in text.en + text.id
    assert fields_of(measure.statement.en) - fields_of(measure.unknown.en), "the statement tells no figure"
    assert "value" not in fields_of(measure.unknown.en)
    assert all(fields_of(text.en) == fields_of(text.id) for text in (measure.statement, measure.unknown))


def fields_of(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@each
def test_it_is_what_it_says(measure: Measure) -> None:
    assert measure.compute.__module__ == f"timbang.measures.{measure.name}"
    assert (measure.compute.__doc__ or "").strip()
    assert set(measure.needs) <= set(VIEWS) and set(measure.example.views) <= set(VIEWS)
    assert measure.chart in CHARTS and set(measure.draw.values()) <= {*measure.by, *measure.extra, *BOUNDS}
    assert all(isinstance(words, Text) and words.en and words.id for words in measure.words.values())


@each
def test_a_table_measure_can_be_said_to_spark(measure: Measure, monkeypatch: pytest.MonkeyPatch) -> None:
    """Spark is not installed here, but every operation must have a translation into its SQL."""
    if measure.kind == "array":
        return
    monkeypatch.setattr("ibis.backends.sql.compilers.pyspark.options", SPARK)
    tables = {name: ibis.table(ibis.schema(arrow_schema(columns)), name=name) for name, columns in VIEWS.items()}
    expression = measure.compute(Views(tables), measure.example.setting, **measure.example.parameters)
    assert "SELECT" in str(ibis.to_sql(expression, dialect="pyspark"))
