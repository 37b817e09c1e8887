"""COW's lists of states against timbang's own: every difference is known, with its reason."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

from timbang.state_table import all_states
from timbang.state_years import state_years

SPELL = "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version"
MAJOR = "ccode,styear,stmonth,stday,endyear,endmonth,endday,version"


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("table", "name"),
    [("cow_state_years", "system2016.csv"), ("cow_states", "states2016.csv"), ("cow_majors", "cow_majors.csv"),
     ("cow_codes", "COW-country-codes.csv")],
)  # fmt: skip
def test_each_file_is_told_by_its_columns(table: str, name: str) -> None:
    assert tables_in(DATA / "states" / name) == {table}
    assert table_of(table, f"states/{name}").notices == ()


@pytest.mark.needs_shared
def test_the_system_is_timbangs_own() -> None:
    theirs = [(row["state"], row["year"]) for row in rows_of("cow_state_years", "states/system2016.csv")]
    assert len(theirs) == 15951
    assert set(theirs) == {(row.state, row.year) for row in state_years(1816, 2016)}


@pytest.mark.needs_shared
def test_the_spells_differ_from_timbangs_only_in_where_numbers_pass_on() -> None:
    """243 rows there, 247 here: COW has Serbia and Yugoslavia (345) in two, Russia and the USSR (365) in one."""
    theirs = Counter(
        (int(row["ccode"]), _day(row, "st"), None if (end := _day(row, "end")) == date(2016, 12, 31) else end)
        for row in cells("states/states2016.csv")
    )
    ours = Counter((state.cow, state.start, state.end) for state in all_states() if state.cow)
    assert sum(theirs.values()) == 243 and sum(ours.values()) == 247
    assert set(theirs - ours) == {
        (345, date(1878, 7, 13), date(1941, 4, 20)), (345, date(1944, 10, 20), None), (365, date(1816, 1, 1), None),
    }  # fmt: skip
    assert {number for number, _, _ in ours - theirs} == {345, 365}
    read = rows_of("cow_states", "states/states2016.csv")
    assert {(row["state"], row["start"], row["end"]) for row in read} == {
        (state.code, state.start, state.end) for state in all_states() if state.cow
    }


def _day(row: dict[str, str], side: str) -> date:
    return date(int(row[f"{side}year"]), int(row[f"{side}month"]), int(row[f"{side}day"]))


@pytest.mark.needs_shared
def test_major_powers_in_years() -> None:
    rows = [(row["state"], row["first"], row["last"]) for row in rows_of("cow_majors", "states/cow_majors.csv")]
    assert sorted(rows, key=str) == sorted([
        ("USA", 1898, None), ("GBR", 1816, None), ("FRA", 1816, 1940), ("FRA", 1945, None), ("DEU", 1816, 1918),
        ("DEU", 1925, 1945), ("DEU", 1991, None), ("AUH", 1816, 1918), ("ITA", 1860, 1943), ("RUS", 1816, 1917),
        ("RUS", 1922, 1922), ("SUN", 1923, 1991), ("RUS", 1992, None), ("CHN", 1950, None), ("JPN", 1895, 1945),
        ("JPN", 1991, None),
    ], key=str)  # fmt: skip


@pytest.mark.needs_shared
def test_the_codes_of_a_file_with_old_mac_line_ends() -> None:
    raw = (DATA / "states/COW-country-codes.csv").read_bytes()
    assert b"\n" not in raw and raw.count(b"\r") == 243
    rows = rows_of("cow_codes", "states/COW-country-codes.csv")
    assert {row["number"] for row in rows} == {state.cow for state in all_states() if state.cow}
    assert len(rows) == 217
    names = {row["number"]: (row["state"], row["abbreviation"], row["name"]) for row in rows}
    assert names[365] == ("RUS", "RUS", "Russia") and names[260] == ("DEU", "GFR", "German Federal Republic")
    # the abbreviations of timbang's own table are COW's
    table = {state.cow: state.code for state in all_states()}
    assert all(state == table[number] for number, (state, _, _) in names.items())


def test_a_spell_to_the_editions_last_day_lasts(tmp_path: Path) -> None:
    made = file(tmp_path, SPELL, "CUB,40.0,Cuba,1902,5,20,1906,9,25,2016", "CUB,40,Cuba,1909.0,1,23,2016,12,31,2016.0")
    rows = rows_of("cow_states", made)
    assert [(row["start"], row["end"]) for row in rows] == [
        (date(1902, 5, 20), date(1906, 9, 25)), (date(1909, 1, 23), None),
    ]  # fmt: skip


def test_bad_spells_are_told(tmp_path: Path) -> None:
    made = file(tmp_path, SPELL, "CUB,40,Cuba,1902,2,30,1906,9,25,2016", "QQQ,998,Nowhere,1902,2,3,1906,9,25,2016",
                "USA,2,United States,1816,1,1,2016,12,-9,2016")  # fmt: skip
    assert told(refused("cow_states", made)) == [
        (3, "ccode", "998"), (2, "stday", "30"), (4, "endday", "-9"),
    ]  # fmt: skip


def test_spells_that_stand_twice_and_missing_columns(tmp_path: Path) -> None:
    major = "2.0,1898.0,8.0,13.0,2016.0,12.0,31.0,2016.0"
    [problem] = refused("cow_majors", file(tmp_path, MAJOR, major, major))
    assert (problem.line, problem.value) == (3, "state USA, first 1898")
    [problem] = refused("cow_majors", file(tmp_path, MAJOR.replace("stday,", ""), "2,1898,8,2016,12,31,2016"))
    assert problem.value == "stday"


def test_years_of_states_that_were_not(tmp_path: Path) -> None:
    made = file(tmp_path, "stateabb,ccode,year,version", "USA,2,1950,2016", "UKR,369,1950,2016", "UKR,369,1951,2016")
    [problem] = refused("cow_state_years", made)
    assert (problem.line, problem.value) == (3, "UKR 1950")
    assert problem.what == "the state was not in COW's system that year (2 rows)"
