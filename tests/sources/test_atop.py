"""ATOP's files: whole files against plain counts; one-sided treaties, members, phases; rows that are not right."""

from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FOLDER = "alliances/"
DYADS, ALLIANCES, MEMBERS = (
    FOLDER + "atop_dyad_year.parquet",
    FOLDER + "ATOP51_atop5_1a.csv",
    FOLDER + "ATOP51_atop5_1m.csv",
)
STATE_YEARS, INSTITUTIONS = FOLDER + "ATOP51_atop5_1sy.csv", FOLDER + "ATOP51_atopinst5_1.csv"
OWED = ("defense", "offense", "neutral", "nonagg", "consul")
OF_MEMBER = "atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,version"


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("path", "tables"),
    [(DYADS, {"atop_dyads", "atop_obligations"}), (ALLIANCES, {"atop_alliances"}), (MEMBERS, {"atop_members"}),
     (STATE_YEARS, {"atop_state_years"}), (INSTITUTIONS, {"atop_institutions"})],
)  # fmt: skip
def test_each_file_is_told_by_its_columns(path: str, tables: set[str]) -> None:
    assert tables_in(DATA / path) == tables


@pytest.fixture(scope="module")
def obligations() -> pa.Table:
    return table_of("atop_obligations", DYADS).table


@pytest.mark.needs_shared
def test_obligations_by_pair_both_ways_round(obligations: pa.Table) -> None:
    """By DuckDB on the file: 273,296 rows, half of them with the lower number first, whose sums these are."""
    assert len(obligations) == 273296
    numbers = pq.read_table(DATA / DYADS)
    lower = pc.less(numbers["ccode1"], numbers["ccode2"])
    sums = [pc.sum(obligations.filter(lower)[name]).as_py() for name in OWED]  # rows are in the order of the file
    assert sums == [69063, 3194, 2264, 130914, 65668]
    rows = obligations.filter(pc.field("year") == 2000).to_pylist()
    owed = {(row["state1"], row["state2"]): row for row in rows}
    assert (owed["USA", "JPN"]["defense"], owed["JPN", "USA"]["defense"]) == (1, 0)


@pytest.mark.needs_shared
def test_pairs_once_with_what_either_owes(obligations: pa.Table) -> None:
    read = table_of("atop_dyads", DYADS)
    assert len(read.table) == 136648 and pc.all(pc.less(read.table["state1"], read.table["state2"])).as_py()
    assert "650 pairs and years" in read.notices[1].what and "3040 rows" in read.notices[0].what
    # by DuckDB: sums of the two directions, of which 492, 46, 145, 10 and 4 pair-years have only one
    found = pc.sum(read.table["defense"]).as_py()
    assert 2 * found - 492 == pc.sum(obligations["defense"]).as_py()
    for name, one_sided in zip(OWED[1:], (46, 145, 10, 4), strict=True):
        assert 2 * pc.sum(read.table[name]).as_py() - one_sided == pc.sum(obligations[name]).as_py()
    year = read.table.filter(pc.field("year") == 2000).to_pylist()
    assert [row["defense"] for row in year if (row["state1"], row["state2"]) == ("JPN", "USA")] == [1]


@pytest.mark.needs_shared
def test_alliances() -> None:
    read = table_of("atop_alliances", ALLIANCES)
    rows = {row["alliance"]: row for row in read.table.to_pylist()}
    theirs = cells(ALLIANCES)
    assert len(rows) == len(theirs) == 789 and read.notices == ()
    for name in (*OWED, "bilat"):
        ours = "bilateral" if name == "bilat" else name
        assert sum(row[ours] for row in rows.values()) == sum(int(row[name]) for row in theirs)
    assert sum(row["last_year"] is None for row in rows.values()) == 372
    assert (rows[1005]["start"], rows[1005]["end"]) == (date(1815, 1, 3), date(1815, 2, 8))
    assert (rows[1115]["start"], rows[1115]["first_year"]) == (None, 1844)  # no day is known
    assert (rows[7050]["start"], rows[7050]["last_year"]) == (date(2018, 9, 28), None)


@pytest.mark.needs_shared
def test_members() -> None:
    """2,510 rows there, one of no state; number 365 and 345 are cut where they pass on (2,536, by plain csv)."""
    read = table_of("atop_members", MEMBERS)
    rows = read.table.to_pylist()
    expected = 0
    for row in cells(MEMBERS):
        start = (int(row["yrent"]), int(row["moent"]), int(row["dayent"] or 1))
        end = (int(row["yrexit"]) or 9999, int(row["moexit"]), int(row["dayexit"] or 28))
        passing = {"365": [(1922, 12, 30), (1991, 12, 26)], "345": [(1918, 12, 1), (2006, 6, 5)]}
        cuts = sum(start < day <= end for day in passing.get(row["member"], []))
        expected += 0 if row["member"] == "8152" else 1 + cuts
    assert len(rows) == expected == 2536
    assert [(notice.line, notice.value) for notice in read.notices] == [(203, "8152")]
    assert sum(row["last_year"] is None for row in rows) == 1146
    nato = [row for row in rows if row["alliance"] == 3180 and row["state"] in ("TUR", "USA")]
    assert [(row["state"], row["phase"], row["first"], row["last"], row["last_year"]) for row in nato] == [
        ("USA", 1, date(1949, 4, 4), date(1951, 6, 19), 1951), ("USA", 2, date(1951, 6, 19), None, None),
        ("TUR", 2, date(1951, 10, 22), None, None),
    ]  # fmt: skip
    egypt = [(row["first_year"], row["last_year"]) for row in rows if (row["alliance"], row["state"]) == (3205, "EGY")]
    assert egypt == [(1950, 1979), (1989, None)]


