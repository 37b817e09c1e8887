"""What becomes of each row of a provider's file: rows read are rows entered and rows reported, none vanishes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from timbang.adding.decisions import Decision
from timbang.adding.likeness import Likeness, known_exercises, likeliest
from timbang.dates import parse
from timbang.errors import Problem
from timbang.model import Case, Exercise, Membership
from timbang.sources._reading import Found, Reading

ENTERED, PRESENT, FEW = "entered", "already in the case", "fewer than two members of the organization at the time"
OPEN = "fewer than two members are named, but participants are left open: look at these yourself (--json lists them)"
OUTSIDE, WAITS, SKIPPED = "outside the case's period", "waiting for your decision", "left out by your decision"
FATES = (ENTERED, PRESENT, WAITS, SKIPPED, OUTSIDE, OPEN, FEW)
Spells = Mapping[str, list[tuple[date, date]]]


@dataclass(slots=True)
class Addition:
    """What adding a file to a case comes to: the rows that enter, and the fate of every row, by locator."""

    rows: int
    years: tuple[int, int]  # the case's period afterwards
    entered: list[Found] = field(default_factory=list)
    fates: dict[str, list[str]] = field(default_factory=lambda: {fate: [] for fate in FATES})
    waiting: list[Likeness] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def weigh(
    case: Case, reading: Reading, source: str, decisions: Mapping[str, Decision], years: tuple[int, int]
) -> Addition:
    """Decide on every row of the file. Pure: nothing is written."""
    addition = Addition(len(reading.found), years)
    spells, known = member_spells(case), known_exercises(case, source)
    present = {row.locator for row in case.of(Exercise) if row.source == source}
    for one in reading.found:
        like = None
        if (fate := _kept_out(one, present, spells, years)) is None:
            like = likeliest(one, known)
            fate = _decided(like, decisions.get(one.exercise.locator))
        addition.fates[fate].append(one.exercise.locator)
        if fate == ENTERED:
            addition.entered.append(_named(one, decisions.get(one.exercise.locator)))
        elif fate == WAITS and like is not None:
            addition.waiting.append(like)
    taken = set(addition.fates[ENTERED])
    lines = {one.exercise.line for one in reading.found if one.exercise.locator in taken}
    addition.notices = [notice for notice in reading.notices if notice.line in lines]
    return addition


def _kept_out(one: Found, present: set[str], spells: Spells, years: tuple[int, int]) -> str | None:
    day = parse(one.exercise.start).first
    if one.exercise.locator in present:
        return PRESENT
    if not years[0] <= day.year <= years[1]:
        return OUTSIDE
    members = sum(any(first <= day <= last for first, last in spells.get(state, ())) for state in one.states)
    if members < 2:  # of an open list a second member cannot be ruled out
        return OPEN if one.exercise.roster == "open" else FEW
    return None


def _decided(like: Likeness | None, decision: Decision | None) -> str:
    if decision is not None and decision.word:
        return SKIPPED if decision.word == "skip" else ENTERED
    return WAITS if like else ENTERED


def _named(one: Found, decision: Decision | None) -> Found:
    """The row under the id of the exercise that it was decided to be, else under its own."""
    if decision is None or decision.word != "same":
        return one
    id = decision.exercise
    parts = tuple(replace(part, exercise=id) for part in one.participants)
    return replace(one, exercise=replace(one.exercise, id=id), participants=parts)


def member_spells(case: Case) -> dict[str, list[tuple[date, date]]]:
    """First and last possible day of each spell as a member of the case's organization, by state."""
    spells: dict[str, list[tuple[date, date]]] = {}
    for row in case.of(Membership):
        if row.organization == case.head.organization and row.role == "member":
            last = parse(row.end).last if row.end else date.max
            spells.setdefault(row.state, []).append((parse(row.start).first, last))
    return spells
