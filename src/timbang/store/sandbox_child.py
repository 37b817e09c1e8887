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


def answer(task: dict[str, Any]) -> dict[str, Any]:
    """Run the one statement; its columns and rows, or the error."""
    import duckdb

    statements = duckdb.extract_statements(task["sql"])
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        return {"error": "it is not one single SELECT"}
    config = LOCKED | {"memory_limit": f"{task['megabytes'] // 4}MB"}
    connection = duckdb.connect(task["database"], read_only=True, config=config)
    connection.execute("SET lock_configuration = true")
    limit(task["megabytes"], task["seconds"])
    result = connection.execute(statements[0].query)
    rows = result.fetchmany(task["rows"] + 1)
    if len(rows) > task["rows"]:
        return {"error": f"it returns more than {task['rows']} rows"}
    return {"columns": [column[0] for column in result.description or ()], "rows": rows}


def main() -> None:
    """Answer the task; whatever goes wrong becomes an error message of one line."""
    try:
        text = json.dumps(answer(json.load(sys.stdin)), default=str)
    except Exception as problem:
        text = json.dumps({"error": " ".join(str(problem).split())[:300] or type(problem).__name__})
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
