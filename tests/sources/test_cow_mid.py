"""Militarized disputes: whole files against plain counts; days, levels and spells; rows that are not right."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

A, B = "conflict/MIDA 5.0.csv", "conflict/MIDB 5.0.csv"
DISPUTE = "dispnum,stday,stmon,styear,endday,endmon,endyear,fatality,hiact,hostlev,ongo2014,version"
PARTICIPANT = (
    "dispnum,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,revstate,revtype1,fatality,hiact,hostlev,orig,version"
)


@pytest.mark.needs_shared
def test_all_disputes() -> None:
    read = table_of("mid_disputes", A)
    rows, theirs = read.table.to_pylist(), cells(A)
    assert len(rows) == 2436 and read.notices == ()
    assert Counter(row["hostility"] for row in rows) == {4: 1603, 3: 653, 5: 106, 2: 74}
    assert Counter(row["fatality"] for row in rows) == {0: 1736, None: 268, 1: 213, 6: 87, 2: 78, 3: 35, 4: 14, 5: 5}
    assert sum(row["ongoing"] for row in rows) == 33
    assert read.missing["first"] == sum(row["stday"] == "-9" for row in theirs) == 271
    assert [row["dispute"] for row in rows] == [int(row["dispnum"]) for row in theirs]
    assert {(row["first_year"], row["last_year"]) for row in rows[:2]} == {(1902, 1903), (1913, 1913)}


@pytest.mark.needs_shared
def test_all_participants() -> None:
    read = table_of("mid_participants", B)
    rows, theirs = read.table.to_pylist(), cells(B)
    assert len(rows) == 5883
    assert [(notice.value, notice.line) for notice in read.notices] == [("CAN 1918", 382)]
    assert sum(row["side_a"] for row in rows) == 2978 and sum(row["revisionist"] for row in rows) == 2581
    assert Counter(row["revision_type"] for row in rows) == {0: 3295, 2: 1410, 1: 903, 3: 223, 4: 46, None: 6}
    assert Counter(row["hostility"] for row in rows) == {4: 2508, 1: 1446, 3: 1377, 5: 319, 2: 233}
    assert sum(row["originator"] for row in rows) == 5202
    # states that left and came back: by csv, 23 disputes and states with several rows
    several = Counter((row["dispnum"], row["ccode"]) for row in theirs)
    assert sum(count > 1 for count in several.values()) == 23
    assert sum(row["spell"] > 1 for row in rows) == sum(count - 1 for count in several.values())
    danish = [row for row in rows if (row["dispute"], row["state"]) == (4676, "DNK")]
    assert [(row["spell"], row["first"]) for row in danish] == [(1, date(2011, 1, 19)), (2, date(2011, 11, 7))]


@pytest.mark.needs_shared
def test_the_first_dispute_of_the_files() -> None:
    rows = [row for row in rows_of("mid_participants", B) if row["dispute"] == 2]
    names = ("state", "side_a", "first", "last", "hostility", "highest_action")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("GBR", False, None, date(1903, 1, 24), 1, 0), ("USA", True, None, date(1903, 1, 24), 3, 7),
    ]  # fmt: skip
    assert tables_in(DATA / A) == {"mid_disputes"} and tables_in(DATA / B) == {"mid_participants"}


def test_cells_that_are_not_right(tmp_path: Path) -> None:
    made = file(tmp_path, DISPUTE, "1,1.0,2.0,1950.0,3,4,1950,0,1,2,0,5", "2,30,2,1951,3,4,1951,0,1,7,x,5",
                "1,1,1,1952,2,2,1952,9,1,2,0,5")  # fmt: skip
    assert told(refused("mid_disputes", made)) == [(3, "stday", "30"), (3, "ongo2014", "x")]
    made = file(tmp_path, DISPUTE, "1,1,2,1950,3,4,1950,0,1,2,0,5", "1,1,1,1952,2,2,1952,9,1,2,0,5")
    assert told(refused("mid_disputes", made)) == [(3, "", "dispute 1"), (3, "fatality", "9")]


def test_participants_that_are_not_right(tmp_path: Path) -> None:
    row = "1,2,1,1,1950,2,2,1950,1,0,0,0,1,1,1,5"
    made = file(tmp_path, PARTICIPANT, row, "1,999,1,1,1950,2,2,1950,2,0,5,0,1,1,1,5")
    assert told(refused("mid_participants", made)) == [
        (3, "ccode", "999"), (3, "sidea", "2"), (3, "revtype1", "5"),
    ]  # fmt: skip
    assert told(refused("mid_participants", file(tmp_path, PARTICIPANT, row, row))) == [
        (3, "", "dispute 1, state USA, spell 1"),
    ]  # fmt: skip
    [problem] = refused("mid_participants", file(tmp_path, PARTICIPANT.replace("sidea,", ""), row[:-2]))
    assert problem.value == "sidea"
