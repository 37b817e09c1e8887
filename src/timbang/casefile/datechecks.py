"""Dates against each other, against the states they are told of, and against the period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from timbang import dates, states
from timbang.casefile import head
from timbang.casefile.read import Read
from timbang.casefile.telling import noticed, wrong
from timbang.errors import Problem
from timbang.model import Agreement, Designation, Event, Exercise, Figure, Membership, Observation, Participant, Record

parse = lru_cache(maxsize=200_000)(dates.parse)
# Records with a beginning and an end: the fields, and the columns that hold them.
SPANS = (
    (Membership, "start", "end", "end"),
    (Exercise, "start", "end", "end"),
    (Agreement, "date", "ends", "ends"),
    (Designation, "start", "end", "to"),
)


@lru_cache(maxsize=100_000)
def surely_before(end: str, start: str) -> bool:
    """Whether the last day an end can mean is before the first day a start can mean."""
    return bool(end and start) and parse(end).last < parse(start).first


def reversed_dates(read: Read) -> Iterator[Problem]:
    """Ends that surely precede their beginnings; imprecise dates have the benefit of the doubt."""
    for record, start, end, column in SPANS:
        for row in read.rows(record):
            if surely_before(getattr(row, end), getattr(row, start)):
                yield _backwards(row, column, getattr(row, end), getattr(row, start))
    for seen in read.rows(Observation):
        if seen.until is not None and seen.year is not None and seen.until < seen.year:
            yield _backwards(seen, "until", str(seen.until), str(seen.year))


def _backwards(row: Record, column: str, end: str, start: str) -> Problem:
    todo = "Correct one of them; if the source misprints it, say so in date_as_given"
    return wrong(row, column, f"the end is before the start ({start})", end, f"{start} or later", todo)


def misprints(read: Read) -> Iterator[Problem]:
    """Wordings kept because the source misprints: noticed; a proposed date must be marked as one."""
    for row in read.rows(Exercise):
        if not row.date_as_given:
            continue
        given = [day for day in (row.start, row.end) if day]
        if given and not any(parse(day).uncertain for day in given):
            what = "the date is a proposed reading, but is not marked as one"
            yield wrong(row, "start", what, given[0], f"{given[0]}?", "Mark it with ?")
        what = f"the source's date cannot be read as it stands; read here as {' to '.join(given) or 'no date'}"
        yield noticed(row, "date_as_given", what, row.date_as_given)
    for figure in read.rows(Figure):
        if figure.as_given:
            yield noticed(figure, "as_given", "the source's figure is kept in its own wording", figure.as_given)


@lru_cache(maxsize=200_000)
def _existed(code: str, first: date, last: date) -> bool:
    return states.by_code(code) is None or states.exists(code, first) or states.exists(code, last)


def not_yet_states(read: Read) -> Iterator[Problem]:
    """States named for a day on which they were no states: noticed, once for each cell."""
    dated = {(row.id, row.source): row for row in read.rows(Exercise)}
    for row in dated.values():
        yield from _absent(row, "hosts", row.hosts, row.start, row.end)
    for part in read.rows(Participant):
        if exercise := dated.get((part.exercise, part.source)):
            yield from _absent(part, "state", (part.state,), exercise.start, exercise.end)
    for member in read.rows(Membership):
        yield from _absent(member, "state", (member.state,), member.start)
    for agreement in read.rows(Agreement):
        yield from _absent(agreement, "parties", agreement.parties, agreement.date)
    for event in read.rows(Event):
        yield from _absent(event, "states", event.states, event.date)
    for figure in read.rows(Figure):
        yield from _absent(figure, "state", (figure.state,), f"{figure.year:04}" if figure.year else "")


def _absent(row: Record, column: str, codes: tuple[str, ...], start: str, end: str = "") -> Iterator[Problem]:
    if not start or not codes:
        return
    first, last = parse(start).first, parse(end or start).last
    for code in codes:
        if not _existed(code, first, max(first, last)):
            todo = "Check the date, and whether a predecessor is meant"
            yield noticed(row, column, f"{code} was not a state in {start}", code, todo)


def outside_the_period(read: Read) -> Iterator[Problem]:
    """Exercises that surely began outside the period: kept, and not counted; noticed once."""
    if read.head is None:
        return
    first, last = date(read.head.first_year, 1, 1), date(read.head.last_year, 12, 31)
    begun = [(row.id, parse(row.start)) for row in read.rows(Exercise) if row.start]
    if out := {id for id, start in begun if start.last < first or start.first > last}:
        what = f"outside the period, by the date of some source: {len(out)} of {len({i for i, _ in begun})} exercises"
        period = f"{read.head.first_year}-{read.head.last_year}"
        yield Problem(what=what, file=head.FILE, column="period", value=period, level="notice")
