"""Spark, where a user outgrows one machine: the same Ibis expressions, on this machine's cores or on a cluster."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import stop

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.engines import Lines

NUMBERS = count()
AGAIN = "Get the file anew; it may be cut short"
INSTALL = "Install it with: pip install 'timbang[spark]'"
JAVA = "Install Java 17 (Debian: openjdk-17-jre-headless), or set JAVA_HOME"
LOCAL = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.csv.parser.columnPruning.enabled": "false",  # else lines with too few cells pass unseen
    "spark.sql.ansi.enabled": "false",  # what divides by zero or cannot be read is missing, as on DuckDB
}


class Spark:
    """A Spark session at a master's address; `memory` (MiB) is what its driver may use where it is this machine."""

    def __init__(self, master: str = "local[*]", memory: int | None = None):
        self._session = session(master, memory)
        import ibis

        self._backend = ibis.pyspark.connect(self._session)

    def table(self, name: str, given: pa.Table | Path) -> Any:
        """An Arrow table, sent to Spark, or a Parquet file, which every worker must be able to read."""
        if isinstance(given, Path):
            return self._view(name, self._session.read.parquet(_address(given)))
        return self._view(name, self._session.createDataFrame(given))

    def files(self, name: str, paths: Sequence[Path], lines: Lines | None) -> Any:
        """Files of one layout as one table; a line with too few or too many cells stops the count."""
        addresses = [_address(path) for path in paths]
        if lines is None:
            return self._view(name, self._session.read.parquet(*addresses))
        schema = ", ".join(f"`{column}` STRING" for column in lines.columns)
        quote = '"' if lines.quoted else ""
        frame = self._session.read.csv(addresses, schema=schema, sep=lines.separator, header=lines.header, quote=quote,
                                       escape=quote, mode="FAILFAST", encoding="UTF-8", enforceSchema=True)  # fmt: skip
        return self._view(name, frame)

    def answer(self, expression: Any) -> pa.Table:
        """The rows as Arrow; not by way of pandas, which would make fractions of whole numbers with gaps."""
        from ibis.expr.operations import InMemoryTable
        from ibis.formats.pyarrow import PyArrowData

        for held in expression.op().find(InMemoryTable):  # ibis' own way loses whole numbers beside a null
            frame = self._session.createDataFrame(held.data.to_pyarrow(held.schema))
            frame.createOrReplaceTempView(held.name)
        try:
            found = self._backend.raw_sql(self._backend.compile(expression)).toArrow()
        except Exception as problem:  # Spark's own, or the bridge's to Java
            if "FAILED_READ_FILE" not in str(problem):
                raise
            raise stop("a file cannot be read: a line has too few or too many cells", todo=AGAIN) from problem
        return PyArrowData.convert_table(found, expression.as_table().schema())

    def _view(self, name: str, frame: Any) -> Any:
        """Under a name of its own: engines of one process share a session, and Spark reads a view when it is asked."""
        own = f"{name}_{next(NUMBERS)}"
        frame.createOrReplaceTempView(own)
        return self._backend.table(own)


def session(master: str, memory: int | None) -> Any:
    """The session, begun unless one runs in this process; TimbangError where Spark or Java is missing."""
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError:
        raise stop("Spark is not installed", expected="the package pyspark", todo=INSTALL) from None
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise stop("Spark needs Java, which is not there", expected="java on the PATH", todo=JAVA)
    builder = SparkSession.builder.master(master).appName("timbang")
    settings = SETTINGS | (LOCAL if master.startswith("local") else {})
    settings |= {"spark.driver.memory": f"{memory}m"} if memory else {}
    if master.startswith("local"):  # as many parts as cores: the default, 200, is for clusters
        settings |= {"spark.sql.shuffle.partitions": str(os.cpu_count() or 1)}
    for key, value in settings.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except (PySparkException, RuntimeError) as problem:
        why = " ".join(str(problem).split())[:200]
        raise stop(f"Spark does not start: {why}", value=master, expected="Java 17 or later, a master that answers",
                   todo=JAVA) from problem  # fmt: skip


def _address(path: Path) -> str:
    return path.resolve().as_uri()
