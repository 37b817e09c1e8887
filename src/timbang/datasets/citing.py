"""How data sets are cited: those at home, or those named by table or source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timbang import registry
from timbang.datasets.home import Available
from timbang.errors import misuse
from timbang.registry import DataTable, Source, data_tables


@dataclass(frozen=True, slots=True)
class Citation:
    """A source to be cited, and which of its tables, in which version, are meant."""

    source: Source
    tables: tuple[DataTable, ...]

    @property
    def versions(self) -> str:
        """`6.0`, or `MIDA 5.0; MIDB 5.0` where tables have versions of their own."""
        return "; ".join(dict.fromkeys(table.version for table in self.tables))


def citations(names: Iterable[str], kept: Available) -> list[Citation]:
    """Each source named, by itself or by one of its tables; without names, those with tables at home."""
    wanted = {table for name in names for table in _tables(name)} or set(kept)
    found: dict[str, list[DataTable]] = {}
    for name, (source, table) in data_tables().items():
        if name in wanted:
            found.setdefault(source.name, []).append(table)
    return [Citation(registry.sources()[name], tuple(tables)) for name, tables in sorted(found.items())]


def _tables(name: str) -> list[str]:
    """The table of that name, or all tables of the source of that name."""
    if name in data_tables():
        return [name]
    if name in registry.sources() and registry.sources()[name].tables:
        return [table.name for table in registry.sources()[name].tables]
    raise misuse(f"there is no table or source of tables {name!r}", todo="See them with: timbang data list")
