"""Checks that need more than one cell: rows against rows, files against files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timbang.casefile import (
    claimchecks,
    coded,
    datechecks,
    evidencechecks,
    exercisechecks,
    filechecks,
    organizationchecks,
    questionchecks,
    saliencechecks,
    sourcechecks,
)
from timbang.casefile.read import Read
from timbang.errors import Problem
from timbang.reading.rows import MOST_PROBLEMS

Check = Callable[[Read], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    filechecks.stray_files,
    filechecks.documents,
    sourcechecks.missing,
    sourcechecks.unused,
    datechecks.reversed_dates,
    datechecks.misprints,
    datechecks.not_yet_states,
    datechecks.outside_the_period,
    exercisechecks.unknown_exercises,
    exercisechecks.rosters,
    exercisechecks.places,
    exercisechecks.contributions,
    organizationchecks.names,
    organizationchecks.parties,
    organizationchecks.members,
    organizationchecks.overlaps,
    saliencechecks.counts,
    saliencechecks.means,
    evidencechecks.implications,
    evidencechecks.origins,
    evidencechecks.voices,
    coded.notices,
    questionchecks.questions,
    claimchecks.claims,  # last: it may have to load the measures
)


def cross_checks(read: Read) -> list[Problem]:
    """All cross-checks over what could be read."""
    return [problem for check in CHECKS for problem in _bounded(check(read))]


def _bounded(found: Iterator[Problem]) -> Iterator[Problem]:
    """At most so many problems of one kind: one cause may have millions."""
    for number, problem in enumerate(found, 1):
        yield problem
        if number == MOST_PROBLEMS:
            what = f"{number} problems of this kind are listed ({problem.what}); there may be more"
            yield Problem(what=what, file=problem.file, level=problem.level, todo="Mend those first")
            return
