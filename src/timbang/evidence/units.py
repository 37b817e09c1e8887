"""Units of agreement: which passages each coder has read, and what their codings say of a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timbang.evidence.kappa import Units
from timbang.model.codings import Coding, Pass

Unit = tuple[str, str]  # document, passage
Readers = Mapping[Unit, set[str]]
Given = Mapping[tuple[Unit, str], list[Coding]]


def readers_of(codings: Sequence[Coding], passes: Sequence[Pass], passages: Mapping[str, Sequence[str]]) -> Readers:
    """Which coders have read each passage: those with a pass over it, or a coding of it."""
    readers: dict[Unit, set[str]] = {}
    for each in passes:
        for passage in each.passages or passages.get(each.document, ()):
            readers.setdefault((each.document, passage), set()).add(each.coder)
    for coding in codings:
        readers.setdefault((coding.document, coding.passage), set()).add(coding.coder)
    return readers


def given_in(codings: Sequence[Coding]) -> Given:
    """The codings of each passage by each coder."""
    given: dict[tuple[Unit, str], list[Coding]] = {}
    for coding in codings:
        given.setdefault(((coding.document, coding.passage), coding.coder), []).append(coding)
    return given


def value_of(codings: Iterable[Coding], code: str) -> str:
    """What a coder's codings of one passage say of a code."""
    denied = {coding.negated for coding in codings if coding.code == code}
    return {frozenset(): "absent", frozenset({False}): "affirmed", frozenset({True}): "denied"}.get(
        frozenset(denied), "both"
    )


def values_in(code: str, units: Sequence[Unit], coders: Sequence[str], readers: Readers, given: Given) -> Units:
    """What each coder says of a code in each unit; None where the coder has not read it."""
    return [[value_of(given.get((u, c), ()), code) if c in readers[u] else None for c in coders] for u in units]


def sets_in(units: Sequence[Unit], coders: Sequence[str], readers: Readers, given: Given) -> Units:
    """The set of codes each coder gave each unit, denied ones apart; None where it was not read."""

    def codes(unit: Unit, coder: str) -> frozenset[str]:
        return frozenset(f"{'not ' if c.negated else ''}{c.code}" for c in given.get((unit, coder), ()))

    return [[codes(u, c) if c in readers[u] else None for c in coders] for u in units]
