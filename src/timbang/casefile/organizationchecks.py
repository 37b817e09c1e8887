"""Organizations and who belongs to them, when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from timbang import states
from timbang.casefile import head
from timbang.casefile.datechecks import parse
from timbang.casefile.membershipfiles import organizations
from timbang.casefile.read import Read
from timbang.casefile.telling import noticed, wrong
from timbang.errors import Problem
from timbang.model import Agreement, Exercise, Figure, Membership, Observation, Record, Salience
from timbang.model.rows import ALL
from timbang.reading.codes import ORGANIZATION
from timbang.reading.codes import organization as short_name
from timbang.reading.flaws import Refused

# Organizations of three letters: others of three letters are taken for mistyped states.
THREE = ("CIS", "EEC", "ECO", "EEU", "GCC", "IMF", "OAS", "OAU", "OIC", "WEU", "WTO")


def _known(read: Read) -> set[str]:
    named = {row.organization for row in read.rows(Membership)} | {row.framework for row in read.rows(Exercise)}
    own = {read.head.organization} if read.head else set()
    return named | own | {o.code for o in organizations().values()} | set(THREE)


def names(read: Read) -> Iterator[Problem]:
    """Organizations written as no short name; frameworks that no state is a member of are noticed."""
    for row in read.rows(Membership):
        yield from _written(row, "organization", row.organization)
    known = {row.organization for row in read.rows(Membership)} | {o.code for o in organizations().values()}
    known |= {read.head.organization} if read.head else set()
    for exercise in read.rows(Exercise):
        yield from _written(exercise, "framework", exercise.framework)
        if ORGANIZATION.fullmatch(exercise.framework) and exercise.framework not in known:
            what = "memberships.csv has no member of this organization"
            yield noticed(exercise, "framework", what, exercise.framework)


def _written(row: Record, column: str, value: str) -> Iterator[Problem]:
    try:
        if value:
            short_name(value)
    except Refused as refused:
        yield wrong(row, column, refused.flaw.what, value, refused.flaw.expected, refused.flaw.todo)


def parties(read: Read) -> Iterator[Problem]:
    """Three capitals that are neither a state nor an organization known here: most likely mistyped."""
    known = _known(read)
    for row, column, code in _parties(read):
        if len(code) == 3 and code not in known and states.by_code(code) is None:
            near = states.suggest(code)
            todo = f"Did you mean {' or '.join(near)}? " if near else ""
            todo += "If it is an organization, give its members in memberships.csv"
            what = "this is neither a state nor an organization of this case"
            yield wrong(row, column, what, code, "the code of a state, or an organization", todo)


def _parties(read: Read) -> Iterator[tuple[Record, str, str]]:
    for agreement in read.rows(Agreement):
        yield from ((agreement, "parties", code) for code in agreement.parties)
    yield from ((figure, "state", figure.state) for figure in read.rows(Figure))
    yield from ((seen, "unit", seen.unit) for seen in read.rows(Observation))
    yield from ((row, "state", row.state) for row in read.rows(Salience) if row.state != ALL)


def members(read: Read) -> Iterator[Problem]:
    """A case whose organization has no members: legal while it is being written, and noticed."""
    if read.head is None or not read.whole(Membership):
        return
    rows = read.rows(Membership)
    if not any(row.organization == read.head.organization and row.role == "member" for row in rows):
        yield Problem(what="memberships.csv has no member of the case's organization", file=head.FILE,
                      column="organization", value=read.head.organization, level="notice",
                      todo="Add its members to memberships.csv")  # fmt: skip


def overlaps(read: Read) -> Iterator[Problem]:
    """Rows of one source that give a state the same role in an organization twice at a time."""
    spells: dict[tuple[str, str, str, str], list[Membership]] = {}
    for row in read.rows(Membership):
        spells.setdefault((row.organization, row.state, row.role, row.source), []).append(row)
    for rows in spells.values():
        rows.sort(key=lambda row: parse(row.start).first)
        for before, after in pairwise(rows):
            if not before.end or parse(before.end).first > parse(after.start).last:
                what = f"{after.state} is a {after.role} already since line {before.line}"
                todo = "End the earlier row, or correct one of the dates"
                yield wrong(after, "start", what, after.start, "a start after the end of the row before", todo)
