"""The views of a case as Ibis tables, on the case's engine; the one place where measures of cases meet an engine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from timbang.store.engines import opened
from timbang.tables import VIEWS, view

if TYPE_CHECKING:
    import pyarrow as pa


class Views:
    """Named tables, as attributes: `views.exercises`. Ibis tables, or Arrow tables for array measures."""

    def __init__(self, tables: Mapping[str, Any]):
        self._tables = tables

    def __getattr__(self, name: str) -> Any:
        if name not in VIEWS:
            raise AttributeError(f"no view {name!r}; there are {', '.join(VIEWS)}")
        return self._tables[name]


def arrow_views(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """All views, those not given empty, as Arrow tables that satisfy their contracts."""
    return {name: tables[name] if name in tables else view(name, []) for name in VIEWS}


class _Registered(dict[str, Any]):
    """Ibis tables over Arrow ones, each made ready when a measure first asks for it."""

    def __init__(self, arrow: Mapping[str, pa.Table], engine: Any):
        super().__init__()
        self._arrow, self._engine = arrow, engine

    def __missing__(self, name: str) -> Any:
        return self.setdefault(name, self._engine.table(name, self._arrow[name]))


class Engine:
    """DuckDB, or the engine of another name, over one set of views; runs measures on it."""

    def __init__(self, tables: Mapping[str, pa.Table], engine: str = "duckdb"):
        self.arrow = arrow_views(tables)
        self.exercises = len(self.arrow["exercises"])  # how many exercises these views hold
        self._engine = opened(engine)
        self._ibis, self._plain = Views(_Registered(self.arrow, self._engine)), Views(self.arrow)

    def measure(self, measure: Any, setting: Any, **parameters: Any) -> pa.Table:
        """The result of one measure: its key columns, value, low, high, evidence."""
        if measure.kind == "array":
            return measure.compute(self._plain, setting, **parameters)
        return self._engine.answer(measure.compute(self._ibis, setting, **parameters))
