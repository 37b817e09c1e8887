"""Trade by pair and year: the whole file, pairs given once or both ways round, and rows that contradict each other."""

from pathlib import Path

import pyarrow.compute as pc
import pytest
from support.source_tables import DATA, file, refused, table_of, tables_in, told

FILE = "trade/cow_trade_dyad_year.parquet"
HEADER = "ccode1,ccode2,year,flow1,flow2"
FIRST = "2,200,2014,54049,42505"  # the United States import 54,049 from the United Kingdom


@pytest.mark.needs_shared
def test_the_file_is_recognized() -> None:
    assert tables_in(DATA / FILE) == {"trade"}


@pytest.mark.slow
@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("trade", FILE)
    table = read.table
    # by DuckDB on the file: 1,347,308 rows, each pair both ways round; 50,833 flows unknown; flow1 adds up to it
    assert len(table) == 1347308 // 2
    assert read.missing["imports1"] + read.missing["imports2"] == 1347308 - 1296475
    assert pc.sum(table["imports1"]).as_py() + pc.sum(table["imports2"]).as_py() == 257860447
    assert pc.all(pc.less(table["state1"], table["state2"])).as_py()
    kept = table.filter(pc.and_(pc.equal(table["state1"], "GBR"), pc.equal(table["state2"], "USA")))
    [last] = kept.filter(pc.equal(kept["year"], 2014)).to_pylist()
    assert (last["imports1"], last["imports2"]) == (42505, 54049)
    assert not read.notices


@pytest.mark.parametrize("rows", [[FIRST], [FIRST, "200.0,2.0,2014.0,42505.0,54049.0"], ["200,2,2014,42505,54049"]])
def test_a_pair_stands_once_whichever_way_round_it_is_given(tmp_path: Path, rows: list[str]) -> None:
    found = table_of("trade", file(tmp_path, HEADER, *rows)).table.to_pylist()
    assert found == [{"state1": "GBR", "state2": "USA", "year": 2014, "imports1": 42505.0, "imports2": 54049.0}]


def test_unknown_is_null_and_zero_is_zero(tmp_path: Path) -> None:
    [row] = table_of("trade", file(tmp_path, HEADER, "2,20,1920,-9,0")).table.to_pylist()
    assert (row["imports1"], row["imports2"]) == (0.0, None)  # Canada's are the second column


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        (FIRST, [(3, "", "")]),  # the same row twice
        ("200,2,2014,42505,1", [(3, "", "state1 GBR, state2 USA, year 2014")]),  # a mirror image that contradicts
        ("2,200,2013,5,-7", [(3, "imports1", "-7.0")]),
        ("2,200,2015,5,7", [(3, "year", "2015")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("trade", file(tmp_path, HEADER, FIRST, row))) == problems
