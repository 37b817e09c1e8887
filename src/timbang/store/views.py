"""The views of a case as Ibis tables, on DuckDB; the one place where measures meet an engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timbang.tables import VIEWS, view

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa


class Views:
    """Named tables, as attributes: `views.exercises`. Ibis tables, or Arrow tables for array measures."""

    def __init__(self, tables: Mapping[str, Any]):
        self._tables = dict(tables)

    def __getattr__(self, name: str) -> Any:
        try:
            return self._tables[name]
        except KeyError:
            raise AttributeError(f"no view {name!r}; there are {', '.join(self._tables)}") from None


def arrow_views(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """All views, those not given empty, as Arrow tables that satisfy their contracts."""
    return {name: tables[name] if name in tables else view(name, []) for name in VIEWS}


class Engine:
    """An embedded DuckDB holding one set of views; runs measures on it."""

    def __init__(self, tables: Mapping[str, pa.Table]):
        import ibis

        self.arrow = arrow_views(tables)
        self.exercises = len(self.arrow["exercises"])  # how many exercises these views hold
        self._backend = ibis.duckdb.connect(threads=1)  # one thread: sums do not depend on the machine
        loaded = {name: self._load(name, table) for name, table in self.arrow.items()}
        self._ibis, self._plain = Views(loaded), Views(self.arrow)

    def _load(self, name: str, table: pa.Table) -> ir.Table:
        return self._backend.create_table(name, table)

    def measure(self, measure: Any, setting: Any, **parameters: Any) -> pa.Table:
        """The result of one measure: its key columns, value, low, high, evidence."""
        views = self._ibis if measure.kind == "table" else self._plain
        result = measure.compute(views, setting, **parameters)
        return result if measure.kind == "array" else self._backend.to_pyarrow(result)
