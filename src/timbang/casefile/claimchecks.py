"""Claims against the measures, rules, sources and exercises that they name."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from timbang.casefile.claimsfile import FILE
from timbang.casefile.read import Read
from timbang.errors import Problem
from timbang.inference.rules import parse
from timbang.model import Claim, Exercise, Reading
from timbang.reading.flaws import meant

OF_EVERY_RESULT = ("value", "low", "high", "set")


def claims(read: Read) -> Iterator[Problem]:
    """Everything about claims that their file alone cannot tell."""
    seen: dict[str, int] = {}
    for claim in read.claims.items:
        first = seen.setdefault(claim.id, claim.line)
        if first != claim.line:
            yield _at(claim, f"the claim on line {first} has the same id", claim.id, todo="Give one another id")
        if claim.group not in read.claims.groups:
            known = read.claims.groups
            yield _at(claim, "the group is not declared", claim.group, ", ".join(known), meant(claim.group, known))
        yield from _tested(claim)
        for reading in claim.readings:
            yield from _reading(read, claim, reading)


def _at(claim: Claim | Reading, what: str, value: str = "", expected: str = "", todo: str = "") -> Problem:
    return Problem(what=f"{claim.id}: {what}", file=FILE, line=claim.line, value=value, expected=expected, todo=todo)


def _tested(claim: Claim) -> Iterator[Problem]:
    """A claim about data has readings; one about an inference has criteria, and who coded them."""
    ids = [reading.id for reading in claim.readings]
    if len(set(ids)) < len(ids):
        yield _at(claim, "two readings have the same id", " | ".join(ids), todo="Give one another id")
    if claim.kind == "data" and not claim.readings:
        yield _at(claim, "a claim of kind data has no readings", todo="Add readings, each with measure and holds")
    if claim.kind == "inference" and not (claim.criteria and claim.coder):
        yield _at(claim, "a claim of kind inference has no criteria or no coder", todo="Add criteria: and coder:")


def _reading(read: Read, claim: Claim, reading: Reading) -> Iterator[Problem]:
    if bool(reading.measure) == bool(reading.query):
        yield _at(reading, "a reading names either a measure or a query", todo="Name one of the two")
    for rule in filter(None, (reading.holds, reading.partly)):
        try:
            parse(rule)
        except ValueError as error:
            yield _at(reading, str(error), rule, todo="The grammar of rules is in the documentation of claims.yml")
    yield from _among(read, reading)
    if reading.measure:
        yield from _measure(reading)


def _among(read: Read, reading: Reading) -> Iterator[Problem]:
    """Exercises and series that a reading narrows to must be there."""
    keys = read.keys(Exercise)
    if keys is None or not read.whole(Exercise):
        return
    ids, series = {key[0] for key in keys}, {row.series for row in read.rows(Exercise) if row.series} | {"none"}
    for word, known in (("only", ids), ("without", ids), ("series", series)):
        for value in reading.among.get(word, ()):
            if value not in known:
                yield _at(reading, f"no exercise has this {'series' if word == 'series' else 'id'}", value,
                          "as in exercises.csv", meant(value, known))  # fmt: skip


def _measure(reading: Reading) -> Iterator[Problem]:
    from timbang.registry import measures  # late: it loads an engine

    found = measures().get(reading.measure)
    if found is None:
        yield _at(reading, "there is no such measure", reading.measure, ", ".join(measures()),
                  meant(reading.measure, measures()))  # fmt: skip
        return
    parameters = _parameters(found.compute)
    for name in reading.parameters:
        if name not in parameters:
            yield _at(reading, f"{reading.measure} takes no such parameter", name, ", ".join(parameters) or "none")
    columns = (*found.by, *found.extra, *OF_EVERY_RESULT)
    for name in reading.where:
        if name not in columns:
            yield _at(reading, f"{reading.measure} has no such column", name, ", ".join(columns), meant(name, columns))


def _parameters(compute: Any) -> list[str]:
    """The keyword arguments a measure takes after the views and the setting."""
    return list(inspect.signature(compute).parameters)[2:]
