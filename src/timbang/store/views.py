"""The views of a case as Ibis tables, on DuckDB; the one place where measures meet an engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from timbang.tables import VIEWS, view

if TYPE_CHECKING:
    import pyarrow as pa


class Views:
    """Named tables, as attributes: `views.exercises`; each is made ready when it is first asked for."""

    def __init__(self, ready: Callable[[str], Any]):
        self._ready = ready

    def __getattr__(self, name: str) -> Any:
        if name not in VIEWS:
            raise AttributeError(f"no view {name!r}; there are {', '.join(VIEWS)}")
        table = self._ready(name)
        setattr(self, name, table)
        return table


class Engine:
    """An embedded DuckDB over one set of views; runs measures on it."""

    def __init__(self, tables: Mapping[str, pa.Table]):
        import ibis

        self.arrow = {name: tables[name] if name in tables else view(name, []) for name in VIEWS}
        self.exercises = len(self.arrow["exercises"])  # how many exercises these views hold
        self._backend = ibis.duckdb.connect(threads=1)  # one thread: sums do not depend on the machine
        self._ibis, self._plain = Views(self._registered), Views(self.arrow.__getitem__)

    def _registered(self, name: str) -> Any:
        self._backend.con.register(name, self.arrow[name])  # scanned where it lies, not copied
        return self._backend.table(name)

    def measure(self, measure: Any, setting: Any, **parameters: Any) -> pa.Table:
        """The result of one measure: its key columns, value, low, high, evidence."""
        if measure.kind == "array":
            return measure.compute(self._plain, setting, **parameters)
        return self._backend.to_pyarrow(measure.compute(self._ibis, setting, **parameters))
