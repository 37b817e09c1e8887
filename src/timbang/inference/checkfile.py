"""Reads how a measure checks a scope condition, and notes what no measure of a case has: a name, a column, a rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from timbang import registry
from timbang.inference.theory import Check
from timbang.inference.theorynotes import note
from timbang.inference.theoryshapes import CHECK
from timbang.reading.flaws import meant
from timbang.reading.schema import At

VALUES = ("value", "low", "high")


def check(found: Mapping[str, Any], at: At) -> Check | None:
    """The check of a mapping that could be read whole, each mistake noted; None where something is missing."""
    if not set(CHECK.required) <= set(found):
        return None
    line, given = found["line"], {key: value for key, value in found.items() if key != "line"}
    refused = any(problem.file == at.file and "this is no rule" in problem.what for problem in at.problems)
    if not refused and not {"affirmed", "denied"} & set(given):
        note(at, line, "no rule says when it holds or fails", "", "affirmed:, denied:, or both", "Write one")
    known = registry.measures()
    if given["measure"] not in known:
        todo = meant(given["measure"], known) or "See all with: timbang list measures"
        note(at, line, "no measure of a case is called so", given["measure"], "a measure of a case", todo)
        return None
    measure = known[given["measure"]]
    for key, name, columns in _columns(given, measure):
        if name not in columns:
            what = f"{measure.name} has no such column"
            note(at.step(key), line, what, name, " | ".join(columns), meant(name, columns) or "Name one of them")
    return Check(**given)


def _columns(given: Mapping[str, Any], measure: registry.Measure) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Each key that names a column, the name, and which columns the measure has for it."""
    for key in ("unit", "target"):
        if key in given:
            yield key, given[key], measure.by
    for name in given.get("where", ()):
        yield "where", name, (*measure.by, *measure.extra)
    if "column" in given:
        yield "column", given["column"], (*VALUES, *measure.extra)
