"""The SQL sandbox against a hostile case: files, writes, extensions, settings, endless work, memory."""

import time
from pathlib import Path

import pytest

from timbang.errors import TimbangError
from timbang.store.sandbox import query
from timbang.tables import view

TABLES = {
    "exercises": view("exercises", [{"exercise": "a", "year": 2002, "troops": 300}, {"exercise": "b", "year": 2003}]),
}


def test_one_select_over_the_views_returns_its_rows() -> None:
    sql = "SELECT year, count(*) AS value FROM exercises GROUP BY year ORDER BY year"
    assert query(sql, TABLES) == [{"year": 2002, "value": 1}, {"year": 2003, "value": 1}]


HOSTILE = {
    "reads a file": "SELECT 1 AS value FROM read_csv('/etc/passwd')",
    "reads a file as text": "SELECT content AS value FROM read_text('/etc/passwd')",
    "reads a file by name": "SELECT 1 AS value FROM '/etc/passwd'",
    "lists files": "SELECT 1 AS value FROM glob('/*')",
    "writes a file": "COPY exercises TO 'stolen.csv'",
    "attaches a database": "ATTACH 'other.db'",
    "installs an extension": "INSTALL httpfs",
    "loads an extension": "LOAD httpfs",
    "changes a setting": "SET enable_external_access = true",
    "changes a setting by pragma": "PRAGMA enable_external_access = true",
    "two statements": "SELECT 1 AS value; SELECT 2 AS value",
    "deletes": "DELETE FROM exercises",
    "deletes inside a CTE": "WITH gone AS (DELETE FROM exercises RETURNING 1) SELECT 1 AS value FROM gone",
    "creates": "CREATE TABLE t AS SELECT 1 AS value",
    "exports": "EXPORT DATABASE 'stolen'",
    "no statement": "-- nothing",
    "no SQL": "not a query at all",
    "no value column": "SELECT 1 AS number",
    "reads the environment": "SELECT getenv('HOME') AS value",
    "too many rows": "SELECT 1 AS value FROM range(20000)",
    "huge string": "SELECT length(repeat('x', 4000000000)) AS value",
    "huge state": "SELECT count(*) AS value FROM (SELECT DISTINCT hash(i) FROM range(300000000) t(i))",
}


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_query_is_refused_with_a_message(sql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TimbangError, match="the query cannot be used"):
        query(sql, TABLES, seconds=5)
    assert not list(tmp_path.iterdir())


def test_an_endless_query_is_stopped_at_its_time() -> None:
    began = time.monotonic()
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t) SELECT count(*) AS value FROM t"
    with pytest.raises(TimbangError, match=r"stopped|memory"):
        query(endless, TABLES, seconds=2)
    assert time.monotonic() - began < 20  # not a measurement: it must end at all
