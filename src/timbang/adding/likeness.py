"""Does a row look like an exercise that the case has already, from another source?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher

from timbang.dates import parse
from timbang.model import Case, Exercise, Participant
from timbang.sources._reading import Found

NEAR = timedelta(days=3)
ALIKE = 0.8  # of letters in common, in order


@dataclass(slots=True)
class Known:
    """An exercise of the case: its names, spans and participants over all sources but the one being added."""

    id: str
    names: set[str] = field(default_factory=set)
    spans: list[tuple[date, date]] = field(default_factory=list)  # of rows dated to the month or the day
    years: set[int] = field(default_factory=set)
    states: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Likeness:
    """A row, the exercise of the case that it is most like, and in what."""

    row: Found
    exercise: str
    reason: str


def known_exercises(case: Case, but: str) -> list[Known]:
    """The exercises of the case as the other sources give them."""
    known: dict[str, Known] = {}
    for row in case.of(Exercise):
        if row.source != but:
            _note(known.setdefault(row.id, Known(row.id)), row)
    for part in case.of(Participant):
        if part.source != but and part.exercise in known:
            known[part.exercise].states.add(part.state)
    return list(known.values())


def _note(known: Known, row: Exercise) -> None:
    known.names.add(_letters(row.name_en))
    if row.start:
        start = parse(row.start)
        known.years.add(start.first.year)
        if start.precision != "year":
            known.spans.append((start.first, parse(row.end or row.start).last))


def likeliest(row: Found, known: Iterable[Known]) -> Likeness | None:
    """The exercise most like the row; None if none is like it.

    Like: at the same time (within three days) with at least two states, and half of the smaller
    side, in common, or with a like name; or in the same year with a like name and a state in common.
    """
    marks = ((mark, one) for one in known if (mark := _mark(row, one)))
    best = max(marks, key=lambda pair: (len(pair[0]), pair[1].id), default=None)
    return Likeness(row, best[1].id, "; ".join(best[0])) if best else None


def _mark(row: Found, known: Known) -> list[str]:
    """In what they are alike; empty if not enough."""
    start = parse(row.exercise.start)
    end = parse(row.exercise.end or row.exercise.start)
    near = any(first <= end.last + NEAR and start.first <= last + NEAR for first, last in known.spans)
    named = any(_same(_letters(row.exercise.name_en), name) for name in known.names)
    shared = sorted(row.states & known.states)
    many = len(shared) >= 2 and 2 * len(shared) >= min(len(row.states), len(known.states))
    same_year = named and shared and start.first.year in known.years
    if not ((near and (many or named)) or same_year):
        return []
    said = {"within three days": near, "a like name": named, f"{len(shared)} states in common": bool(shared)}
    return [words for words, true in said.items() if true]


def _letters(name: str) -> str:
    return "" if name.startswith("Unnamed exercise") else re.sub(r"[^a-z]+", "", name.lower())


def _same(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 4:
        return False
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= ALIKE
