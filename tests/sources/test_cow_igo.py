"""Memberships in organizations: the two files against each other, and codes that are none."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FILE = "igo/igo_state_year_format3.parquet"
SUMS = "igo/cow_igo_state_year.csv"
HEADER = "ccode,year,state,nato,un,sco"


@pytest.mark.needs_shared
def test_the_files_are_recognized() -> None:
    assert (tables_in(DATA / FILE), tables_in(DATA / SUMS)) == ({"igo_memberships"}, {"igo_counts"})


@pytest.mark.slow
@pytest.mark.needs_shared
def test_memberships_add_up_to_the_published_sums() -> None:
    read = table_of("igo_memberships", FILE)
    roles = Counter(zip(*(read.table[name].to_pylist() for name in ("state", "year", "role")), strict=True))
    sums = rows_of("igo_counts", SUMS)
    for row in sums:
        found = tuple(roles[row["state"], row["year"], role] for role in (1, 2, 3))
        assert (*found, sum(found)) == (row["full"], row["associate"], row["observer"], row["any"])
    # by DuckDB on the file: 535,772 full members, 861 associates, 2,332 observers; 138,874 cells unknown
    assert Counter(read.table["role"].to_pylist()) == {1: 535772, 2: 861, 3: 2332}
    [notice] = read.notices
    assert (notice.value, notice.level) == ("138874 cells", "notice")
    kept = set(zip(*(read.table[name].to_pylist() for name in ("state", "year", "igo")), strict=True))
    # COW counts the SCO from the Shanghai Five (1996) on, Uzbekistan from 2001 on
    assert {("RUS", 2002, "csto"), ("CHN", 1996, "sco"), ("UZB", 2001, "sco")} <= kept
    assert not {("RUS", 2001, "csto"), ("CHN", 1995, "sco"), ("UZB", 2000, "sco")} & kept


@pytest.mark.needs_shared
def test_the_sums() -> None:
    found = rows_of("igo_counts", SUMS)
    given = cells(SUMS)
    assert len(found) == len(given) == 15557
    assert sum(row["any"] for row in found) == sum(float(row["sum_igo_anytype"]) for row in given) == 538965


def test_only_roles_make_rows(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "365.0,2002.0,russia,0.0,1.0,1.0", "710,1990,china,-9,1,-1")
    read = table_of("igo_memberships", made)
    assert [(row["state"], row["igo"], row["role"]) for row in read.table.to_pylist()] == [
        ("RUS", "un", 1),
        ("CHN", "un", 1),
        ("RUS", "sco", 1),
    ]
    assert [notice.value for notice in read.notices if notice.what.startswith("it is not known")] == ["1 cells"]


def test_another_code_is_told(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "365,2002,russia,0,4,yes")
    assert sorted(told(refused("igo_memberships", made))) == [(2, "sco", "yes"), (2, "un", "4")]
    assert told(refused("igo_memberships", file(tmp_path, "ccode,year,state,sco", "2,1990,usa,1")))[0][2] == "un, nato"
