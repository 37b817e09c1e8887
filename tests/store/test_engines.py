"""Which engine a word means, and what is said where it cannot run."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow as pa
import pytest

from timbang.errors import TimbangError, UsageError
from timbang.store.engines import Lines, opened


@pytest.mark.parametrize("word", ["", "Spark", "excel", "http://example.org", "duckdb://"])
def test_a_word_that_means_no_engine_is_misuse(word: str) -> None:
    with pytest.raises(UsageError, match="duckdb, spark"):
        opened(word)


def test_without_spark_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyspark", "pyspark.sql", "pyspark.errors"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(TimbangError, match=r"Spark is not installed.*pip install 'timbang\[spark\]'"):
        opened("spark")


@pytest.mark.spark
def test_without_java_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TimbangError, match=r"Spark needs Java.*openjdk-17-jre-headless"):
        opened("spark")


def test_an_answer_has_the_types_that_ibis_says() -> None:
    engine = opened("duckdb")
    table = engine.table("t", pa.table({"a": [1, 2, None], "b": ["x", "y", "x"]}))
    found = engine.answer(table.group_by("b").agg(n=table.a.count(), total=table.a.sum()).order_by("b"))
    assert found.to_pydict() == {"b": ["x", "y"], "n": [1, 1], "total": [1, 2]}


def test_a_file_with_a_line_too_short_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("1\t2\n3\n", encoding="utf-8")
    engine = opened("duckdb", 256)
    with pytest.raises(TimbangError, match="cannot be read"):
        engine.answer(engine.files("t", [path], Lines("\t", ("a", "b"), header=False, quoted=False)))
