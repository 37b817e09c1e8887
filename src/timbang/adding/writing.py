"""Writes what is added: rows, the source they cite, and the period they span."""

from __future__ import annotations

import re
from pathlib import Path

from timbang.adding.fates import Addition
from timbang.casefile import write_table
from timbang.casefile.staging import staged
from timbang.errors import stop
from timbang.model import Case, Exercise, Participant

PERIOD = re.compile(r"^(period:\s*(?:\{\s*)?from:\s*)([0-9]+)(\s*,?\s*to:\s*)([0-9]+)", re.MULTILINE)


def written(case: Case, addition: Addition, bibtex: str, key: str, decided: Path, text: str) -> list[Path]:
    """Write the addition, and the decisions to take; the paths of the files that changed."""

    def fill(folder: Path) -> None:
        if addition.entered:
            _fill(folder, case, addition, bibtex, key)

    return staged(case.folder, fill, {decided: text.encode("utf-8")} if text else {})


def _fill(folder: Path, case: Case, addition: Addition, bibtex: str, key: str) -> None:
    exercises = [*case.of(Exercise), *(one.exercise for one in addition.entered)]
    participants = [*case.of(Participant), *(part for one in addition.entered for part in one.participants)]
    write_table(folder, Exercise, exercises)
    write_table(folder, Participant, participants)
    if key not in case.references:
        cite(folder, bibtex)
    if addition.years != (case.head.first_year, case.head.last_year):
        _set_period(folder / "case.yml", addition.years)


def cite(folder: Path, bibtex: str) -> None:
    """Put entries after those of references.bib."""
    path = folder / "references.bib"
    before = path.read_text(encoding="utf-8-sig").rstrip() if path.is_file() else ""
    path.write_text(f"{before}\n\n{bibtex}".lstrip(), encoding="utf-8", newline="\n")


def _set_period(path: Path, years: tuple[int, int]) -> None:
    text, found = PERIOD.subn(rf"\g<1>{years[0]}\g<3>{years[1]}", path.read_text(encoding="utf-8-sig"), count=1)
    if not found:
        raise stop("the period cannot be set", file=path.name, column="period",
                   todo=f"Write it as period: {{from: {years[0]}, to: {years[1]}}} and add again")  # fmt: skip
    path.write_text(text, encoding="utf-8", newline="\n")
