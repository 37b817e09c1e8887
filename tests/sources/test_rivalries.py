"""Strategic rivalries: the whole list, cut where a number passes from state to state; rows that are not right."""

from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FILE = "conflict/tss_rivalries.csv"
HEADER = "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary"


@pytest.mark.needs_shared
def test_the_whole_list() -> None:
    """264 there; without Venice's two 262; eleven are cut in two (see the next test)."""
    read = table_of("rivalries", FILE)
    rows = read.table.to_pylist()
    assert len(rows) == 264 - 2 + 11
    assert {row["rivalry"] for row in rows} == set(range(1, 265)) - {4, 6}
    assert {notice.value for notice in read.notices} == {"Ottoman E-Venice", "Portugal-Venice"}
    whole = {row["rivalry"]: row for row in rows}.values()  # one row of each
    kinds = ("positional", "spatial", "ideological", "interventionary")
    there = {kind: sum(row[kind] != "" for row in cells(FILE) if "324.0" not in row.values()) for kind in kinds}
    assert {kind: sum(row[kind] for row in whole) for kind in kinds} == there
    assert sum(row["last_year"] is None for row in rows) == 56
    assert all(row["state1"] < row["state2"] for row in rows)
    assert tables_in(DATA / FILE) == {"rivalries"}


@pytest.mark.needs_shared
def test_rivalries_cut_where_numbers_pass_on() -> None:
    rows = rows_of("rivalries", FILE)
    cut = {row["name"] for row in rows if sum(other["rivalry"] == row["rivalry"] for other in rows) > 1}
    assert cut == {"Britain-Russia", "China-Russia", "Bulgaria-Yugoslavia", "Greece-Yugoslavia", "Germany-Russia",
                   "Japan-Russia", "Austria (Hungary)-Yugoslavia", "Poland-Russia", "Hungary-Yugoslavia",
                   "Italy-Yugoslavia", "Bosnia-Serbia"}  # fmt: skip
    german = [(row["state2"], row["first_year"], row["last_year"]) for row in rows if row["name"] == "Germany-Russia"]
    assert german == [("RUS", 1890, 1922), ("SUN", 1923, 1945)]
    serb = [(row["state2"], row["first_year"], row["last_year"]) for row in rows if row["name"] == "Bosnia-Serbia"]
    assert serb == [("YUG", 1992, 2005), ("SRB", 2006, None)]


@pytest.mark.needs_shared
def test_known_rivals() -> None:
    rows = [(row["state1"], row["state2"], row["first_year"], row["last_year"]) for row in rows_of("rivalries", FILE)]
    assert ("IND", "PAK", 1947, None) in rows and ("RUS", "UKR", 2014, None) in rows
    assert [row[2:] for row in rows if row[:2] == ("DEU", "GDR")] == [(1949, 1973)]


def test_rows_that_are_not_right(tmp_path: Path) -> None:
    good = "1,A-B,2.0,20.0,1900.0,2020.0,1.0,,,"
    made = file(
        tmp_path, HEADER, good, "2,A-C,2,999,1900,1910,,1,,", "3,A-D,2,200,x,1910,,2,,", "4,A-E,2,200,,1910,,1,,"
    )
    assert told(refused("rivalries", made)) == [
        (4, "spatial", "2"), (3, "ccode2", "999"), (4, "start", "x"), (5, "start", ""),
    ]  # fmt: skip
    assert told(refused("rivalries", file(tmp_path, HEADER, good, good))) == [
        (3, "", "rivalry 1, state1 CAN, state2 USA, first_year 1900"),
    ]  # fmt: skip
    [problem] = refused(
        "rivalries", file(tmp_path, HEADER.removesuffix(",ideological,interventionary"), "1,A,2,20,1,2,,")
    )
    assert problem.value == "ideological, interventionary"
    assert told(refused("rivalries", file(tmp_path, HEADER, "1,A-B,2,20,1900,2021,1,,,"))) == [(2, "last_year", "2021")]
