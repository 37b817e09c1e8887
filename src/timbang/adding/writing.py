"""Writes what is added: first into a copy that is checked, then into the case, file by file, at once."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from timbang.adding.fates import Addition
from timbang.casefile import check_case, write_table
from timbang.errors import TimbangError, stop
from timbang.model import Case, Exercise, Participant

PERIOD = re.compile(r"^(period:\s*(?:\{\s*)?from:\s*)([0-9]+)(\s*,?\s*to:\s*)([0-9]+)", re.MULTILINE)


def staged(case: Case, addition: Addition, bibtex: str, key: str, decided: Path, text: str) -> list[Path]:
    """Write the addition, and the decisions to take; the paths of the files that changed."""
    with TemporaryDirectory(prefix="timbang-add-") as place:
        copy = Path(place) / (case.folder.name or "case")
        shutil.copytree(case.folder, copy, ignore=shutil.ignore_patterns(".*"))
        if addition.entered:
            _fill(copy, case, addition, bibtex, key)
        problems = [problem for problem in check_case(copy) if problem.level == "problem"]
        if problems:
            raise TimbangError(problems)
        new = {case.folder / path.name: path.read_bytes() for path in sorted(copy.glob("*")) if path.is_file()}
    new |= {decided: text.encode("utf-8")} if text else {}
    changed = {path: data for path, data in new.items() if not path.is_file() or path.read_bytes() != data}
    _replace(changed)
    return list(changed)


def _fill(folder: Path, case: Case, addition: Addition, bibtex: str, key: str) -> None:
    exercises = [*case.of(Exercise), *(one.exercise for one in addition.entered)]
    participants = [*case.of(Participant), *(part for one in addition.entered for part in one.participants)]
    write_table(folder, Exercise, exercises)
    write_table(folder, Participant, participants)
    if key not in case.references:
        path = folder / "references.bib"
        before = path.read_text(encoding="utf-8-sig").rstrip() if path.is_file() else ""
        path.write_text(f"{before}\n\n{bibtex}".lstrip(), encoding="utf-8", newline="\n")
    if addition.years != (case.head.first_year, case.head.last_year):
        _set_period(folder / "case.yml", addition.years)


def _set_period(path: Path, years: tuple[int, int]) -> None:
    text, found = PERIOD.subn(rf"\g<1>{years[0]}\g<3>{years[1]}", path.read_text(encoding="utf-8-sig"), count=1)
    if not found:
        raise stop("the period cannot be set", file=path.name, column="period",
                   todo=f"Write it as period: {{from: {years[0]}, to: {years[1]}}} and add again")  # fmt: skip
    path.write_text(text, encoding="utf-8", newline="\n")


def _replace(files: dict[Path, bytes]) -> None:
    """All new files are on the disk beside the old ones before the first takes its place."""
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, data in files.items():
            beside[path].write_bytes(data)
            if path.is_file():
                shutil.copymode(path, beside[path])
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)
