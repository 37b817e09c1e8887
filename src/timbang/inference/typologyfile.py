"""Reads a typology: markers of revision and status quo, and types as regions of their plane and of capability."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.inference.theory import Marker, Region, Typology
from timbang.inference.theorynotes import Terms, cited, known, likelihood, note, read, twice
from timbang.inference.theoryshapes import typology
from timbang.reading.schema import At

AXES = ("revision", "status_quo")


def read_typology(path: Path, where: str, terms: Terms, problems: list[Problem]) -> Typology | None:
    """The typology of a file; None if it lacks something, with every mistake noted."""
    before = len(problems)
    found, at = read(path, where, typology(terms.scale), problems)
    references = found.get("references", {})
    if "name" in found and found["name"] != path.stem:
        note(at, 0, "the typology's name is not its file's", found["name"], path.stem, "Rename the one or the other")
    axes = {axis: _markers(found.get(axis, {}), references, terms, at.step(axis)) for axis in AXES}
    rows = found.get("types", ())
    twice(rows, at.step("types"), "name")
    types = tuple(_region(row, references, at.step("types")) for row in rows if {"name", "label", "reason"} <= set(row))
    if len(problems) > before:
        return None
    return Typology(name=found["name"], label=found["label"], claim=found["claim"], references=references,
                    revision=axes["revision"], status_quo=axes["status_quo"], types=types, file=where)  # fmt: skip


def _markers(found: Mapping[str, tuple[int, Any]], references: Mapping[str, str], terms: Terms,
             at: At) -> dict[str, Marker]:  # fmt: skip
    markers = {}
    for name, (line, ends) in found.items():
        here = at.step(name)
        zero, one = (likelihood(ends.get(key, {}), references, terms, here) for key in ("at_zero", "at_one"))
        if known(name, terms.implications, line, here) and zero and one:
            markers[name] = Marker(implication=name, at_zero=zero, at_one=one)
            if zero.mean == one.mean:
                note(here, line, "as likely at 0 as at 1, it marks nothing", zero.words, todo="Delete it, or mend it")
    return markers


def _region(row: Mapping[str, Any], references: Mapping[str, str], at: At) -> Region:
    cited(row.get("citation", "judgement"), references, row["line"], at.step(row["name"]))
    boxes = {key: row[key] for key in (*AXES, "surplus", "capability") if key in row}
    return Region(name=row["name"], label=row["label"], certain=row.get("certain") == "yes", reason=row["reason"],
                  citation=row.get("citation", ""), **boxes)  # fmt: skip
