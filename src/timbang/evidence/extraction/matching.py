"""Is a suggested exercise known to a case, new to it, or in conflict with what one of its sources says?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from typing import Literal

from timbang.edtf import parse
from timbang.evidence.extraction.conflicts import Conflict, conflicts
from timbang.model.exercises import Exercise, Participant
from timbang.model.suggestions import Suggestion

NEAR = timedelta(days=3)
ALIKE = 0.8  # of letters in common, in order

Fate = Literal["known", "new", "conflict"]


@dataclass(frozen=True, slots=True)
class Match:
    """A suggestion, what it is to the case, the exercise it is most like, in what, and where sources differ."""

    suggestion: Suggestion
    fate: Fate
    exercise: str = ""
    reason: str = ""
    conflicts: tuple[Conflict, ...] = ()


@dataclass(slots=True)
class _Known:
    """An exercise of the case, over all its sources."""

    id: str
    rows: list[Exercise] = field(default_factory=list)
    sent: list[Participant] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    spans: list[tuple[date, date]] = field(default_factory=list)

    @property
    def states(self) -> set[str]:
        return {one.state for one in self.sent}

    @property
    def years(self) -> set[int]:
        return {day.year for span in self.spans for day in span}


def match(
    suggestions: Iterable[Suggestion], exercises: Iterable[Exercise], participants: Iterable[Participant]
) -> list[Match]:
    """Each suggestion, in order, with its fate in a case that has these rows.

    Like are: exercises within three days of each other with two states, and half of the smaller side, in common, or
    with a like name; or of the same year with a like name and no other states; or, undated, of exactly one name.
    """
    known = _known(exercises, participants)
    return [_match(one, known) for one in suggestions]


def _known(exercises: Iterable[Exercise], participants: Iterable[Participant]) -> list[_Known]:
    found: dict[str, _Known] = {}
    for row in exercises:
        one = found.setdefault(row.id, _Known(row.id))
        one.rows.append(row)
        one.names |= {letters(row.name_en), letters(row.name_id)} - {""}
        one.spans += _span(row.start, row.end)
    for part in participants:
        if part.exercise in found:
            found[part.exercise].sent.append(part)
    return [found[id] for id in sorted(found)]


def _span(start: str, end: str) -> list[tuple[date, date]]:
    return [(parse(start or end).first, parse(end or start).last)] if start or end else []


def _match(suggestion: Suggestion, known: list[_Known]) -> Match:
    marks = [(marks, one) for one in known if (marks := list(_marks(suggestion, one)))]
    if not marks:
        return Match(suggestion, "new")
    reasons, best = max(marks, key=lambda pair: len(pair[0]))
    differ = tuple(conflicts(suggestion, best.rows, best.sent))
    return Match(suggestion, "conflict" if differ else "known", best.id, "; ".join(reasons), differ)


def _marks(suggestion: Suggestion, known: _Known) -> Iterator[str]:
    """In what the two are alike; nothing if that is not enough."""
    span = _span(suggestion.fields.get("start", ""), suggestion.fields.get("end", ""))
    exact = (
        bool(span) and parse(suggestion.fields["start" if "start" in suggestion.fields else "end"]).precision != "year"
    )
    near = exact and any(a <= span[0][1] + NEAR and span[0][0] <= b + NEAR for a, b in known.spans)
    name = letters(suggestion.fields.get("name_en", ""))
    named = bool(name) and any(_alike(name, other) for other in known.names)
    states = {one.state for one in suggestion.participants}
    shared = sorted(states & known.states)
    many = len(shared) >= 2 and 2 * len(shared) >= min(len(states), len(known.states))
    same_year = named and bool(span) and bool({span[0][0].year, span[0][1].year} & known.years)
    fits = bool(shared) or not states or not known.states
    undated = not span and name in known.names and fits
    if (near and (many or named)) or (same_year and fits) or undated:
        yield from (["dates"] if near else ["year"] if same_year else [])
        yield from (["name"] if named else [])
        yield from ([f"participants {', '.join(shared)}"] if shared else [])


def letters(name: str) -> str:
    """A name as it is compared: its letters and digits only, small."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _alike(one: str, other: str) -> bool:
    """Whether two names are nearly the same; names with different numbers in them are not."""
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        bare, other_bare = re.sub(r"\d+", "", one), re.sub(r"\d+", "", other)
        return bool(bare) and bare == other_bare and not (re.search(r"\d", one) and re.search(r"\d", other))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
