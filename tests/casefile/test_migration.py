"""Migration: one format yet; what is stated must be it, and a step is taken where one is declared."""

from pathlib import Path

import pytest
from support.folders import FILES, replaced, write_case

from timbang.casefile import migrate, migration
from timbang.errors import TimbangError


def test_a_case_of_this_format_has_nothing_to_do(tmp_path: Path) -> None:
    folder = write_case(tmp_path)
    assert migrate(folder) == []
    assert {path.name: path.read_text() for path in folder.iterdir()} == FILES


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("format: 2", "newer format.*Install a newer timbang"),
        ("format: 0", "there is no such format"),
        ("format: one", "there is no such format"),
        ("format:", "states no format"),
        ("forma: 1", "states no format"),
        ("format: [1]", "states no format"),
        ("format: {", "not YAML"),
        ("- format: 1\n#", "not YAML|states no format"),
    ],
)
def test_other_formats_are_problems(tmp_path: Path, new: str, said: str) -> None:
    with pytest.raises(TimbangError, match=said):
        migrate(write_case(tmp_path, **replaced("case.yml", "format: 1", new)))


def test_there_must_be_a_case(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match=r"no case\.yml"):
        migrate(tmp_path)


def test_steps_are_taken_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, taken = write_case(tmp_path), []

    def step(number: int) -> list[Path]:
        taken.append(number)
        return [folder / "case.yml"]

    monkeypatch.setattr(migration, "FORMAT", 3)
    monkeypatch.setattr("timbang.casefile.head.FORMAT", 3)
    monkeypatch.setattr(migration, "STEPS", {n: (lambda _, n=n: step(n)) for n in (1, 2)})
    assert migrate(folder) == [folder / "case.yml"]
    assert taken == [1, 2]
