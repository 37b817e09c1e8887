"""Adding figures of data sets to a case: from a made data home, each with its version; all or none, twice is once."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support import panels, tiny

from timbang.adding.figures import Added, add_figures
from timbang.casefile import check_case, open_case
from timbang.errors import TimbangError, UsageError
from timbang.model import Figure
from timbang.registry import shipped_cases

SENT = [
    {"state1": "CHN", "state2": "RUS", "year": year, "ties": 1, "sent1": year - 1990, "sent2": 0}
    for year in range(1994, 2003)
]


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with panels.made_up(monkeypatch):
        yield


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder: Path = panels.furnish(tmp_path / "home")
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """China, Russia and Kazakhstan, 2001-2003; without claims, whose measures are not registered here."""
    folder: Path = tiny.write(tmp_path / "tiny")
    (folder / "claims.yml").unlink()
    return folder


def add(case: Path, home: Path, *names: str) -> tuple[Added, list[str]]:
    added, changed = add_figures(case, names, lambda _: None, home)
    assert not [problem for problem in check_case(case) if problem.level == "problem"]
    return added, sorted(path.name for path in changed)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def figures(case: Path) -> list[tuple[Any, ...]]:
    return [(f.state, f.towards, f.year, f.variable, f.value) for f in open_case(case).of(Figure)]


def test_figures_of_members_enter_with_unit_version_source_and_place(case: Path, home: Path) -> None:
    """From 1992 on, though the case begins in 2001; the size of Russia in 1993 is missing, and Kazakhstan's."""
    added, changed = add(case, home, "size")
    assert changed == ["figures.csv", "references.bib"]
    assert figures(case) == [
        ("CHN", "", 1992, "size", 2), ("CHN", "", 1993, "size", 3), ("KAZ", "", 1992, "size", 0.5),
        ("RUS", "", 1992, "size", 4),
    ]  # fmt: skip
    assert added.missing == {"size": 2}
    with (case / "figures.csv").open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    assert (first["unit"], first["version"], first["source"]) == ("points", "sizes 1.0", "nobody")
    assert first["locator"] == "sizes: CHN, 1992"
    assert "nobody" in open_case(case).references


def test_adding_twice_changes_nothing(case: Path, home: Path) -> None:
    add(case, home, "size")
    before = contents(case)
    added, changed = add(case, home, "size")
    assert len(added.rows) == 4 and changed == [] and contents(case) == before


def test_other_figures_stay(case: Path, home: Path) -> None:
    head = "state,towards,year,variable,value,unit,version,source,locator,as_given\n"
    (case / "figures.csv").write_text(head + "CHN,,2001,trade,5,points,,alpha,p. 1,\n", encoding="utf-8")
    add(case, home, "size")
    assert ("CHN", "", 2001, "trade", 5) in figures(case) and len(figures(case)) == 5


def test_a_table_that_is_not_at_home_is_told_and_nothing_is_written(case: Path, tmp_path: Path) -> None:
    before = contents(case)
    with pytest.raises(TimbangError, match="sizes") as told:
        add(case, panels.furnish(tmp_path / "half", "ties"), "sent", "size")
    assert "timbang data" in str(told.value.problems[0].todo)
    assert contents(case) == before


def test_a_table_that_was_cut_short_is_told_and_nothing_is_written(case: Path, home: Path) -> None:
    manifest = home / "sizes.json"
    manifest.write_text(manifest.read_text().replace('"rows": 7', '"rows": 4'))
    with pytest.raises(TimbangError, match="fewer rows than version"):
        add(case, home, "size")
    assert not (case / "figures.csv").exists()


def test_a_case_that_ships_is_not_changed(home: Path) -> None:
    with pytest.raises(UsageError, match="ships with timbang"):
        add_figures(shipped_cases()["sco"], ["size"], lambda _: None, home)


def test_a_measure_that_there_is_not_is_refused(case: Path, home: Path) -> None:
    with pytest.raises(UsageError, match="measure of panels") as told:
        add(case, home, "sizes")
    assert "size" in str(told.value.problems[0].expected)


def test_pairs_enter_every_fifth_year_and_the_last_that_is_known(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table goes to 2002, the case to 2003."""
    monkeypatch.setitem(panels.ROWS, "ties", SENT)
    home = panels.furnish(tmp_path / "home", "ties")
    manifest = home / "ties.json"
    told = json.loads(manifest.read_text("utf-8")) | {"last_year": 2002}
    manifest.write_text(json.dumps(told), encoding="utf-8")
    added, _ = add(case, home, "sent")
    assert figures(case) == [("CHN", "RUS", year, "sent", year - 1990) for year in (1995, 2000, 2002)]
    assert added.missing == {"sent": 15}  # the other five pairs, in each of the three years
