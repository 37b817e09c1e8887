"""Exercises against their participants, and the columns of an exercise against each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from timbang.casefile import head
from timbang.casefile.read import Read
from timbang.casefile.telling import noticed, wrong
from timbang.errors import Problem
from timbang.model import Exercise, Participant
from timbang.reading.flaws import meant


def unknown_exercises(read: Read) -> Iterator[Problem]:
    """Participants (and phases, in case.yml) of exercises that are not there, or not by that source."""
    keys = read.keys(Exercise)
    if keys is None:
        return
    ids = {key[0] for key in keys}
    yield from _unread(read, ids)
    for row in read.rows(Participant):
        if row.exercise not in ids:
            todo = meant(row.exercise, ids) or "Add the exercise to exercises.csv"
            yield wrong(row, "exercise", "no exercise has this id", row.exercise, "an id of exercises.csv", todo)
        elif (row.exercise, row.source) not in keys:
            what = f"exercises.csv has no row of {row.exercise} by this source"
            todo = "Add that row to exercises.csv; what the source does not say stays empty"
            yield wrong(row, "source", what, row.source, "a source that has a row for the exercise", todo)
    for phase in _phases(read):
        if phase not in ids:
            yield Problem(what="no exercise has this id", file=head.FILE, column="resolution.phases", value=phase,
                          expected="an id of exercises.csv", todo=meant(phase, ids))  # fmt: skip


def _unread(read: Read, ids: set[str]) -> Iterator[Problem]:
    """The same of the rows that could not be read for another reason, so that one listing has it all."""
    reading = read.readings.get(Participant.FILE)
    for line, cells in reading.partly if reading else ():
        if (id := cells.get("exercise")) and id not in ids:
            todo = meant(id, ids) or "Add the exercise to exercises.csv"
            yield Problem(what="no exercise has this id", file=Participant.FILE, line=line, column="exercise", value=id,
                          expected="an id of exercises.csv", todo=todo)  # fmt: skip


def _phases(read: Read) -> Iterator[str]:
    for phase, whole in read.head.phases.items() if read.head else ():
        yield from (phase, whole)


def rosters(read: Read) -> Iterator[Problem]:
    """A source that names participants must say whether it names all; one that names none has no list."""
    keys = read.keys(Participant)
    if keys is None:
        return
    named = {(exercise, source) for exercise, _, source in keys}
    for row in read.rows(Exercise):
        has = (row.id, row.source) in named
        if has and not row.roster:
            todo = "Write open if the source itself leaves participants open, else complete"
            yield wrong(
                row, "roster", "participants are given, but not whether they are all", "", "complete | open", todo
            )
        if not has and row.roster == "complete" and read.whole(Participant):
            todo = "Leave roster empty if the source gives no participants"
            yield noticed(row, "roster", "the list of participants is complete, but nobody is on it", row.roster, todo)


def places(read: Read) -> Iterator[Problem]:
    """Positions beside their places, on the globe, and hosts against the states of the places."""
    for row in read.rows(Exercise):
        for name in ("lat", "lon", "precision"):
            items = getattr(row, name)
            if items and len(items) != len(row.place):
                what = f"{name} has {len(items)} items, place has {len(row.place)}"
                value = "|".join("" if item is None else str(item) for item in items)
                yield wrong(row, name, what, value, "one item for each place, in that order; an item may be empty")
        yield from _positions(row)
        yield from _hosts(row)


def _positions(row: Exercise) -> Iterator[Problem]:
    for name, most in (("lat", 90), ("lon", 180)):
        for value in getattr(row, name):
            if value is not None and abs(value) > most:
                todo = "Latitude is north, longitude is east; have they been exchanged?"
                yield wrong(
                    row, name, "this is not on the globe", f"{value:g}", f"degrees from -{most} to {most}", todo
                )
    for north, east in zip_longest(row.lat, row.lon):
        if (north is None) != (east is None):
            what = "a place has a latitude or a longitude, but not both"
            yield wrong(row, "lat", what, f"{north}, {east}", todo="Give both, or leave both empty")
            return


def _hosts(row: Exercise) -> Iterator[Problem]:
    """Notices: a place lies in a state that is no host, or a host has none of the places."""
    lies = [place[:3] if place[3:5] == ": " and place[:3].isupper() else "" for place in row.place]
    if not row.hosts or not any(lies):
        return
    guests = [code for code in dict.fromkeys(lies) if code and code not in row.hosts]
    idle = [] if "" in lies else [code for code in row.hosts if code not in lies]
    if guests or idle:
        what = " and ".join(
            [f"a place is in {code}, which is no host" for code in guests] + [f"no place is in {code}" for code in idle]
        )
        yield noticed(row, "hosts", what, "|".join(row.hosts))


def contributions(read: Read) -> Iterator[Problem]:
    """Troops by state that come to more than the source's own total: noticed."""
    sums: dict[tuple[str, str], int] = {}
    for part in read.rows(Participant):
        if part.troops:
            key = (part.exercise, part.source)
            sums[key] = sums.get(key, 0) + part.troops
    for row in read.rows(Exercise):
        total = sums.get((row.id, row.source), 0)
        if row.troops is not None and total > row.troops:
            yield noticed(row, "troops", f"the troops by state come to {total}, more than the total", str(row.troops))
