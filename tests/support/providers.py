"""Two small providers of data, in place of the real ones, and files of theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from timbang import registry
from timbang.registry import DataTable, Peek, Source
from timbang.sources._table import Read, raw
from timbang.text import Text

POWER = "stateabb,ccode,year,milex\nUSA,2,1900,10\nUSA,2,1901,-9\nUKG,200,1900,12.5\n"
MAJORS = "ccode,styear\n2,1898\n200,1816\n"


def read_power(path: Path) -> Read:
    rows = raw(path, ("ccode", "year", "milex"), "Power 1.0")
    years = rows.integers("year")
    return rows.read({"state": rows.by_cow("ccode", years), "year": years, "milex": rows.numbers("milex")})


def read_majors(path: Path) -> Read:
    rows = raw(path, ("ccode", "styear"), "Majors 1")
    first = rows.integers("styear")
    return rows.read({"state": rows.by_cow("ccode", first), "first": first})


def has(*columns: str) -> Any:
    def recognizes(seen: Peek) -> bool:
        return set(columns) <= set(seen.columns)

    return recognizes


def power(**more: Any) -> DataTable:
    given: dict[str, Any] = {
        "name": "power", "label": Text("Power", "Kekuatan"), "file": "power.csv",
        "needed": ("ccode", "year", "milex"), "unread": ("state*",), "recognizes": has("ccode", "milex"),
        "read": read_power, "columns": {"state": "string", "year": "int", "milex": "float"}, "key": ("state", "year"),
        "coverage": (1816, 2016), "version": "1.0", "rows": 3, "ranges": {"milex": (0, None)},
    }  # fmt: skip
    return DataTable(**(given | more))


def source(name: str, *tables: DataTable) -> Source:
    title = name.title()
    bibtex = f"@misc{{doe2001{name}, title = {{{title}}}}}\n"
    return Source(name=name, label=Text(title, title), citation=f"Doe, Jane. 2001. {title}.", bibtex=bibtex,
                  licence="Cite it.", tables=tables)  # fmt: skip


@contextmanager
def providers(**more: Any) -> Iterator[None]:
    """Have the sources `strength` (table power, of which `more` may say otherwise) and `ranks` (majors), alone."""
    majors = DataTable(
        name="majors", label=Text("Majors", "Negara besar"), file="majors.csv", needed=("ccode", "styear"),
        recognizes=has("styear"), read=read_majors, columns={"state": "string", "first": "int"}, key=("state", "first"),
        coverage=(1816, 2016), version="2016",
    )  # fmt: skip
    those = {one.name: one for one in (source("ranks", majors), source("strength", power(**more)))}
    with patch.object(registry, "sources", lambda: those):
        registry.data_tables.cache_clear()
        try:
            yield
        finally:
            registry.data_tables.cache_clear()
