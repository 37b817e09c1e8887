"""Hostile and careless input: seeded mutations of the SCO case, each class with its expected outcome."""

from __future__ import annotations

import random
from operator import attrgetter
from pathlib import Path

import pytest
from support.mutations import MUTATIONS, Files, Outcome

from timbang.casefile import open_case, read_case
from timbang.casefile.read import Read
from timbang.errors import TimbangError
from timbang.registry import shipped_cases
from timbang.tables import contracts

# The claims are left out: their YAML takes longer to read than all else, and head_spoilt is of its kind.
SCO: Files = {
    p.name: p.read_bytes() for p in sorted(shipped_cases()["sco"].iterdir()) if p.suffix in (".csv", ".yml", ".bib")
}
SCO.pop("claims.yml", None)
NAMES = list(MUTATIONS)
Plain = dict[str, list[object]]


def written(folder: Path, files: Files) -> Path:
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def plain(read: Read) -> Plain:
    """Rows by file, without the lines they stand on."""
    fields = {
        name: attrgetter(*(column.field for column in contract.columns)) for name, contract in contracts().items()
    }
    return {name: [fields[name](row) for row in reading.rows] for name, reading in read.readings.items()}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    read = read_case(written(tmp_path_factory.mktemp("base") / "sco", SCO))
    assert [str(problem) for problem in read.problems if problem.level == "problem"] == []
    return plain(read)


def spoil(seed: int, folder: Path) -> tuple[Read, Outcome, str]:
    """Mutate a copy of the case by the seed, and read it."""
    rng, files, name = random.Random(seed), dict(SCO), NAMES[seed % len(NAMES)]
    outcome = MUTATIONS[name](rng, files)
    assert outcome is not None, name
    return read_case(written(folder, files)), outcome, name


def verify(seed: int, folder: Path, before: Plain) -> None:
    read, outcome, name = spoil(seed, folder)
    why = f"seed {seed} ({name}): {outcome}\n" + "\n".join(str(problem) for problem in read.problems[:20])
    told = [problem for problem in read.problems if problem.level == "problem"]
    of_every_case(read, told, folder, why)
    if seed % 20 < 2:
        opens_or_tells(read, folder)
    reading = read.readings.get(outcome.file)
    if outcome.rows is not None:
        assert reading is not None, why
        assert len(reading.rows) + reading.reported == outcome.rows, why
    after = plain(read)
    if outcome.kind == "told":
        assert any(names(problem, outcome) for problem in told), why
        assert not read.sound, why
    if outcome.kind in ("same", "changed"):
        assert told == [], why
        differing = {
            n: [i for i, pair in enumerate(zip(after[n], before[n], strict=True)) if pair[0] != pair[1]] for n in after
        }
        expected = {outcome.file: 1} if outcome.kind == "changed" else {}
        assert {n: len(rows) for n, rows in differing.items() if rows} == expected, why
    for file in set(after) - {outcome.file}:
        assert after[file] == before[file], why  # what was not spoilt is read as before


def names(problem: object, outcome: Outcome) -> bool:
    """Whether a problem names the file, and the column and line where they are expected."""
    file, column, line = (getattr(problem, part) for part in ("file", "column", "line"))
    return file == outcome.file and outcome.line in (0, line) and outcome.column in ("", column)


def of_every_case(read: Read, told: list[object], folder: Path, why: str) -> None:
    """Rows read and rows reported are disjoint, accounted for by line, and every report says what and where."""
    for name, reading in read.readings.items():
        lines = [row.line for row in reading.rows]
        assert lines == sorted(set(lines)), why
        assert reading.seen == len(reading.rows) + reading.reported, why
        assert (reading.reported == 0) or any(problem.file == name for problem in told), why  # type: ignore[attr-defined]
        flawed = {p.line for p in reading.problems if p.line > 1}
        assert not flawed & set(lines), why
    for problem in read.problems:
        assert problem.what and problem.file and str(problem), why
        assert problem.file in contracts() or (folder / problem.file).suffix in (".yml", ".bib"), why


def opens_or_tells(read: Read, folder: Path) -> None:
    """A case opens just if its check tells of no problem."""
    if read.sound:
        open_case(folder)
    else:
        with pytest.raises(TimbangError):
            open_case(folder)


LATER = [pytest.param(start, marks=pytest.mark.slow) for start in range(50, 500, 50)]  # CI runs all five hundred


@pytest.mark.parametrize("start", [0, *LATER])
def test_500_mutations(start: int, tmp_path: Path, before: Plain) -> None:
    for seed in range(start, start + 50):
        verify(seed, tmp_path / str(seed), before)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(500, 5_500, 250))
def test_5000_mutations(start: int, tmp_path: Path, before: Plain) -> None:
    for seed in range(start, start + 250):
        verify(seed, tmp_path / str(seed), before)


def test_every_class_of_mutation_is_tried_often() -> None:
    assert 500 // len(NAMES) >= 15
