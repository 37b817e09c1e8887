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


def query(
    sql: str, tables: Mapping[str, pa.Table], *, where: str = "", seconds: float = SECONDS
) -> list[dict[str, Any]]:
    """The rows of one SELECT over the views; TimbangError if it is refused, fails, or outlasts its limits.

    `where` names the query in messages. The child sees a read-only copy of the views and nothing
    else: no files, no extensions, no settings, no temporary files.
    """
    with tempfile.TemporaryDirectory(prefix="timbang-", dir=_cache()) as folder:
        database = Path(folder) / "case.duckdb"
        _write(database, tables)
        return _checked(_run(database, sql, where, seconds), where)


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


def _run(database: Path, sql: str, where: str, seconds: float) -> dict[str, Any]:
    task = {"database": str(database), "sql": sql, "rows": ROWS, "megabytes": MEGABYTES, "seconds": seconds}
    child = subprocess.Popen(
        [sys.executable, "-I", str(CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        cwd=database.parent,
    )  # fmt: skip
    try:
        answer, _ = child.communicate(json.dumps(task).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise _refused(where, sql, f"it ran longer than {seconds:g} seconds and was stopped") from None
    if not answer:
        raise _refused(where, sql, f"it needed more than {MEGABYTES} MB of memory, or crashed, and was stopped")
    result: dict[str, Any] = json.loads(answer)
    if "error" in result:
        raise _refused(where, sql, result["error"])
    return result


def _checked(result: dict[str, Any], where: str) -> list[dict[str, Any]]:
    if "value" not in result["columns"]:
        raise _refused(where, "", f"it returns no column `value` (it returns {', '.join(result['columns'])})")
    return [dict(zip(result["columns"], row, strict=True)) for row in result["rows"]]


def _refused(where: str, sql: str, why: str) -> TimbangError:
    return stop(f"the query cannot be used: {why}", file="claims.yml", column=where, value=sql,
                expected="one SELECT over the views, with a column `value`")  # fmt: skip
