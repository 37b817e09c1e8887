"""The file in which a user decides which rows are exercises that the case has: same, new or skip."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timbang.adding.likeness import Likeness
from timbang.errors import Problem, TimbangError, stop

COLUMNS = ("row", "name", "start", "states", "exercise", "reason", "decision")
WORDS = ("", "same", "new", "skip")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a user decided on one row: the exercise it is the `same` as, or `new`, or `skip`; empty if undecided."""

    row: str
    exercise: str
    word: str
    cells: Mapping[str, str]


def read(path: Path, exercises: Collection[str], taken: Mapping[str, str]) -> dict[str, Decision]:
    """The decisions by row; none if there is no file. TimbangError for what cannot be followed.

    `exercises` are the ids a row can be the same as; `taken` says which row of this source is which of them already.
    """
    if not path.is_file():
        return {}
    text = path.read_bytes().decode("utf-8-sig", "replace")
    header = text.partition("\n")[0]
    separator = ";" if header.count(";") > header.count(",") else ","  # as a spreadsheet may have saved it
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    if missing := set(COLUMNS) - set(lines.fieldnames or ()):
        raise stop("columns are missing", file=path.name, line=1, value=", ".join(sorted(missing)),
                   expected=", ".join(COLUMNS))  # fmt: skip
    found: dict[str, Decision] = {}
    problems: list[Problem] = []
    for cells in lines:
        tidy = {name: (cells[name] or "").strip() for name in COLUMNS}
        one = Decision(tidy["row"], tidy["exercise"], tidy["decision"].lower(), tidy)
        same = {d.exercise: d.row for d in found.values() if d.word == "same"}
        problems += _problems(one, path.name, lines.line_num, exercises, {**same, **taken}, found)
        found[one.row] = one
    if problems:
        raise TimbangError(problems)
    return found


def _problems(one: Decision, file: str, line: int, exercises: Collection[str], taken: Mapping[str, str],
              before: Collection[str]) -> list[Problem]:  # fmt: skip
    def problem(what: str, column: str, expected: str = "", todo: str = "") -> Problem:
        value = one.cells[column]
        return Problem(what=what, file=file, line=line, column=column, value=value, expected=expected, todo=todo)

    if one.row in before:
        return [problem("the row is decided on twice", "row", todo="Delete one of the lines")]
    if one.word not in WORDS:
        return [problem("this is no decision", "decision", "same, new or skip; empty to decide later")]
    if one.word == "same" and one.exercise not in exercises:
        return [problem("the case has no such exercise", "exercise", "an id in exercises.csv")]
    if one.word == "same" and taken.get(one.exercise, one.row) != one.row:
        return [problem("another row of this source is this exercise already", "exercise",
                        todo="Decide new for one of them, and name it as a phase in case.yml")]  # fmt: skip
    return []


def written(before: Mapping[str, Decision], waiting: Iterable[Likeness]) -> str:
    """The file's text: the decisions there are, and a line for each row that waits for one."""
    rows = {key: dict(one.cells) for key, one in before.items()}
    for like in waiting:
        exercise = like.row.exercise
        states = "|".join(sorted(like.row.states))
        row = (exercise.locator, exercise.name_en, exercise.start, states, like.exercise, like.reason, "")
        rows.setdefault(exercise.locator, dict(zip(COLUMNS, row, strict=True)))
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(rows.values())
    return text.getvalue()
