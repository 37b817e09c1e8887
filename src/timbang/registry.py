"""Finds what each room holds: one declared thing per file, found by scanning, checked when found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from timbang.declared import (
    CHARTS,
    FAMILIES,
    DataTable,
    Example,
    Exporter,
    Format,
    Measure,
    Peek,
    Source,
)
from timbang.errors import misuse, stop

__all__ = ["CHARTS", "FAMILIES", "DataTable", "Example", "Exporter", "Format", "Measure", "Peek", "Source"]


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
def measures(level: str = "case") -> dict[str, Measure]:
    """Every measure of that level, by name: of a case, or `panel` for those of data sets."""
    every = _measures().items()
    return {name: measure for name, measure in every if (measure.level == "case") == (level == "case")}


@cache
def _measures() -> dict[str, Measure]:
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


@cache
def data_tables() -> dict[str, tuple[Source, DataTable]]:
    """Every table that some source gives, by name, with its source."""
    found: dict[str, tuple[Source, DataTable]] = {}
    for source in sources().values():
        for table in source.tables:
            if table.name in found:
                raise stop(f"two sources give a table {table.name}", file=f"timbang/sources/{source.name}.py",
                           todo="Rename one of them")  # fmt: skip
            found[table.name] = (source, table)
    return found


def shipped_cases() -> dict[str, Path]:
    """The cases that ship, name -> folder; any folder of timbang/cases with a case.yml."""
    root = Path(__file__).parent / "cases"
    return {path.parent.name: path.parent for path in sorted(root.glob("*/case.yml"))}


def codebooks() -> dict[str, Path]:
    """The codebooks that ship, name -> file; any YAML file of timbang/codebooks."""
    return {path.stem: path for path in sorted((Path(__file__).parent / "codebooks").glob("*.yml"))}


def declared_in(folder: Path) -> dict[str, Path]:
    """The YAML files of a folder, name -> file; those whose name begins with an underscore are shared by the others."""
    return {path.stem: path for path in sorted(folder.glob("*.yml")) if path.name[0] != "_"}


def theories() -> dict[str, Path]:
    """The theories that ship, name -> file."""
    return declared_in(Path(__file__).parent / "theories")


def typologies() -> dict[str, Path]:
    """The typologies that ship, name -> file."""
    return declared_in(Path(__file__).parent / "typologies")


def pick(things: Mapping[str, Any], name: str, what: str) -> Any:
    """The thing of that name, or a UsageError that lists what there is."""
    if name not in things:
        raise misuse(f"there is no {what} {name!r}", expected=", ".join(things) or "none are installed")
    return things[name]
