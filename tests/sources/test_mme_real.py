"""MME v7 itself, against the counts that its authors' file was seen to have (VALIDATION.md)."""

from collections import Counter
from pathlib import Path

import pytest

from timbang.sources._reading import Reading
from timbang.sources._sheet import rows
from timbang.sources.mme import COLUMNS, SOURCE

pytestmark = pytest.mark.needs_shared


@pytest.fixture(scope="module")
def file(shared: Path) -> Path:
    return shared / "data" / "exercises" / "mme_v7.csv"


@pytest.fixture(scope="module")
def reading(file: Path) -> Reading:
    read: Reading = SOURCE.read(file)
    return read


def test_every_row_is_read(reading: Reading) -> None:
    assert len(reading.found) == 3707
    assert [one.exercise.line for one in reading.found] == list(range(2, 3709))
    assert len({one.exercise.id for one in reading.found}) == 3707


def test_rows_per_year(reading: Reading) -> None:
    years = Counter(one.exercise.start[:4] for one in reading.found)
    seen = {"1980": 67, "1985": 75, "1990": 59, "1995": 119, "2000": 129, "2005": 200, "2010": 148}
    assert {year: years[year] for year in seen} == seen
    assert (min(years), max(years)) == ("1980", "2010")


def test_flags(reading: Reading) -> None:
    domains = Counter(domain for one in reading.found for domain in one.exercise.domains)
    assert domains == {
        "warfighting": 3112, "peacekeeping": 327, "humanitarian": 413, "air": 1096, "land": 1243, "sea": 1495,
        "amphibious": 190, "command-post": 248, "cyber": 2,
    }  # fmt: skip


def test_participants_as_published_count_unnamed_ones(file: Path, reading: Reading) -> None:
    """The published counts are of cells; a cell may be -9, no state, or a state a second time."""
    cells = [sum(bool(row.cells[c]) for c in COLUMNS if c.startswith("State")) for row in rows(file, COLUMNS, "MME v7")]
    assert (Counter(cells)[2], max(cells), sorted(cells)[len(cells) // 2]) == (2208, 39, 2)
    lost = Counter(n.line for n in reading.notices if n.what in LOST)
    assert [len(one.states) + lost[one.exercise.line] for one in reading.found] == cells


LOST = ("a participant is not named", "a participant is not one state", "a state is named twice")


def test_known_defects_are_told(reading: Reading) -> None:
    defects = Counter(notice.what for notice in reading.notices)
    assert defects["the exercise has no name"] == 1033
    assert defects["the day or month is not known"] == 814 + 1089
    assert defects["a participant is not named"] == 208
    assert sum(one.exercise.roster == "open" for one in reading.found) == 206  # 203 rows with -9, three with NATO, ...
    assert {n.value for n in reading.notices if n.what.startswith("this MMEID is given")} == {
        "mme3457",
        "mme3458",
        "mme3460",
    }
    reversed_dates = [one.exercise.locator for one in reading.found if one.exercise.date_as_given]
    assert reversed_dates == ["mme281", "mme395", "mme1872", "mme2365", "mme3681", "mme3156"]


def test_coalition_2003_is_told_as_two_phases(reading: Reading) -> None:
    phases = [n for n in reading.notices if n.what.startswith("this may be") and "mme3776" in n.todo]
    assert [notice.value for notice in phases] == ["mme2346 Cooperation 2003"]
