"""What each room declares, one thing a file: measures, sources and their data tables, exporters, formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from timbang.errors import misuse
from timbang.model import Setting
from timbang.model.documents import Extracted
from timbang.text import Text

CHARTS = ("bars", "lines", "dots", "matrix", "timeline", "map", "network", "table")
UNSAID = Text("", "")
FAMILIES = ("regionalization", "regionalism", "power", "threat", "interest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A case worked by hand: rows of views in (missing columns are null), rows of the result out.

    `expect` lists rows in any order; only the columns it names are compared.
    """

    views: Mapping[str, list[dict[str, Any]]]
    expect: list[dict[str, Any]]
    setting: Setting = field(default_factory=lambda: Setting(organization="TST", first_year=2001, last_year=2003))
    parameters: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measured quantity: what it is called, how it is counted, who defined it, and the code.

    Level `case`: it reads views of a case (tables.VIEWS), and its findings enter the case's report.
    Other levels read tables of data sets (DataTable) and enter panels; `by` is (year), (state, year)
    or (state1, state2, year). Of these, each pair stands once, state1 < state2 by code, unless the
    measure is `directed`. They give `by`, `value` and `extra`, and need no evidence, statement or bounds.

    `compute(views, setting, **parameters)` returns a table with the columns of `by` and `extra`,
    `value`, optionally `low` and `high` (bounds, else equal to value), and `evidence`: a list of
    references `file:id` (`exercises:peace-mission-2007`) to the rows behind each value. A `table`
    measure gets Ibis tables and returns an Ibis expression; an `array` measure gets Arrow tables
    and returns one.
    """

    name: str
    label: Text
    definition: Text
    family: str
    kind: Literal["table", "array"]
    needs: tuple[str, ...]
    by: tuple[str, ...]
    unit: Text
    range: tuple[float | None, float | None]
    citation: str
    statement: Text = UNSAID  # filled with the columns, named as a reader reads them; of level case
    unknown: Text = UNSAID  # the same where the value is missing
    example: Example
    compute: Callable[..., Any]
    level: Literal["case", "year", "state-year", "dyad-year"] = "case"
    directed: bool = False  # of dyad-years: state1 towards state2
    extra: Mapping[str, str] = field(default_factory=dict)  # further result columns -> type
    chart: str = "table"
    # Chart role -> column: x, y, size, colour, panel; logarithmic: the column whose scale is.
    draw: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Text] = field(default_factory=dict)  # labels of codes of its own
    order: int = 100  # place in the report, within its family
    scope: Literal["framework", "all"] = "framework"  # which exercises: those documented as the organization's, or all
    # Which years: all of the period, those whose record is held complete, or also those before and after the period.
    record: Literal["any", "complete", "whole"] = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporter:
    """A way out: writes the results of a run, or one table, to files."""

    name: str
    label: Text
    takes: Literal["results", "table"]
    write: Callable[..., Any]  # results: (results, folder, langs) -> paths; table: (table, path) -> None
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A document format: how a file of that kind is recognized by content, and read."""

    name: str
    label: Text
    suffixes: tuple[str, ...]
    recognizes: Callable[[bytes, str], bool]  # the file's first bytes, its name
    read: Callable[..., Extracted]  # (path) -> Extracted; raises TimbangError where nothing can be read


@dataclass(frozen=True, slots=True)
class Peek:
    """The beginning of a file, by which it is recognized: its name, first bytes, and columns where it has any."""

    name: str
    head: bytes  # at most 64 KiB
    columns: tuple[str, ...]  # header of a CSV or tab-separated file, of a Parquet file, or (); trimmed, as written
    sheets: tuple[str, ...] = ()  # names of an Excel workbook's sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """One table of a provider, read from one file of his, in the form that measures read.

    States are timbang's codes and years are integers; missing is null, never a code or a zero.
    `read(path)` returns a sources._table.Read; it raises TimbangError, with all problems, for a file
    that is truncated, has bad cells or lacks columns.
    """

    name: str  # as measures name it: views.NAME
    label: Text
    file: str  # what the provider calls the file
    needed: tuple[str, ...]  # columns the file must have
    unread: tuple[str, ...] = ()  # its other columns, or patterns (`atopid*`) of them; any further one is told
    recognizes: Callable[[Peek], bool]  # by content; the file's name may have been changed
    read: Callable[[Path], Any]
    columns: Mapping[str, str]  # of the table read -> string, int, float, bool, date
    key: tuple[str, ...]  # unique in the table
    coverage: tuple[int, int]  # first and last year
    goes_on: str = ""  # another table, from which measures that need both take the years after these
    version: str
    rows: int | None = None  # of the table read from the version's file; another number is told
    ranges: Mapping[str, tuple[float | None, float | None]] = field(default_factory=dict)
    holes: Mapping[str, str] = field(default_factory=dict)  # known gaps -> why: {"year 1993": "..."}
    sha256: str = ""  # of the provider's file, where known
    url: str = ""  # where `timbang data get` finds it; empty if it must be fetched by hand


def _no_rows(path: Path) -> Any:
    raise misuse("this source has no rows that enter a case", value=path.name, todo=f"Try: timbang data add {path}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A provider of data: what its files look like and how rows are read from them."""

    name: str
    label: Text
    citation: str
    bibtex: str
    licence: str
    tables: tuple[DataTable, ...] = ()
    # Of a source whose rows `timbang add` enters into a case:
    columns: tuple[str, ...] = ()  # headers its file must have
    read: Callable[..., Any] = _no_rows
    gives: Literal["exercises", "speeches", "tables"] = "tables"
