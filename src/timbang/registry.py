"""Finds what each room holds: one declared thing per file, found by scanning, checked when found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, Literal

from timbang.errors import misuse, stop
from timbang.model import Setting
from timbang.model.documents import Extracted
from timbang.text import Text

CHARTS = ("bars", "lines", "dots", "matrix", "timeline", "map", "network", "table")
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
    statement: Text  # filled with the columns, named as a reader reads them
    unknown: Text  # the same where the value is missing
    example: Example
    compute: Callable[..., Any]
    extra: Mapping[str, str] = field(default_factory=dict)  # further result columns -> type
    chart: str = "table"
    draw: Mapping[str, str] = field(default_factory=dict)  # chart role -> column: x, y, size, colour
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A provider of data: what its files look like and how rows are read from them."""

    name: str
    label: Text
    citation: str
    bibtex: str
    licence: str
    columns: tuple[str, ...]  # headers its file must have
    read: Callable[..., Any]
    gives: Literal["exercises", "speeches"] = "exercises"


def _scan(room: str, attribute: str, kind: type[Any]) -> dict[str, Any]:
    """Import every module of a room and collect what it declares, by name, in order."""
    package = importlib.import_module(f"timbang.{room}")
    modules = [f"timbang.{room}.{m.name}" for m in pkgutil.iter_modules(package.__path__) if m.name[0] != "_"]
    plugins = [(p.value, p.load()) for p in entry_points(group=f"timbang.{room}")]
    found: dict[str, Any] = {}
    for where, thing in [*((name, _declared(name, attribute)) for name in modules), *plugins]:
        if not isinstance(thing, kind):
            todo = f"Declare it, or begin the file's name with an underscore if it is shared by the {room}"
            expected = f"{attribute} = {kind.__name__}(...)"
            raise stop(f"{where} declares no {attribute}", file=_path(where), expected=expected, todo=todo)
        if thing.name in found:
            raise stop(f"two {room} are called {thing.name}", file=_path(where), todo="Rename one of them")
        found[thing.name] = thing
    return dict(sorted(found.items()))


def _declared(module: str, attribute: str) -> Any:
    """What a module declares; one that cannot even be imported is named, with the reason."""
    try:
        return getattr(importlib.import_module(module), attribute, None)
    except Exception as problem:
        what = f"{module} cannot be imported: {type(problem).__name__}: {problem}"
        raise stop(what, file=_path(module), todo=f"Mend what it declares as {attribute}") from problem


def _path(module: str) -> str:
    return module.partition(":")[0].replace(".", "/") + ".py"


@cache
def measures() -> dict[str, Measure]:
    """Every measure, by name."""
    found: dict[str, Measure] = _scan("measures", "MEASURE", Measure)
    for measure in found.values():
        if measure.chart not in CHARTS or measure.family not in FAMILIES:
            raise stop(f"measure {measure.name}: chart {measure.chart!r} or family {measure.family!r} is not known",
                       file=f"timbang/measures/{measure.name}.py", expected=f"{CHARTS}; {FAMILIES}")  # fmt: skip
    return found


@cache
def exporters() -> dict[str, Exporter]:
    """Every exporter, by name."""
    return _scan("report", "EXPORTER", Exporter)


@cache
def sources() -> dict[str, Source]:
    """Every source of data, by name."""
    return _scan("sources", "SOURCE", Source)


@cache
def formats() -> dict[str, Format]:
    """Every document format that can be read, by name."""
    return _scan("documents", "FORMAT", Format)


def shipped_cases() -> dict[str, Path]:
    """The cases that ship, name -> folder; any folder of timbang/cases with a case.yml."""
    root = Path(__file__).parent / "cases"
    return {path.parent.name: path.parent for path in sorted(root.glob("*/case.yml"))}


def codebooks() -> dict[str, Path]:
    """The codebooks that ship, name -> file; any YAML file of timbang/codebooks."""
    return {path.stem: path for path in sorted((Path(__file__).parent / "codebooks").glob("*.yml"))}


def pick(things: Mapping[str, Any], name: str, what: str) -> Any:
    """The thing of that name, or a UsageError that lists what there is."""
    if name not in things:
        raise misuse(f"there is no {what} {name!r}", expected=", ".join(things) or "none are installed")
    return things[name]