@pytest.mark.needs_shared
def test_the_collective_security_treaty_is_of_its_members() -> None:
    rows = rows_of("atop_members", MEMBERS)
    treaties = {row["alliance"] for row in rows if row["state"] == "TJK" and row["first_year"] == 1992}
    [treaty] = [
        number for number in treaties
        if {"RUS", "KAZ", "KGZ", "TJK", "UZB", "ARM"} <= {row["state"] for row in rows if row["alliance"] == number}
        and all(row["defense"] for row in rows if row["alliance"] == number)
    ]  # fmt: skip
    left = {row["state"]: row["last_year"] for row in rows if row["alliance"] == treaty and row["last_year"]}
    assert {"AZE", "GEO"} <= set(left) and {left["AZE"], left["GEO"]} == {1999}


@pytest.mark.needs_shared
def test_state_years_and_institutions() -> None:
    read = table_of("atop_state_years", STATE_YEARS)
    rows, theirs = read.table.to_pylist(), cells(STATE_YEARS)
    assert len(rows) == 11923 and sum(row["alliances"] for row in rows) == sum(int(row["number"]) for row in theirs)
    assert [sum(row[name] for row in rows) for name in OWED] == [8920, 961, 1962, 10240, 8745]
    assert "291 rows" in read.notices[0].what  # of 307 out of the system, 16 are of 1815, before it begins
    read = table_of("atop_institutions", INSTITUTIONS)
    rows = read.table.to_pylist()
    assert Counter(row["military_institution"] for row in rows) == {0: 592, 1: 158, 2: 93, None: 6}
    assert Counter(row["formal"] for row in rows) == {1: 557, 0: 156, 2: 135, None: 1}
    # the phases are those of the members' file, though written in single precision (3270.2998)
    phases = {(row["atopid"], row["phase"]) for row in cells(MEMBERS)}
    assert {(str(row["alliance"]), str(row["phase"])) for row in rows} == phases


def dyads(folder: Path, *rows: tuple[float, ...]) -> Path:
    names = ("ccode1", "ccode2", "year", *(f"atop_{name}" for name in OWED))
    pq.write_table(pa.table(dict(zip(names, zip(*rows, strict=True), strict=True))), folder / "made.parquet")
    return folder / "made.parquet"


def test_what_binds_one_side_only(tmp_path: Path) -> None:
    made = dyads(tmp_path, (2.0, 740.0, 1990.0, 1, 0, 0, 1, 1), (740.0, 2.0, 1990.0, 0, 0, 0, 1, 1))
    [row] = rows_of("atop_dyads", made)
    assert tuple(row.values()) == ("JPN", "USA", 1990, 1, 0, 0, 1, 1)
    assert [row["defense"] for row in rows_of("atop_obligations", made)] == [1, 0]


def test_pairs_that_are_not_right(tmp_path: Path) -> None:
    one, other = (2.0, 740.0, 1990.0, 1, 0, 0, 1, 1), (740.0, 2.0, 1990.0, 1, 0, 0, 1, 1)
    problems = refused("atop_dyads", dyads(tmp_path, one, other, (2.0, 200.0, 1990.0, 1, 0, 0, 0, 0)))
    assert [(problem.line, problem.what) for problem in problems] == [(3, "the pair stands only one way round")]
    [problem] = refused("atop_obligations", dyads(tmp_path, one, one))
    assert (problem.line, problem.value) == (2, "state1 USA, state2 JPN, year 1990")
    [problem] = refused("atop_obligations", dyads(tmp_path, (2.0, 740.0, 1990.0, 2, 0, 0, 1, 1)))
    assert (problem.column, problem.value) == ("defense", "2")


def test_members_that_are_not_right(tmp_path: Path) -> None:
    made = file(tmp_path, OF_MEMBER, "1,2.0,0,1950.0,1,,0,0,0,1,0,0,0,0,5.1", "1,999,0,1950,1,1,0,0,0,1,0,0,0,0,5.1",
                "1,20,0,,1,1,0,0,0,1,0,0,0,0,5.1", "1,200,0,1950,2,30,0,0,0,1,0,0,0,0,5.1")  # fmt: skip
    found = told(refused("atop_members", made))
    assert {(3, "member", "999"), (4, "yrent", ""), (5, "dayent", "30")} <= set(found)
    made = file(tmp_path, OF_MEMBER, *["1,2,0,1950,1,,0,0,0,1,0,0,0,0,5.1"] * 2)
    assert told(refused("atop_members", made)) == [(3, "", "alliance 1, state USA, phase 0, first_year 1950")]
    [problem] = refused(
        "atop_members", file(tmp_path, OF_MEMBER.replace("moexit,", ""), *["1,2,0,1950,1,,0,0,1,0,0,0,0,5"])
    )
    assert problem.value == "moexit"


def test_a_membership_without_a_day_and_across_the_end_of_the_ussr(tmp_path: Path) -> None:
    made = file(tmp_path, OF_MEMBER, "1,365,0,1980,6,,0,0,0,1,0,0,0,0,5.1")
    names = ("state", "first", "last", "first_year", "last_year")
    assert [tuple(row[name] for name in names) for row in rows_of("atop_members", made)] == [
        ("SUN", None, date(1991, 12, 25), 1980, 1991), ("RUS", date(1991, 12, 26), None, 1991, None),
    ]  # fmt: skip


def test_phases_that_are_not_right(tmp_path: Path) -> None:
    made = file(tmp_path, "atopid,atopidphase,milinst,formal,version", "1020,1020.1,1,2,5.0999999", "1030,1031,0,1,5.1")
    assert told(refused("atop_institutions", made))[0] == (3, "atopidphase", "1031")
