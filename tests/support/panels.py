"""A made-up source, its tables in a data home, and a measure of each level: what tests of panels are made with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timbang import registry
from timbang.datasets.home import Manifest, as_json, paths, sha256
from timbang.declared import DataTable, Example, Measure, Source
from timbang.tables import arrow_schema
from timbang.text import Text

Row = dict[str, Any]
SIZES: list[Row] = [  # milex of a few states; RUS from 1992, its size in 1993 missing; MAC is no state
    {"state": "CHN", "year": 1991, "size": 1.0}, {"state": "CHN", "year": 1992, "size": 2.0},
    {"state": "CHN", "year": 1993, "size": 3.0}, {"state": "RUS", "year": 1992, "size": 4.0},
    {"state": "RUS", "year": 1993, "size": None}, {"state": "KAZ", "year": 1992, "size": 0.5},
    {"state": "MAC", "year": 1992, "size": 9.0},
]  # fmt: skip
TIES: list[Row] = [{"state1": "CHN", "state2": "RUS", "year": 1992, "ties": 5, "sent1": 3, "sent2": 2}]
COLUMNS = {
    "sizes": {"state": "string", "year": "int", "size": "float"},
    "ties": {"state1": "string", "state2": "string", "year": "int", "ties": "int", "sent1": "int", "sent2": "int"},
}
ROWS = {"sizes": SIZES, "ties": TIES}


def _table(name: str) -> DataTable:
    return DataTable(
        name=name, label=Text(name, name), file=f"{name}.csv", needed=(), recognizes=lambda _: False,
        read=lambda _: None, columns=COLUMNS[name], key=("year",), coverage=(1991, 1993), version="1.0",
        rows=len(ROWS[name]),
    )  # fmt: skip


SOURCE = Source(
    name="made_up", label=Text("Made up", "Rekaan"), citation="Nobody. 2004. Sizes.",
    bibtex="@misc{nobody,\n  author = {Nobody, N.},\n  title = {Sizes},\n  year = {2004},\n}\n",
    licence="CC0-1.0", tables=(_table("sizes"), _table("ties")),
)  # fmt: skip


def _measure(name: str, level: str, by: tuple[str, ...], needs: tuple[str, ...], compute: Any, **more: Any) -> Measure:
    return Measure(
        name=name, label=Text(name.title(), f"{name.title()} (id)"), definition=Text(f"The {name}.", f"{name} itu."),
        family="power", kind="table", needs=needs, by=by, unit=Text("points", "poin"), range=(0, None),
        citation="Nobody. 2004.", example=Example(views={}, expect=[]), compute=compute, level=level, **more,
    )  # type: ignore[arg-type]  # fmt: skip


def _size(views: Any, setting: Any) -> Any:
    return views.sizes.select("state", "year", value=views.sizes.size)


def _total(views: Any, setting: Any) -> Any:
    return views.sizes.group_by("year").agg(value=views.sizes.size.sum())


def _ties(views: Any, setting: Any) -> Any:
    return views.ties.rename(value="ties")


def _sent(views: Any, setting: Any) -> Any:
    return views.ties.select("state1", "state2", "year", value="sent1")


PAIR = ("state1", "state2", "year")
MEASURES = {
    measure.name: measure
    for measure in (
        _measure("size", "state-year", ("state", "year"), ("sizes",), _size),
        _measure("total", "year", ("year",), ("sizes",), _total),
        _measure("ties", "dyad-year", PAIR, ("ties",), _ties, extra={"sent1": "int", "sent2": "int"}),
        _measure("sent", "dyad-year", PAIR, ("ties",), _sent, directed=True),
    )
}


@contextmanager
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The registry knows the made-up source and measures, and nothing else of their kind."""
    monkeypatch.setattr(registry, "sources", lambda: {"made_up": SOURCE})
    monkeypatch.setattr(registry, "_measures", lambda: MEASURES)
    for found in (registry.data_tables, registry.measures):
        found.cache_clear()
    yield
    for found in (registry.data_tables, registry.measures):
        found.cache_clear()


def furnish(home: Path, *names: str) -> Path:
    """Put the made-up tables of these names into a data home; both if none is named."""
    home.mkdir(parents=True, exist_ok=True)
    for name in names or COLUMNS:
        parquet, manifest = paths(home, name)
        pq.write_table(pa.Table.from_pylist(ROWS[name], schema=arrow_schema(COLUMNS[name])), parquet)
        told = Manifest(
            source="made_up", table=name, version="1.0", file=f"{name}.csv", sha256="0" * 64, bytes=1,
            rows=len(ROWS[name]), missing={}, first_year=1992, last_year=1993, notices=0, kept_sha256=sha256(parquet),
        )  # fmt: skip
        manifest.write_text(as_json(told), encoding="utf-8")
    return home
