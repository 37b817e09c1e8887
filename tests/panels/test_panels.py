"""Panels: their rows, the columns of each level of measure, what is missing, and whatever is refused."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from support.panels import furnish, made_up

import timbang
from timbang.errors import TimbangError, UsageError
from timbang.panels.asked import asked
from timbang.panels.grid import grid
from timbang.panels.making import make
from timbang.panels.writing import write

YEARS = (1991, 1993)
THREE = ["CHN", "RUS", "KAZ"]


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with made_up(monkeypatch):
        yield


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return furnish(tmp_path / "home")


def rows(table: Any) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in table.to_pylist()]


def test_rows_are_the_states_of_each_year_with_the_numbers_of_the_time() -> None:
    found = rows(grid(asked("state-year", ["size"], (1989, 1991), states=["DEU"])))
    assert found == [("DEU", 260, 260, 1989), ("DEU", 255, 260, 1990), ("DEU", 255, 260, 1991)]
    both = rows(grid(asked("state-year", ["size"], (1990, 1991), states=["Germany", "GFR"])))
    assert both == [("DEU", 255, 260, 1990), ("DEU", 255, 260, 1991), ("GFR", 260, None, 1990)]


def test_pairs_stand_once_in_order_and_both_ways_when_directed() -> None:
    one = rows(grid(asked("dyad-year", ["ties"], (1992, 1992), states=THREE)))
    assert [(row[0], row[3]) for row in one] == [("CHN", "KAZ"), ("CHN", "RUS"), ("KAZ", "RUS")]
    both = rows(grid(asked("dyad-year", ["ties"], (1992, 1992), states=THREE, directed=True)))
    assert {(row[0], row[3]) for row in both} == {(a, b) for a in THREE for b in THREE if a != b}
    assert [row[:1] + row[3:4] for row in both] == sorted(row[:1] + row[3:4] for row in both)


def test_pairs_that_shared_no_day_of_the_year_are_left_out() -> None:
    """Austria-Hungary ended on 1918-11-12, the Serb-Croat-Slovene state began on 1918-12-01; Poland on 1918-11-03."""
    every = {(row[0], row[3]) for row in rows(grid(asked("dyad-year", ["ties"], (1918, 1918))))}
    states = {row[0] for row in rows(grid(asked("state-year", ["size"], (1918, 1918))))}
    assert {"AUH", "POL", "CSK"} <= states
    assert ("AUH", "POL") in every
    absent = {pair for a in states for b in states if (pair := (a, b)) not in every and a < b}
    assert absent and all("AUH" in pair for pair in absent)


def test_each_level_fills_a_panel_of_states(home: Path) -> None:
    found = make(asked("state-year", ["size", "total"], YEARS, states=THREE), home=home).table
    assert found.column_names == ["state", "cow", "gw", "year", "size", "total"]
    assert rows(found.select(["state", "year", "size", "total"])) == [
        ("CHN", 1991, 1.0, 1.0), ("CHN", 1992, 2.0, 15.5), ("CHN", 1993, 3.0, 3.0), ("KAZ", 1991, None, 1.0),
        ("KAZ", 1992, 0.5, 15.5), ("KAZ", 1993, None, 3.0), ("RUS", 1992, 4.0, 15.5), ("RUS", 1993, None, 3.0),
    ]  # fmt: skip


def test_each_level_fills_a_panel_of_pairs(home: Path) -> None:
    found = make(asked("dyad-year", ["ties", "size", "total"], (1992, 1992), states=THREE), home=home).table
    assert found.column_names[7:] == ["ties", "ties_sent1", "ties_sent2", "size1", "size2", "total"]
    assert [row[:1] + row[3:4] + row[7:] for row in rows(found)] == [
        ("CHN", "KAZ", None, None, None, 2.0, 0.5, 15.5),
        ("CHN", "RUS", 5, 3, 2, 2.0, 4.0, 15.5),
        ("KAZ", "RUS", None, None, None, 0.5, 4.0, 15.5),
    ]


def test_what_has_no_direction_is_turned_with_its_pair_and_what_has_is_not(home: Path) -> None:
    wanted = asked("dyad-year", ["ties", "sent"], (1992, 1992), states=["CHN", "RUS"], directed=True)
    found = make(wanted, home=home).table.to_pylist()
    kept = ("state1", "ties", "ties_sent1", "ties_sent2", "sent")
    assert [tuple(row[name] for name in kept) for row in found] == [("CHN", 5, 3, 2, 3), ("RUS", 5, 2, 3, None)]


def test_members_of_an_organization_are_those_of_the_years() -> None:
    assert asked("state-year", ["size"], (2001, 2001), organization="sco").states == (
        "CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB",
    )  # fmt: skip
    assert "IND" in asked("state-year", ["size"], (2001, 2018), organization="SCO").states


def test_values_of_what_was_no_state_are_told_and_left_out(home: Path) -> None:
    told = make(asked("state-year", ["size"], YEARS), home=home).notices
    assert [str(problem) for problem in told if "not in the system" in str(problem)] == [
        "size: 1 values are of states, or pairs, that were not in the system in that year. They are left out"
    ]
    assert not make(asked("state-year", ["size"], YEARS, states=["CHN"]), home=home).notices


def test_a_state_without_rows_in_some_years_is_told(home: Path) -> None:
    [told] = asked("state-year", ["size"], YEARS, states=["RUS"]).notices
    assert "RUS has rows for 2 of 3 years (1992-1993)" in str(told)


@pytest.mark.parametrize(
    ("unit", "measures", "more", "said"),
    [
        ("month", ["size"], {}, "state-year or dyad-year"),
        ("state-year", [], {}, "no measure is named"),
        ("state-year", ["sise"], {}, "expected size"),
        ("state-year", ["ties"], {}, "timbang panel dyad-year"),
        ("dyad-year", ["sent"], {}, "Add --directed"),
        ("state-year", ["size"], {"directed": True}, "only pairs"),
        ("dyad-year", ["ties"], {"states": ["CHN"]}, "makes no pair"),
        ("state-year", ["size"], {"states": ["CHN"], "organization": "SCO"}, "Name one of them"),
        ("state-year", ["size"], {"organization": "XYZ"}, "sco"),
    ],
)
def test_what_means_nothing_is_misuse(unit: str, measures: list[str], more: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked(unit, measures, YEARS, **more)


def test_every_wrong_measure_and_state_is_named_at_once() -> None:
    with pytest.raises(UsageError) as error:
        asked("state-year", ["sise", "sent"], YEARS)
    assert [problem.value for problem in error.value.problems] == ["sise", "sent"]
    with pytest.raises(TimbangError) as error:
        asked("state-year", ["size"], YEARS, states=["Zzland", "Nowhere", "CHN"])
    assert [problem.value for problem in error.value.problems] == ["Zzland", "Nowhere"]


@pytest.mark.parametrize("years", [(1700, 1800), (1993, 1991), (2020, 2100)])
def test_years_without_states_are_misuse(years: tuple[int, int]) -> None:
    with pytest.raises(UsageError, match="1816:2030"):
        asked("state-year", ["size"], years)


def test_a_state_that_did_not_exist_in_the_years_is_a_problem() -> None:
    with pytest.raises(TimbangError, match=r"KAZ in 1950-1960.*1991-12-26"):
        asked("state-year", ["size"], (1950, 1960), states=["CHN", "KAZ"])


def test_a_table_that_is_not_at_home_is_named_with_what_to_do(tmp_path: Path) -> None:
    home = furnish(tmp_path / "home", "ties")
    with pytest.raises(TimbangError, match=r"table sizes.*Get sizes\.csv of Made up \(1\.0\), then: timbang data add"):
        make(asked("state-year", ["size"], YEARS), home=home)


def test_years_that_a_table_does_not_cover_stop_the_panel_unless_it_may_be_partial(home: Path) -> None:
    wanted = asked("state-year", ["size"], (1990, 1993), states=["CHN"])
    with pytest.raises(TimbangError, match=r"size: the table sizes covers 1991-1993.*--years 1991:1993.*--partial"):
        make(wanted, home=home)
    made = make(wanted, partial=True, home=home)
    assert made.table["size"].to_pylist() == [None, 1.0, 2.0, 3.0]
    assert [problem.level for problem in made.notices] == ["notice"]


def test_a_table_that_was_cut_short_stops_the_panel_unless_it_may_be_partial(home: Path) -> None:
    """Shares of the total of what is left of a file would all be too high."""
    manifest = home / "sizes.json"
    manifest.write_text(manifest.read_text().replace('"rows": 7', '"rows": 4'))
    wanted = asked("state-year", ["size"], YEARS, states=["CHN"])
    with pytest.raises(TimbangError, match=r"table sizes has fewer rows than version 1\.0: cut short.*4.*7.*--partial"):
        make(wanted, home=home)
    assert [problem.level for problem in make(wanted, partial=True, home=home).notices] == ["notice"]


@pytest.mark.parametrize("suffix", ["csv", "parquet", "xlsx", "dta"])
def test_the_same_panel_gives_the_same_bytes_and_a_codebook(home: Path, tmp_path: Path, suffix: str) -> None:
    wanted = asked("dyad-year", ["ties", "size"], YEARS, states=THREE)
    files = [write(make(wanted, home=home), tmp_path / name / f"p.{suffix}") for name in ("a", "b")]
    assert [path.name for path in files[0]] == [f"p.{suffix}", "p.codebook.csv", "p.codebook.md"]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]


def test_the_codebook_says_what_each_column_is_and_how_much_is_missing(home: Path, tmp_path: Path) -> None:
    panel = make(asked("dyad-year", ["ties", "size"], YEARS, states=THREE), home=home)
    _, sheet, page = write(panel, tmp_path / "p.parquet", "id")
    with sheet.open(encoding="utf-8", newline="") as lines:
        told = {row["column"]: row for row in csv.DictReader(lines)}
    assert list(told) == panel.table.column_names == pq.read_table(tmp_path / "p.parquet").column_names
    assert (told["size2"]["rows"], told["size2"]["missing"], told["size2"]["measure"]) == ("7", "4", "size")
    assert told["size2"]["label_en"] == "Size (second state)"
    assert told["ties"]["share_missing"] == f"{6 / 7:.10g}"
    for column in (
        "citation",
        "formula_en",
        "sources_en",
        "sources_id",
        "versions",
        "files",
        "licences",
        "years_covered",
    ):
        assert told["ties"][column]
    assert "## `size1`" in page.read_text(encoding="utf-8") and "Kosong: 6 dari 7" in page.read_text(encoding="utf-8")
    label = pq.read_schema(tmp_path / "p.parquet").field("size1").metadata[b"label"].decode()
    assert label == "Size (id) (negara pertama) [poin]"


def test_python_gives_the_table(home: Path) -> None:
    found = timbang.panel("state-year", ["size"], (1992, 1992), states=["China"], home=home)
    assert rows(found) == [("CHN", 710, 710, 1992, 2.0)]


def test_declared_rivals_reach_the_measures() -> None:
    wanted = asked("state-year", ["size"], YEARS, rival_poles=["United States", "RUS"])
    assert wanted.setting.groups == {"rival-poles": ("USA", "RUS")}
    with pytest.raises(TimbangError, match="no state of this name"):
        asked("state-year", ["size"], YEARS, rival_poles=["Ruritania"])
