"""Contiguity: every pair and year of the file, both ways round; the nearer kind where it changed."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, file, refused, rows_of, table_of, tables_in, told

FILE = "distance/contdird_v3.2.csv"
HEADER = "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version"


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("contiguity", FILE)
    rows = read.table.to_pylist()
    # by awk: the nearest kind of each of 82,440 pairs and years; 58 of 82,498 rows are second kinds of a year
    assert Counter(row["kind"] for row in rows) == {1: 48944, 2: 2156, 3: 2320, 4: 11340, 5: 17680}
    [notice] = read.notices
    assert (notice.level, notice.value) == ("notice", "NLD FRA 1830") and "58 pairs" in notice.what
    ways = {(row["state1"], row["state2"], row["year"]): row["kind"] for row in rows}
    assert all(ways[b, a, year] == kind for (a, b, year), kind in ways.items())
    assert tables_in(DATA / FILE) == {"contiguity"}


@pytest.mark.needs_shared
def test_neighbours_of_known_states() -> None:
    rows = {(row["state1"], row["state2"], row["year"]): row["kind"] for row in rows_of("contiguity", FILE)}
    near = {b: kind for (a, b, year), kind in rows.items() if (a, year) == ("KGZ", 2000)}
    assert near == {"TJK": 1, "UZB": 1, "KAZ": 1, "CHN": 1}
    assert rows["USA", "SUN", 1985] == 2 and ("USA", "RUS", 1985) not in rows  # across the Bering Strait
    assert rows["GFR", "GDR", 1990] == 1 and ("DEU", "GDR", 1990) not in rows and rows["DEU", "POL", 1990] == 1


def test_the_nearer_kind_counts_in_a_year_of_change(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "1,2,USA,20,CAN,1950,4,3.2", "1,2,USA,20,CAN,1950,2,3.2", "1,20,CAN,2,USA,1950,4,3.2")
    assert [tuple(row.values()) for row in rows_of("contiguity", made)] == [
        ("USA", "CAN", 1950, 2), ("CAN", "USA", 1950, 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("1,2,USA,20,CAN,1950,1,3.2", [(3, "", "state1 USA, state2 CAN, year 1950")]),
        ("1,2,USA,20,CAN,1951,6,3.2", [(3, "kind", "6")]),
        ("1,2,USA,369,UKR,1951,5,3.2", [(3, "state2no", "UKR 1951")]),
        ("1,2,USA,999,QQQ,1951,5,3.2", [(3, "state2no", "999")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("contiguity", file(tmp_path, HEADER, "1,2,USA,20,CAN,1950,1,3.2", row))) == problems


def test_missing_columns_are_named(tmp_path: Path) -> None:
    [problem] = refused("contiguity", file(tmp_path, "state1no,year,version", "2,1950,3.2"))
    assert problem.value == "state2no, conttype"
