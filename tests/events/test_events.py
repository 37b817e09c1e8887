"""Acts in event data: the same counts from every layout and form, shares of all events, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.events import ICEWS, every_layout, gdelt_rows, icews_rows, parquet, text

from timbang.errors import TimbangError
from timbang.events.counting import Counted, count, table
from timbang.model import Setting

SETTING = Setting(organization="SCO", first_year=2004, last_year=2006, members=("CHN", "RUS"), outside=("USA",))
# By hand from support.events.EVENTS: what China does to Russia in 2004 is verbal cooperation twice, and so on.
ACTS = {
    (2004, "CHN", "RUS"): (2, 0, 0, 0), (2004, "RUS", "CHN"): (0, 1, 0, 0), (2004, "CHN", "USA"): (0, 0, 1, 0),
    (2005, "RUS", "USA"): (0, 0, 0, 1),
}  # fmt: skip
SHARED = (
    "ICEWS_events.2018.sample.tab",
    {("CHN", "IND"): 8, ("IND", "CHN"): 10, ("RUS", "USA"): 14, ("CHN", "USA"): 30},
)


def counted(paths: list[Path], **more: Any) -> Counted:
    return count(paths, SETTING.members, (*SETTING.members, *SETTING.outside), **more)


def acts(found: Counted) -> dict[tuple[int, str, str], tuple[int, ...]]:
    return {key: tuple(kinds.values()) for key, kinds in found.acts.items()}


@pytest.mark.parametrize("form", ["gdelt", "gdelt-gz", "gdelt-parquet", "icews-tab", "icews-csv", "icews-parquet"])
def test_every_layout_and_form_gives_the_same_counts(tmp_path: Path, form: str) -> None:
    found = counted(every_layout(tmp_path)[form])
    assert found.events == {2004: 6, 2005: 3}
    assert acts(found) == ACTS
    assert not found.notices


def test_shares_are_of_all_events_of_the_year_and_zero_is_told_for_years_that_are_held(tmp_path: Path) -> None:
    rows = table(counted(every_layout(tmp_path)["gdelt"]), SETTING)
    assert {row["year"] for row in rows} == {2004, 2005}
    told = {(row["year"], row["source"], row["target"]): row for row in rows}
    assert set(told) == {
        (year, *pair) for year in (2004, 2005)
        for pair in [("SCO", "SCO"), ("SCO", "USA"), ("CHN", "RUS"), ("RUS", "CHN"), ("CHN", "USA"), ("RUS", "USA")]
    }  # fmt: skip
    among = told[2004, "SCO", "SCO"]
    assert (among["cooperative"], among["hostile"], among["cooperative_share"]) == (3, 0, 0.5)
    assert told[2005, "SCO", "USA"]["hostile_share"] == 1 / 3
    assert (told[2005, "CHN", "RUS"]["cooperative"], told[2005, "CHN", "RUS"]["events"]) == (0, 3)


def test_what_has_no_year_or_class_is_told(tmp_path: Path) -> None:
    rows = gdelt_rows()
    rows[0][3], rows[1][29] = "", "--"
    found = counted([text(tmp_path / "a.csv", rows)])
    assert found.events == {2004: 5, 2005: 3}
    assert acts(found)[2004, "CHN", "RUS"] == (0, 0, 0, 0)
    assert [str(problem).split()[0] for problem in found.notices] == ["1", "1"]


def test_states_that_the_files_do_not_name_are_told(tmp_path: Path) -> None:
    path = text(tmp_path / "a.tab", icews_rows(), ICEWS)
    found = count([path], ["CHN", "UZB"], ["CHN", "UZB"])
    assert [problem.value for problem in found.notices] == ["UZB"]


def test_states_by_a_code_of_cameo_that_is_not_isos_are_found(tmp_path: Path) -> None:
    rows = gdelt_rows()
    rows[0][7] = "ROM"
    assert acts(count([text(tmp_path / "a.csv", rows)], ["ROU"], ["RUS"])) == {(2004, "ROU", "RUS"): (1, 0, 0, 0)}


def cut(folder: Path) -> list[Path]:
    path = text(folder / "a.csv", gdelt_rows())
    path.write_bytes(path.read_bytes()[:-80])
    return [path]


BAD: dict[str, tuple[Callable[[Path], list[Path]], str]] = {
    "of GDELT 1": (lambda f: [text(f / "a.csv", [row[:58] for row in gdelt_rows()])], "GDELT 1.*61"),
    "of no layout": (lambda f: [text(f / "a.csv", [["a", "b"]], separator=",")], "no column Year, .*QuadClass"),
    "without a column": (
        lambda f: [text(f / "a.tab", [r[:5] + r[6:] for r in icews_rows()], ICEWS[:5] + ICEWS[6:])],
        "no column CAMEO Code",
    ),
    "of two layouts": (lambda f: every_layout(f)["gdelt"] + every_layout(f)["icews-tab"], "another layout"),
    "under two names": (lambda f: [text(f / f"{n}.csv", gdelt_rows()) for n in "ab"], "same file as .*a.csv.*once"),
    "cut short": (cut, "cannot be read"),
    "packed as an archive": (lambda f: [(f / "a.zip").write_bytes(b"PK\x03\x04") and f / "a.zip"], "Unpack it"),
    "with codes as numbers": (
        lambda f: [parquet(f / "a.parquet", icews_rows(), ICEWS, whole=("CAMEO Code",))], "lose the zero",
    ),
    "without a year": (
        lambda f: [text(f / "a.csv", [[*r[:3], "", *r[4:]] for r in gdelt_rows()])], "no event has a year",
    ),
    "broken Parquet": (lambda f: [(f / "a.parquet").write_bytes(b"PAR1 and no more") and f / "a.parquet"], "cut short"),
}  # fmt: skip


@pytest.mark.parametrize(("given", "said"), BAD.values(), ids=list(BAD))
def test_files_that_cannot_be_counted_are_problems(
    tmp_path: Path, given: Callable[[Path], list[Path]], said: str
) -> None:
    with pytest.raises(TimbangError, match=f"(?s){said}"):
        counted(given(tmp_path))


def test_too_little_memory_is_a_problem_that_names_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match=r"more than 1 MiB.*--memory"):
        counted([text(tmp_path / "a.csv", gdelt_rows() * 2000)], memory=1)


@pytest.mark.needs_shared
def test_the_icews_sample_gives_what_a_count_by_hand_gives(shared: Path) -> None:
    """Counted with Python's csv module, apart from this code, before the program's answer was looked at."""
    name, expected = SHARED
    found = count([shared / "data/events" / name], ["CHN", "IND", "RUS"], ["CHN", "IND", "RUS", "USA"])
    assert found.events == {2018: 3705}
    assert {pair: sum(found.acts[2018, *pair].values()) for pair in expected} == expected
