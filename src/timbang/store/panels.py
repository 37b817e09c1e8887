"""Data sets as Ibis tables, and the measures of panels on them, on the engine that the user chose."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.store.engines import opened
from timbang.tables import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.registry import Measure

# The table that comes from timbang's own dated table of states, not from a provider: states of each year.
SYSTEM = {"state": "string", "year": "int", "cow": "int", "gw": "int"}


class Tables:
    """Named tables, as attributes: `views.nmc`. Ibis tables, or Arrow tables for array measures."""

    def __init__(self, load: Any, columns: Mapping[str, Mapping[str, str]]):
        self._load, self._columns = load, columns
        self._loaded: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name not in self._columns:
            raise AttributeError(f"no table {name!r}; there are {', '.join(self._columns)}")
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]


class PanelEngine:
    """An engine over data tables, each an Arrow table or a Parquet file; tables not given are empty.

    `columns` names every table that a measure may ask for, with its columns (registry.data_tables, SYSTEM).
    `engine` is duckdb (embedded), spark (on this machine) or the address of a Spark cluster. Array measures
    run in this process on either.
    """

    def __init__(
        self, given: Mapping[str, pa.Table | Path], columns: Mapping[str, Mapping[str, str]], engine: str = "duckdb"
    ):
        self._given, self._columns = given, {**columns, "system": SYSTEM}
        self._engine = opened(engine)
        self._ibis, self._arrow = Tables(self._registered, self._columns), Tables(self._read, self._columns)

    def measure(self, measure: Measure, setting: Setting, **parameters: Any) -> pa.Table:
        """The result of one measure of a panel: `by`, `value` and `extra`."""
        if measure.kind == "array":
            return measure.compute(self._arrow, setting, **parameters)
        return self._engine.answer(measure.compute(self._ibis, setting, **parameters))

    def _read(self, name: str) -> pa.Table:
        import pyarrow.parquet as pq

        found = self._given.get(name)
        if found is None:
            return arrow_schema(self._columns[name]).empty_table()
        return pq.read_table(found) if isinstance(found, Path) else found

    def _registered(self, name: str) -> Any:
        found = self._given.get(name)
        return self._engine.table(name, found if isinstance(found, Path) else self._read(name))
