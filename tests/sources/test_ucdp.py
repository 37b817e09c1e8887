"""UCDP/PRIO armed conflicts: the whole file, several states on one side, and rows that are not right."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FILE = "conflict/UcdpPrioConflict_v25_1.csv"
HEADER = (
    "conflict_id,location,side_a,side_b,incompatibility,territory_name,year,intensity_level,cumulative_intensity,"
    "type_of_conflict,start_date,start_date2,ep_end_date,gwno_a,gwno_b,version"
)
ROW = '228,"Egypt, Iraq, Israel",A,B,1,Israel,1948,2,1,2,1948-05-15,1948-05-15,,"651,  645",666,25.1'


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("ucdp_conflicts", FILE)
    rows = read.table.to_pylist()
    given = cells(FILE)
    parties = sum(len(row[side].split(",")) for row in given for side in ("gwno_a", "gwno_b") if row[side])
    assert (len(given), parties) == (2752, 2913) and len(rows) == parties - 3  # Hyderabad, told
    assert [(notice.value, notice.level) for notice in read.notices] == [("751", "notice")] * 3
    inside = [row for row in rows if row["kind"] in (3, 4)]
    assert Counter(row["intensity"] for row in inside) == {1: 1888, 2: 600 - 2}  # less Hyderabad's
    assert read.missing["episode_end"] == sum(1 for row in rows if row["episode_end"] is None) > 2000
    war = {(row["state"], row["side"], row["intensity"]) for row in rows if row["conflict"] == 13243}
    assert war == {("RUS", "a", 2), ("UKR", "b", 2)}
    assert tables_in(DATA / FILE) == {"ucdp_conflicts"}


@pytest.mark.needs_shared
def test_states_are_those_of_the_year() -> None:
    found = {(row["state"], row["year"]) for row in rows_of("ucdp_conflicts", FILE)}
    assert {("SUN", 1990), ("RUS", 1994), ("YUG", 1998), ("GRD", 1983)} <= found
    assert not {("RUS", 1990), ("SRB", 1998)} & found


def test_every_government_on_a_side_has_a_row(tmp_path: Path) -> None:
    found = rows_of("ucdp_conflicts", file(tmp_path, HEADER, ROW))
    assert [(row["state"], row["side"]) for row in found] == [("EGY", "a"), ("IRQ", "a"), ("ISR", "b")]
    assert (found[0]["start"], found[0]["episode_end"], found[0]["cumulative"]) == (date(1948, 5, 15), None, True)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (",2,1,2,1948-05-15", ",3,1,2,1948-05-15", (2, "intensity_level", "3")),
        ("1948-05-15,1948-05-15", "1948-05-15,1948-02-30", (2, "start_date2", "1948-02-30")),
        (",666,", ",999,", (2, "gw", "999")),
        (",1948,", ",1945,", (2, "year", "1945")),
    ],
)
def test_bad_cells_are_told(tmp_path: Path, old: str, new: str, problem: tuple[int, str, str]) -> None:
    assert told(refused("ucdp_conflicts", file(tmp_path, HEADER, ROW.replace(old, new))))[0] == problem


def test_another_version_and_a_row_without_parties_are_told(tmp_path: Path) -> None:
    read = table_of("ucdp_conflicts", file(tmp_path, HEADER, ROW.replace("25.1", "24.1")))
    assert "24.1" in {notice.value for notice in read.notices}
    lost = ROW.replace('"651,  645"', "").replace(",2,1948-05-15", ",3,1948-05-15")
    assert refused("ucdp_conflicts", file(tmp_path, HEADER, lost))[0].column == "state"
