"""Reads a case folder whole and lists everything that is wrong with it, by file, line and column."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timbang.casefile.claimsfile import FILE as CLAIMS
from timbang.casefile.claimsfile import read_claims
from timbang.casefile.coded import coded
from timbang.casefile.crosschecks import cross_checks
from timbang.casefile.head import FILE as HEAD
from timbang.casefile.head import read_head
from timbang.casefile.questionsfile import FILE as QUESTIONS
from timbang.casefile.questionsfile import read_questions
from timbang.casefile.read import Read
from timbang.casefile.references import FILE as REFERENCES
from timbang.casefile.references import read_references
from timbang.errors import Problem, TimbangError
from timbang.model import Case
from timbang.reading.files import LARGEST_BIB, LARGEST_TABLE, LARGEST_YAML, read_text
from timbang.reading.rows import Reading, read_rows
from timbang.tables import contracts

ORDER = (HEAD, REFERENCES, *contracts(), CLAIMS, QUESTIONS)


def read_case(folder: Path) -> Read:
    """Read and check a whole case. Raises nothing on account of what the case holds."""
    read = Read(folder)
    if not folder.is_dir():
        read.problems = [Problem(what="there is no such folder", file=str(folder), todo="Name the folder of a case")]
        return read
    _read_head(read)
    if any("newer format" in problem.what for problem in read.problems):
        return read  # all else that would be reported of it would mislead
    _read_references(read)
    with _no_collection():
        for file in contracts():
            _read_table(read, file)
    text, problems = read_text(folder, CLAIMS, LARGEST_YAML)
    read.claims, more = read_claims(text)
    read.problems += problems + more
    text, problems = read_text(read.folder, QUESTIONS, LARGEST_YAML)
    read.questions, more = read_questions(text)
    read.problems += problems + more
    read.coded = coded(read)
    read.problems += cross_checks(read)
    read.problems.sort(key=_place)
    return read


def _read_head(read: Read) -> None:
    text, problems = read_text(read.folder, HEAD, LARGEST_YAML)
    if text is None and problems:
        read.problems += problems
        return
    read.head, more = read_head(text)
    read.problems += problems + more


def _read_references(read: Read) -> None:
    text, problems = read_text(read.folder, REFERENCES, LARGEST_BIB)
    read.problems += problems
    if text is None:
        todo = "Write it: one BibTeX entry for each source that is cited"
        read.problems += [] if problems else [Problem(what="there is no references.bib", file=REFERENCES, todo=todo)]
        return
    read.references, more = read_references(text)
    read.problems += more


def _read_table(read: Read, file: str) -> None:
    """Read one CSV file; one that is not there has no rows, which is legal."""
    text, problems = read_text(read.folder, file, LARGEST_TABLE)
    if text is not None:
        read.readings[file] = read_rows(contracts()[file], text)
        problems += read.readings[file].problems
    elif not problems:
        read.readings[file] = Reading(file, keyed=True)
    read.problems += problems


def _place(problem: Problem) -> tuple[int, str, int, str, str]:
    known = ORDER.index(problem.file) if problem.file in ORDER else len(ORDER)
    return known, problem.file, problem.line, problem.column, problem.what


@contextmanager
def _no_collection() -> Iterator[None]:
    """Rows are no garbage: looking for some among a million of them takes a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def check_case(folder: Path) -> list[Problem]:
    """Everything that is wrong with a case, and what is worth noticing, by file, line and column."""
    return read_case(Path(folder)).problems


def open_case(folder: Path) -> Case:
    """The case in a folder; raises TimbangError with every problem (not the notices) if it has any."""
    read = read_case(Path(folder))
    if not read.sound or read.head is None:
        raise TimbangError(problem for problem in read.problems if problem.level == "problem")
    rows = {file: tuple(reading.rows) for file, reading in read.readings.items()}
    name = read.folder.resolve().name
    return Case(
        name=name, folder=read.folder, head=read.head, rows=rows, references=read.references or {}, claims=read.claims,
        questions=read.questions, coded=read.coded,
    )  # fmt: skip
