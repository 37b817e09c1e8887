"""Reads a theory, and the vocabulary of implications that theories speak of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timbang.errors import Problem
from timbang.inference.checkfile import check
from timbang.inference.theory import Condition, Implication, Likelihood, Theory
from timbang.inference.theorynotes import Terms, cited, known, likelihood, measured, note, read, twice
from timbang.inference.theoryshapes import CONDITION, TARGETS
from timbang.inference.theoryshapes import implications as implications_shape
from timbang.inference.theoryshapes import theory as theory_shape
from timbang.reading.schema import At


def read_theory(path: Path, where: str, terms: Terms, problems: list[Problem]) -> Theory | None:
    """The theory of a file; None if it lacks something, with every mistake noted."""
    before = len(problems)
    found, at = read(path, where, theory_shape(terms.scale), problems)
    references = found.get("references", {})
    if "name" in found and found["name"] != path.stem:
        note(at, 0, "the theory's name is not its file's", found["name"], path.stem, "Rename the one or the other")
    if found.get("targets", ("",)) == ():
        note(at, 0, "no kind of target is named", "", " | ".join(TARGETS), "Write targets: [...]")
    rows = found.get("conditions", ())
    twice(rows, at.step("conditions"), "name")
    conditions = tuple(
        _condition(row, references, at.step("conditions")) for row in rows if set(CONDITION.required) <= set(row)
    )
    expects = _expects(found.get("expects", {}), references, terms, at.step("expects"))
    if len(problems) > before:
        return None
    return Theory(name=found["name"], label=found["label"], question=found["question"], authors=found["authors"],
                  claim=found["claim"], targets=found["targets"], conditions=conditions, references=references,
                  expects=expects, file=where)  # fmt: skip


def _condition(row: Mapping[str, Any], references: Mapping[str, str], at: At) -> Condition:
    here = at.step(row["name"])
    cited(row["citation"], references, row["line"], here)
    found = check(row["check"], here.step("check")) if row.get("check") else None
    return Condition(name=row["name"], text=row["text"], citation=row["citation"], check=found)


def _expects(found: Mapping[str, tuple[int, Any]], references: Mapping[str, str], terms: Terms,
             at: At) -> dict[str, Likelihood]:  # fmt: skip
    expected = {}
    for name, (line, item) in found.items():
        here = at.step(name)
        told = likelihood(item, references, terms, here)
        if known(name, terms.implications, line, here) and told:
            expected[name] = told
    return expected


def read_implications(path: Path, where: str, terms: Terms, problems: list[Problem]) -> dict[str, Implication]:
    """The implications of a file, by name, in its order; mistakes are noted."""
    found, at = read(path, where, implications_shape(terms.scale), problems)
    rows = found.get("implications", ())
    twice(rows, at.step("implications"), "name")
    told = {}
    for row in rows:
        here = at.step("implications").step(row.get("name", "?")).step("baseline")
        baseline = likelihood(row.get("baseline") or {}, found.get("references", {}), terms, here)
        if baseline and {"name", "label", "definition", "form", "cluster", "targeted"} <= set(row):
            told[row["name"]] = Implication(
                name=row["name"], label=row["label"], definition=row["definition"], form=row["form"],
                cluster=row["cluster"], baseline=baseline, targeted=row["targeted"] == "true",
                object=row.get("object", ""),
                measured=measured(row.get("measured")), line=row["line"],
            )  # fmt: skip
    return told
