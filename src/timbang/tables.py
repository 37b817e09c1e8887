"""Column contracts: the files a case holds (from the records) and the views measures read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from timbang.errors import stop
from timbang.model import RECORDS, Record

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a case file: its header, the record's field, and what its cells may be."""

    header: str
    field: str
    kind: str
    doc: str
    required: bool
    among: str
    optional: bool = False  # the file may lack the column


@dataclass(frozen=True, slots=True)
class Contract:
    """One file of a case: its columns in order, its key, and the record a row becomes."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    record: type[Record]

    @property
    def headers(self) -> tuple[str, ...]:
        """The header row."""
        return tuple(column.header for column in self.columns)

    @property
    def needed(self) -> tuple[str, ...]:
        """The headers that a file cannot lack."""
        return tuple(column.header for column in self.columns if not column.optional)


DECLARED = ("kind", "doc", "required", "among", "optional")  # of a record's cell, in the order of Column


def contract(record: type[Record]) -> Contract:
    """The contract that a record's fields declare."""
    columns = tuple(
        Column(f.metadata["column"] or f.name, f.name, *(f.metadata[key] for key in DECLARED))
        for f in fields(record)
        if f.metadata
    )
    return Contract(record.FILE, columns, record.KEY, record)


@cache
def contracts() -> dict[str, Contract]:
    """Every file of a case, by file name."""
    return {record.FILE: contract(record) for record in RECORDS}


# The views: what measures read. Built by casefile.views from a case after its resolution rule has
# been applied. Absence of a row in `participation` means: did not take part.
VIEWS: dict[str, dict[str, str]] = {
    "exercises": {
        "exercise": "string",  # id
        "year": "int",  # year it began (first possible year, if imprecise)
        "last_year": "int",  # last year in which it can have begun
        "name_en": "string",
        "name_id": "string",
        "series": "string",  # "none" where no series is named
        "framework": "string",  # null unless a source documents it
        "setting": "string",  # documented | members | outsiders | unknown
        "open_to_all": "bool",  # three or more members took part, or under an open roster may have
        "roster": "string",  # complete | open; null if no source names participants
        "start": "date",  # first possible day
        "end": "date",  # last possible day
        "days": "float",  # inclusive; null if either end is unknown
        "days_low": "float",
        "days_high": "float",
        "troops": "float",  # by the preferred source
        "troops_low": "float",  # over the sources
        "troops_high": "float",
        "qualifier": "string",
        "equipment": "strings",
        "purpose_stated": "strings",
        "purpose_attributed": "strings",
        "participants": "float",  # states taking part: value, and bounds
        "participants_low": "float",
        "participants_high": "float",
        "members": "strings",  # of the organization on the first day; null if that is unknown
        "sources": "strings",
    },
    "participation": {
        "exercise": "string",
        "year": "int",
        "state": "string",
        "member": "bool",  # a member of the organization on the first day
        "value": "int",  # 1 takes part by the preferred source (certain), else 0
        "low": "int",  # 1 if every source that gives a complete roster agrees
        "high": "int",  # 1 if some source names it, or an open roster leaves room for it
        "named": "int",  # 1 if some source names it, though with a question mark
        "troops": "float",  # what it sent, by the source of the exercise's total (any source, if no total)
    },
    "hosts": {
        "exercise": "string",
        "year": "int",
        "state": "string",
        "value": "int",  # 1 if a host by the preferred source that names any, else 0
        "low": "int",  # 1 if every source that names hosts names it
        "high": "int",  # 1: some source names it
    },
    "places": {
        "exercise": "string",
        "year": "int",
        "place": "string",
        "state": "string",
        "lat": "float",
        "lon": "float",
        "precision": "string",
    },
    "agencies": {"exercise": "string", "year": "int", "agency": "string"},
    "members": {"year": "int", "state": "string", "share": "float"},  # share of the year as a member
    "years": {
        "year": "int",
        "complete": "bool",  # is the record of framework exercises held complete? null: not said, taken as yes
        "complete_others": "bool",  # the same for exercises outside the framework
    },
    "states": {"state": "string", "member": "bool", "outside": "bool"},  # members ever, outside powers
    "agreements": {
        "agreement": "string",
        "kind": "string",
        "field": "string",
        "year": "int",  # null if no source dates it
        "ends": "int",  # last year in force; null if still
        "first": "date",  # first and last day it can have been concluded
        "last": "date",
        "name_en": "string",
        "name_id": "string",
    },
    "figures": {
        "row": "int",  # line in figures.csv, which names the row
        "state": "string",
        "towards": "string",  # the other of a pair; null where the number is on one state
        "year": "int",
        "variable": "string",
        "value": "float",
        "unit": "string",
        "version": "string",  # of the data set; null for a figure that a publication gives
        "source": "string",
    },
    "salience": {  # of one source for each state, year and code; all years of the file, not only those of the period
        "row": "int",  # line in salience.csv, which names the row
        "state": "string",  # ALL for all states of the corpus
        "year": "int",
        "code": "string",
        "threat": "bool",  # is it the code of a threat?
        "passages": "int",  # sentences read
        "coded": "int",  # of them with the code
        "states": "int",  # of ALL: how many; null for a state
        "mean": "float",  # of ALL: of the states' shares
        "interval_low": "float",  # of ALL: of the mean, 95%
        "interval_high": "float",
        "corpus": "string",
        "codebook": "string",
        "source": "string",
    },
    "events": {
        "event": "string",
        "year": "int",
        "first": "date",  # first and last day it can have happened
        "last": "date",
        "kind": "string",
        "label_en": "string",
        "label_id": "string",
    },
}


def arrow_schema(columns: Mapping[str, str]) -> pa.Schema:
    """The Arrow schema of a view, or of a measure's result."""
    import pyarrow as pa

    types: dict[str, Any] = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
    }
    return pa.schema([(name, types[kind]) for name, kind in columns.items()])


def view(name: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """Rows as the Arrow table of a view; a missing key is null, an unknown key is an error."""
    import pyarrow as pa

    schema = arrow_schema(VIEWS[name])
    rows = list(rows)
    stray = {key for row in rows for key in row} - set(schema.names)
    if stray:
        raise stop(f"view {name} has no column {', '.join(sorted(stray))}", expected=", ".join(schema.names))
    columns = {n: pa.array([row.get(n) for row in rows], type=schema.field(n).type) for n in schema.names}
    return pa.table(columns, schema=schema)
