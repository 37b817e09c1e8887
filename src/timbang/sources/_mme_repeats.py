"""Rows of MME that may be one exercise: entered twice, or one row for each of its phases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from timbang.dates import parse
from timbang.errors import Problem
from timbang.sources._reading import Found

GAP = timedelta(days=7)  # between the phases of one exercise
UNNAMED = "Unnamed exercise (MME "


def repeats(found: Iterable[Found], file: str) -> list[Problem]:
    """A notice for each row that, at most a week apart, has a state and the name or the words in common with another.

    Numbers in names are overlooked, and only rows that follow one another in time are compared.
    """
    pairs: dict[tuple[str, str], Problem] = {}
    in_time = sorted((one for one in found if one.states), key=lambda one: (_span(one), one.exercise.line))
    for alike in (_name, _words):
        groups: dict[str, list[Found]] = defaultdict(list)
        for one in in_time:
            groups[alike(one)].append(one)
        groups.pop("", None)
        for earlier, later in _meeting(groups.values()):
            pairs[earlier.exercise.id, later.exercise.id] = _notice(earlier, later, file)
    return list(pairs.values())


def _name(one: Found) -> str:
    name = one.exercise.name_en
    return "" if name.startswith(UNNAMED) else re.sub(r"[^a-z]+", "", name.lower())


def _words(one: Found) -> str:
    return one.about.lower() if one.about != "-9" else ""


def _meeting(groups: Iterable[list[Found]]) -> Iterator[tuple[Found, Found]]:
    """Rows of one group that follow one another, meet in time and share a state."""
    for group in groups:
        for earlier, later in pairwise(group):
            if _span(later)[0] <= _span(earlier)[1] + GAP and earlier.states & later.states:
                yield earlier, later


def _span(one: Found) -> tuple[date, date]:
    start, end = one.exercise.start, one.exercise.end or one.exercise.start
    return parse(start).first, parse(end).last


def _notice(earlier: Found, later: Found, file: str) -> Problem:
    other = earlier.exercise
    return Problem(
        what="this may be the same exercise as another row, or another phase of it",
        file=file, line=later.exercise.line, column="MMEID", value=f"{later.exercise.locator} {later.exercise.name_en}",
        todo=f"Compare {other.locator} {other.name_en}, line {other.line}. To count them once, name one as a phase of "
             "the other in case.yml, under resolution: phases", level="notice",
    )  # fmt: skip
