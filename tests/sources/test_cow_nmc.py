"""National Material Capabilities: the whole file against plain sums of its cells; bad rows refused with lines."""

import re
from pathlib import Path

import pyarrow.compute as pc
import pytest
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

FILE = "nmc/NMC-60-abridged.csv"
HEADER = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version"


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("nmc", FILE)
    assert len(read.table) == 15951 and read.notices == ()
    # counted by awk: cells of -9, and the sum of the others
    missing = {"milex": 2217, "milper": 426, "irst": 26, "pec": 448, "tpop": 0, "upop": 68, "cinc_published": 0}
    sums = {"milex": 45411242698, "milper": 2489461, "irst": 55296104, "pec": 837180822, "tpop": 432320030.6,
            "upop": 85175277.644444, "cinc_published": 205.9061}  # fmt: skip
    assert {name: read.missing[name] for name in missing} == missing
    for name, total in sums.items():
        assert pc.sum(read.table[name]).as_py() == pytest.approx(total, rel=1e-9, abs=1e-6)
        assert pc.min(read.table[name]).as_py() >= 0


@pytest.mark.needs_shared
def test_every_row_keeps_its_cells() -> None:
    for ours, theirs in zip(rows_of("nmc", FILE), cells(FILE), strict=True):
        assert ours["year"] == int(theirs["year"])
        for name in ("milex", "milper", "irst", "pec", "tpop", "upop"):
            assert ours[name] == (None if theirs[name] == "-9" else float(theirs[name]))
        assert ours["cinc_published"] == float(theirs["cinc"])


@pytest.mark.needs_shared
def test_germany_and_the_soviet_union_have_their_rows() -> None:
    rows = {(row["state"], row["year"]): row for row in rows_of("nmc", FILE)}
    assert rows["GFR", 1990]["milper"] == 545 == rows["DEU", 1990]["milper"]
    assert (rows["GFR", 1990]["milex"], rows["DEU", 1990]["milex"]) == (35610000, 37200000)
    assert (rows["DEU", 1990]["pec"], rows["GDR", 1990]["milex"]) == (None, None)
    assert rows["DEU", 1989]["milex"] == 27460000
    assert {state for state, year in rows if year == 1991 and state in ("SUN", "RUS")} == {"SUN"}


@pytest.mark.needs_shared
def test_it_is_told_by_its_columns() -> None:
    assert tables_in(DATA / FILE) == {"nmc"}


def test_numbers_written_as_decimals_and_columns_in_another_order(tmp_path: Path) -> None:
    made = file(tmp_path, "year,ccode,cinc,milex,milper,irst,pec,tpop,upop", "1950.0,2.0,0.28,1.5e3,-9.0,0,1,2,3")
    assert rows_of("nmc", made) == [{"state": "USA", "year": 1950, "milex": 1500.0, "milper": None, "irst": 0.0,
                                     "pec": 1.0, "tpop": 2.0, "upop": 3.0, "cinc_published": 0.28}]  # fmt: skip


def test_missing_columns_are_named(tmp_path: Path) -> None:
    [problem] = refused("nmc", file(tmp_path, "ccode,year,milper,irst,pec,tpop,cinc", "2,1950,1,1,1,1,0.1"))
    assert (problem.what, problem.value) == ("this is not a file of COW NMC 6.0: columns are missing", "milex, upop")


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("USA,2,1951,many,1,1,1,1,1,0.1,2021", [(3, "milex", "many")]),
        ("USA,2,1951,1,1,1,1,1,1,1.2,2021", [(3, "cinc_published", "1.2")]),
        ("USA,2,1951,-5,1,1,1,1,1,0.1,2021", [(3, "milex", "-5.0")]),
        ("XXX,999,1951,1,1,1,1,1,1,0.1,2021", [(3, "ccode", "999")]),
        ("UKR,369,1951,1,1,1,1,1,1,0.1,2021", [(3, "ccode", "UKR 1951")]),
        ("USA,2,19x1,1,1,1,1,1,1,0.1,2021", [(3, "year", "19x1")]),
        ("USA,2,1950,9,9,9,9,9,9,0.9,2021", [(3, "", "state USA, year 1950")]),
        ("USA,2,2020,9,9,9,9,9,9,0.9,2021", [(3, "year", "2020")]),
        ("USA,2,1951,1,1,1", [(3, "", "6")]),
    ],
)
def test_bad_rows_are_told_with_their_line(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    made = file(tmp_path, HEADER, "USA,2,1950,1,1,1,1,1,1,0.1,2021", row)
    assert told(refused("nmc", made)) == problems


def test_another_version_is_told(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "USA,2,1950,1,1,1,1,1,1,0.1,2017")
    notices = table_of("nmc", made).notices
    assert [(notice.level, notice.value, notice.expected) for notice in notices] == [
        ("notice", "2017", "2021"), ("notice", "1", "15951"),
    ]  # fmt: skip
    assert re.search("another version", notices[0].what)
