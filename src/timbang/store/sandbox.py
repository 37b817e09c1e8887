"""SQL from a case that may be a stranger's: one statement, in a child process that is killed at its limits."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import TimbangError, stop

if TYPE_CHECKING:
    import pyarrow as pa

SECONDS = 10.0
MEGABYTES = 1024  # what the query may add to the child's memory: DuckDB's own limit does not bound scalars
ROWS = 10_000
CHILD = Path(__file__).with_name("sandbox_child.py")


Rows = list[dict[str, Any]]


def query(sql: str, tables: Mapping[str, pa.Table], *, seconds: float = SECONDS) -> Rows:
    """The rows of one SELECT over the views; as `queries`."""
    return queries({"query": sql}, tables, seconds=seconds)["query"]


def queries(sql: Mapping[str, str], tables: Mapping[str, pa.Table], *, seconds: float = SECONDS) -> dict[str, Rows]:
    """The rows of SELECTs over the views, by the name each has in messages.

    All run in one child, within `seconds` together; TimbangError names the first that is refused,
    fails, or outlasts the limits. The child sees a read-only copy of the views and nothing else: no
    files, no extensions, no settings, no temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="timbang-", dir=_cache()) as folder:
        database = Path(folder) / "case.duckdb"
        _write(database, tables)
        answers = _run(database, sql, seconds)
        return {name: _checked(answer, name, sql[name]) for name, answer in answers.items()}


def _cache() -> str:
    import platformdirs

    folder = Path(platformdirs.user_cache_dir("timbang"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return tempfile.gettempdir()
    return str(folder)


def _write(database: Path, tables: Mapping[str, pa.Table]) -> None:
    import duckdb

    with duckdb.connect(str(database)) as connection:
        for name, table in tables.items():
            connection.register("given", table)
            connection.execute(f'CREATE TABLE "{name}" AS FROM given')
            connection.unregister("given")


def _run(database: Path, sql: Mapping[str, str], seconds: float) -> dict[str, dict[str, Any]]:
    """The child's answer to each query, in order; it writes a line as it ends each, so a kill names the culprit."""
    task = {"database": str(database), "sql": list(sql.values()), "rows": ROWS, "megabytes": MEGABYTES,
            "seconds": seconds}  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-I", str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=database.parent,
    )  # fmt: skip
    why = f"it needed more than {MEGABYTES} MB of memory, or crashed, and was stopped"
    try:
        output, _ = child.communicate(json.dumps(task).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        output, _ = child.communicate()
        why = f"it ran longer than {seconds:g} seconds and was stopped"
    answers = [json.loads(line) for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    if len(answers) < len(sql):
        name = list(sql)[len(answers)]
        raise _refused(name, sql[name], why)
    return dict(zip(sql, answers, strict=True))


def _checked(answer: dict[str, Any], name: str, sql: str) -> Rows:
    if "error" in answer:
        raise _refused(name, sql, answer["error"])
    if "value" not in answer["columns"]:
        raise _refused(name, sql, f"it returns no column `value` (it returns {', '.join(answer['columns'])})")
    return [dict(zip(answer["columns"], row, strict=True)) for row in answer["rows"]]


def _refused(where: str, sql: str, why: str) -> TimbangError:
    return stop(f"the query cannot be used: {why}", file="claims.yml", column=where, value=sql,
                expected="one SELECT over the views, with a column `value`")  # fmt: skip
