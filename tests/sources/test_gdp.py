"""GDP and population: the whole file and its units, and a file that lacks columns."""

from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, table_of, tables_in, told

FILE = "gdp/cow_gdppop.csv"
HEADER = "ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp,pwtpop,sd_pwtpop"


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("gdp_population", FILE)
    found = {(row["state"], row["year"]): row for row in read.table.to_pylist()}
    assert len(found) == len(cells(FILE)) == 16536 and set(read.missing.values()) == {0, 43}
    assert sum(row["gdp"] or 0 for row in found.values()) == pytest.approx(4023873184.183272)
    # population is in thousands: the file says 157.65 million for number 365 in 1991
    assert found["SUN", 1991]["population"] == pytest.approx(157650.98841393691)
    assert found["USA", 2011]["gdp_per_capita"] == pytest.approx(54503.89601146043)
    assert tables_in(DATA / FILE) == {"gdp_population"} and not read.notices


def test_all_missing_columns_are_named(tmp_path: Path) -> None:
    made = file(tmp_path, "ccode,year,mrgdppc,sd_mrgdppc,pwtrgdp,sd_pwtrgdp", "2,1816,1,1,1,1")
    assert told(refused("gdp_population", made)) == [(1, "", "pwtpop, sd_pwtpop")]


def test_cells_that_are_no_numbers_are_told(tmp_path: Path) -> None:
    rows = ("2.0,1816.0,1,1,-5,1,9.1,0.7", "2.0,1817.0,1,1,5,1,many,0.7")
    assert told(refused("gdp_population", file(tmp_path, HEADER, *rows))) == [(3, "pwtpop", "many")]
    assert told(refused("gdp_population", file(tmp_path, HEADER, rows[0]))) == [(2, "gdp", "-5.0")]
