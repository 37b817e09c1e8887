"""The child of the sandbox: reads one task from standard input, answers in JSON, and is expendable.

Runs as a script of its own (`python -I`), so it imports nothing of timbang.
"""

import json
import sys
from pathlib import Path
from typing import Any

LOCKED: dict[str, Any] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "temp_directory": "",
    "threads": "1",
}


def limit(megabytes: int, seconds: float) -> None:
    """Bound address space, processor time and file size; Windows has only the parent's clock."""
    try:
        import resource
    except ImportError:
        return
    size = reserved() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def reserved() -> int:
    """Bytes of address space the process holds before the query: DuckDB reserves much, uses little."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * 4096
    except OSError:
        return 4 * 1024**3


def opened(task: dict[str, Any]) -> Any:
    """A connection to the database that can read it and do nothing else."""
    import duckdb

    config = LOCKED | {"memory_limit": f"{task['megabytes'] // 4}MB"}
    connection = duckdb.connect(task["database"], read_only=True, config=config)
    connection.execute("SET lock_configuration = true")
    return connection


def answer(connection: Any, sql: str, most: int) -> dict[str, Any]:
    """Run one statement; its columns and rows, or the error, of one line."""
    import duckdb

    try:
        statements = duckdb.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            return {"error": "it is not one single SELECT"}
        result = connection.execute(statements[0].query)
        rows = result.fetchmany(most + 1)
    except Exception as problem:  # a stranger's query may raise anything
        return {"error": " ".join(str(problem).split())[:300] or type(problem).__name__}
    if len(rows) > most:
        return {"error": f"it returns more than {most} rows"}
    return {"columns": [column[0] for column in result.description or ()], "rows": rows}


def main() -> None:
    """Answer the queries in order, a line of JSON for each as soon as it ends."""
    task = json.load(sys.stdin)
    connection = opened(task)
    limit(task["megabytes"], task["seconds"])
    for sql in task["sql"]:
        print(json.dumps(answer(connection, sql, task["rows"]), default=str), flush=True)


if __name__ == "__main__":
    main()
