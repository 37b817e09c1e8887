"""Where a suggestion and a source of the case cannot both be right: field, source, what each says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timbang.edtf import parse
from timbang.model.exercises import Exercise, Participant
from timbang.model.suggestions import Suggestion

ABOUT = 0.1  # by what share a number that is hedged by `about` may differ


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which a source of the case says something that excludes what is suggested."""

    field: str
    source: str
    theirs: str
    ours: str


def conflicts(suggestion: Suggestion, rows: Iterable[Exercise], sent: Iterable[Participant]) -> Iterator[Conflict]:
    """Every conflict with each source's row of the same exercise; what either side leaves open is none."""
    parts = list(sent)
    for row in rows:
        yield from _in_row(suggestion, row)
        own = [one for one in parts if one.source == row.source]
        if own:
            yield from _in_participants(suggestion, row, own)


def _in_row(suggestion: Suggestion, row: Exercise) -> Iterator[Conflict]:
    fields = suggestion.fields
    for side, theirs in (("start", row.start), ("end", row.end)):
        ours = fields.get(side, "")
        if ours and theirs and not _same_time(ours, theirs):
            yield Conflict(side, row.source, theirs, ours)
    if "troops" in fields and row.troops is not None:
        count, hedge = int(fields["troops"]), fields.get("qualifier", "")
        if not _same_number(count, hedge, row.troops, row.qualifier):
            yield Conflict("troops", row.source, _hedged(row.troops, row.qualifier), _hedged(count, hedge))
    states = _states(fields.get("place", "").split("|"))
    known = _states(row.place) | set(row.hosts)
    if states and known and not states & known:
        yield Conflict("place", row.source, ", ".join(sorted(known)), ", ".join(sorted(states)))


def _same_time(one: str, other: str) -> bool:
    """Whether two dates can be the same day: a month is no conflict with a day in it."""
    a, b = parse(one), parse(other)
    return a.first <= b.last and b.first <= a.last


def _same_number(one: int, hedge: str, other: int, other_hedge: str) -> bool:
    """Whether two hedged numbers can be of the same size."""
    low, high = _bounds(one, hedge)
    other_low, other_high = _bounds(other, other_hedge)
    return low <= other_high and other_low <= high


def _bounds(number: int, hedge: str) -> tuple[float, float]:
    low = 0.0 if hedge == "under" else number * (1 - ABOUT) if hedge == "about" else float(number)
    high = float("inf") if hedge == "over" else number * (1 + ABOUT) if hedge == "about" else float(number)
    return low, high


def _hedged(number: int, hedge: str) -> str:
    return f"{hedge} {number}".strip()


def _states(places: Iterable[str]) -> set[str]:
    return {code for place in places if (code := place.partition(":")[0]) and ":" in place}


def _in_participants(suggestion: Suggestion, row: Exercise, own: list[Participant]) -> Iterator[Conflict]:
    """States that only one side names, where the other's list is complete; roles and troops that differ."""
    ours, theirs = {one.state: one for one in suggestion.participants}, {one.state: one for one in own}
    if not ours:
        return
    only_ours = sorted(ours.keys() - theirs.keys()) if row.roster != "open" else []
    only_theirs = sorted(theirs.keys() - ours.keys()) if suggestion.fields.get("roster") == "complete" else []
    if only_ours or only_theirs:
        yield Conflict("participants", row.source, ", ".join(only_theirs) or "-", ", ".join(only_ours) or "-")
    for state in sorted(ours.keys() & theirs.keys()):
        a, b = ours[state], theirs[state]
        if a.role != b.role:
            yield Conflict(f"role of {state}", row.source, b.role, a.role)
        if a.troops is None or b.troops is None:
            continue
        if not _same_number(a.troops, a.qualifier, b.troops, b.qualifier):
            theirs_hedged, ours_hedged = _hedged(b.troops, b.qualifier), _hedged(a.troops, a.qualifier)
            yield Conflict(f"troops of {state}", row.source, theirs_hedged, ours_hedged)
