"""The engines that run Ibis expressions: DuckDB in this process, or Spark; chosen by a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from timbang.errors import misuse, stop

if TYPE_CHECKING:
    import pyarrow as pa

EXPECTED = "duckdb, spark, or the address of a Spark cluster (spark://HOST:PORT, yarn, k8s://...)"
CLUSTERS = ("spark://", "local[", "yarn", "k8s://")


class Engine(Protocol):
    """Tables in, answers out."""

    def table(self, name: str, given: pa.Table | Path) -> Any:
        """An Arrow table or Parquet file, as an Ibis table of that name."""

    def files(self, name: str, paths: Sequence[Path], lines: Lines | None) -> Any:
        """Files of one layout as one Ibis table: of text, or Parquet where that is None."""

    def answer(self, expression: Any) -> pa.Table:
        """The rows of an Ibis expression, as Arrow, with the types that Ibis says."""


@dataclass(frozen=True, slots=True)
class Lines:
    """How lines of text hold a table: the sign between cells, its columns, whether the first line names them."""

    separator: str
    columns: tuple[str, ...]  # all are read as text
    header: bool
    quoted: bool


def opened(word: str, memory: int | None = None) -> Engine:
    """The engine of that name, to use `memory` MiB at most where it is said; UsageError for any other name."""
    if word == "duckdb":
        return Duck(memory)
    if word == "spark" or word.startswith(CLUSTERS):
        from timbang.store.spark import Spark

        return Spark("local[*]" if word == "spark" else word, memory)
    raise misuse("there is no such engine", value=word, expected=EXPECTED)


class Duck:
    """DuckDB, embedded. Of panels on one thread: sums of fractions depend on how many add them up.

    With a limit of memory (MiB) it counts events, in whole numbers, on all cores; it then writes nothing to disk.
    """

    def __init__(self, memory: int | None = None):
        import ibis

        limits: dict[str, Any] = {"memory_limit": f"{memory}MiB", "temp_directory": ""} if memory else {"threads": 1}
        self._memory = memory
        self._backend = ibis.duckdb.connect(**limits)
        self._backend.con.execute("SET enable_progress_bar = false")  # it would be written among the data

    def table(self, name: str, given: pa.Table | Path) -> Any:
        """An Arrow table, scanned where it lies, or a Parquet file."""
        if isinstance(given, Path):
            return self._backend.read_parquet(given, table_name=name)
        self._backend.con.register(name, given)
        return self._backend.table(name)

    def files(self, name: str, paths: Sequence[Path], lines: Lines | None) -> Any:
        """Files of one layout as one table; a line with too few or too many cells stops the count."""
        given = [str(path) for path in paths]
        if lines is None:
            return self._backend.read_parquet(given, table_name=name)
        how = {
            "delim": lines.separator, "header": lines.header, "columns": dict.fromkeys(lines.columns, "VARCHAR"),
            "quote": '"' if lines.quoted else "", "escape": '"' if lines.quoted else "", "auto_detect": False,
        }  # fmt: skip
        return self._backend.read_csv(given, table_name=name, **how)

    def answer(self, expression: Any) -> pa.Table:
        """The rows as Arrow; TimbangError where memory does not suffice or a file's lines cannot be read."""
        import duckdb

        try:
            return self._backend.to_pyarrow(expression)
        except duckdb.OutOfMemoryException as problem:
            what = f"more than {self._memory} MiB of memory are needed"
            raise stop(what, expected="a higher limit, or Spark", todo="Say --memory, or --engine spark") from problem
        except duckdb.InvalidInputException as problem:
            raise stop(
                f"a file cannot be read: {_line(problem)}", todo="Get the file anew, or name its layout"
            ) from problem


def _line(problem: Exception) -> str:
    return " ".join(str(problem).split())[:300]
