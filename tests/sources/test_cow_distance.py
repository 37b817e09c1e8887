"""Capitals and minimum distances: known places and pairs, and files that are not right."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from support.source_tables import DATA, file, refused, rows_of, table_of, tables_in, told

from timbang.state_years import state_years

CAPITALS, DISTANCES = "distance/cow_capitals.csv", "distance/cow_mindist.parquet"
HEADER = "ccode,statenme,capital,stdate,enddate,lat,lng"


@pytest.mark.needs_shared
def test_capitals_of_the_whole_file() -> None:
    """242 rows there; 248 here: 365 in three and 345 in three, Berlin in two, Bonn also for West Germany's 1990.

    Of Russia's two capitals Moscow alone (from 1918) is cut, twice.
    """
    read = table_of("capitals", CAPITALS)
    assert len(read.table) == 242 + 2 + 2 + 1 + 1 and read.notices == () and read.missing["lat"] == 0
    assert tables_in(DATA / CAPITALS) == {"capitals"}
    of: dict[str, list[tuple[Any, ...]]] = {}
    for row in read.table.to_pylist():
        of.setdefault(row["state"], []).append((row["capital"], row["start"], row["end"]))
    assert of["DEU"] == [
        ("Berlin", date(1816, 1, 1), date(1948, 12, 31)), ("Berlin", date(1990, 10, 3), None),
        ("Bonn", date(1949, 1, 1), date(1990, 10, 2)),
    ]  # fmt: skip
    assert of["GFR"] == [("Bonn", date(1990, 1, 1), date(1990, 10, 2))]
    assert of["SUN"] == [("Moscow", date(1922, 12, 30), date(1991, 12, 25))]
    assert of["RUS"][-1] == ("Moscow", date(1991, 12, 26), None) and len(of["RUS"]) == 3
    assert of["KAZ"] == [("Almaty", date(1991, 1, 1), date(1998, 5, 5)), (of["KAZ"][1][0], date(1998, 5, 6), None)]
    assert of["YAR"][0][2] == date(1990, 5, 21) and of["YPR"][0][2] == date(1990, 5, 21)


@pytest.mark.needs_shared
def test_no_state_has_two_capitals_on_a_day_and_all_have_one() -> None:
    spells: dict[str, list[tuple[date, date]]] = {}
    for row in rows_of("capitals", CAPITALS):
        spells.setdefault(row["state"], []).append((row["start"], row["end"] or date.max))
    for state, found in spells.items():
        found.sort()
        assert all(a[1] < b[0] for a, b in pairwise(found)), state
    assert {row.state for row in state_years(1816, 2016)} == set(spells)


@pytest.mark.needs_shared
def test_minimum_distances_of_the_whole_file() -> None:
    read = table_of("minimum_distance", DISTANCES)
    assert len(read.table) == 952244 and read.notices == ()
    # by DuckDB, on the file itself: the sum of the kilometres, and pairs that touch
    assert pc.sum(read.table["km"]).as_py() == pytest.approx(6466548905.18393, rel=1e-12)
    assert pc.sum(pc.equal(read.table["km"], 0)).as_py() == 21267
    assert pc.all(pc.less(read.table["state1"], read.table["state2"])).as_py()
    near = read.table.filter((pc.field("year") == 1886) & (pc.field("state1") == "MEX") & (pc.field("state2") == "USA"))
    assert near.to_pylist() == [{"state1": "MEX", "state2": "USA", "year": 1886, "km": 0.0}]
    germany = read.table.filter((pc.field("year") == 1990) & (pc.field("state1") == "GFR"))
    assert len(germany) > 0  # on 1 January 1990 there was West Germany
    assert tables_in(DATA / DISTANCES) == {"minimum_distance"}


def distances(folder: Path, *rows: tuple[float, float, float, float]) -> Path:
    columns = zip(("ccode1", "ccode2", "year", "mindist"), zip(*rows, strict=True), strict=True)
    pq.write_table(pa.table(dict(columns)), folder / "made.parquet")
    return folder / "made.parquet"


def test_pairs_stand_once_whichever_way_round(tmp_path: Path) -> None:
    made = distances(tmp_path, (200.0, 2.0, 1950.0, 5.5), (2.0, 20.0, 1950.0, 0.0))
    assert sorted(tuple(row.values()) for row in rows_of("minimum_distance", made)) == [
        ("CAN", "USA", 1950, 0.0), ("GBR", "USA", 1950, 5.5),
    ]  # fmt: skip


def test_distances_that_cannot_be(tmp_path: Path) -> None:
    made = distances(tmp_path, (2.0, 20.0, 1950.0, 30000.0), (2.0, 20.0, 1885.0, 1.0))
    assert told(refused("minimum_distance", made)) == [(2, "year", "1885"), (1, "km", "30000.0")]
    made = distances(tmp_path, (2.0, 20.0, 1950.0, 1.0), (20.0, 2.0, 1950.0, 3.0))
    assert told(refused("minimum_distance", made)) == [(2, "", "state1 CAN, state2 USA, year 1950")]
    made = distances(tmp_path, (2.0, 998.0, 1950.0, 1.0))
    assert [(p.column, float(p.value)) for p in refused("minimum_distance", made)] == [("ccode2", 998.0)]


def test_bad_capitals_are_told(tmp_path: Path) -> None:
    made = file(tmp_path, HEADER, "2.0,USA,Washington,1816-01-01,2024-12-31,38.9,-77.0",
                "20.0,Canada,Ottawa,1867-13-01,2024-12-31,45.4,-75.7",
                "999,Q,Q,1867-01-01,2024-12-31,north,1")  # fmt: skip
    assert told(refused("capitals", made)) == [
        (4, "ccode", "999"), (3, "stdate", "1867-13-01"), (4, "lat", "north"),
    ]  # fmt: skip
    made = file(tmp_path, HEADER, "2,USA,Washington,1816-01-01,2024-12-31,138.9,-77.0")
    assert told(refused("capitals", made)) == [(2, "lat", "138.9")]
    [problem] = refused("capitals", file(tmp_path, "ccode,capital,stdate,enddate,lat", "2,W,1816-01-01,2024-12-31,1"))
    assert problem.value == "lng"
