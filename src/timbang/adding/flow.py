"""Adding a provider's file to a case: read, decide on every row, check the outcome, write all or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from timbang.adding import decisions
from timbang.adding.fates import Addition, member_spells, weigh
from timbang.adding.writing import written
from timbang.casefile import lock, open_case
from timbang.dates import parse
from timbang.errors import misuse
from timbang.model import Case, Exercise
from timbang.registry import Source, shipped_cases
from timbang.sources._reading import Reading


def add_exercises(folder: Path, source: Source, file: Path, decided: Path) -> tuple[Addition, list[Path]]:
    """Add the file's rows to the case; what became of each, and the files written.

    Adding twice changes nothing. TimbangError, and nothing is written, if the file, the case, a
    decision or the outcome has a problem; the case is locked meanwhile.
    """
    if folder in shipped_cases().values():
        raise misuse(
            "a case that ships with timbang is not changed",
            value=folder.name,
            todo="Copy its folder, and add to the copy",
        )
    with lock(folder):
        case, reading, key = open_case(folder), source.read(file), cited_key(source)
        rows = [(row.id, row.source, row.locator) for row in case.of(Exercise)]
        taken = {id: locator for id, by, locator in rows if by == key}
        known = decisions.read(decided, {id for id, by, _ in rows if by != key}, taken)
        addition = weigh(case, reading, key, known, years(case, reading))
        text = decisions.written(known, addition.waiting) if known or addition.waiting else ""
        return addition, written(case, addition, source.bibtex, key, decided, text)


def cited_key(source: Source) -> str:
    """The key of the source's BibTeX entry."""
    found = re.match(r"@\w+\{\s*([^,\s]+)", source.bibtex)
    if found is None:
        raise misuse(f"source {source.name} has no BibTeX entry", expected="@misc{key, ...}")
    return found[1]


def years(case: Case, reading: Reading) -> tuple[int, int]:
    """The case's period; one that nobody has set yet becomes the years that file and organization both span."""
    spells = [spell for of in member_spells(case).values() for spell in of]
    if case.of(Exercise) or not reading.found or not _as_made(case, spells):
        return case.head.first_year, case.head.last_year
    told = [parse(one.exercise.start).first.year for one in reading.found]
    return max(min(told), case.head.first_year), min(max(told), case.head.last_year)


def _as_made(case: Case, spells: Sequence[tuple[date, date]]) -> bool:
    """Whether the period is still as `timbang new` sets it: from the first membership to this year."""
    began = min((first.year for first, _ in spells), default=0)
    return (case.head.first_year, case.head.last_year) == (began, date.today().year)
