"""Democracy by state and year: the whole file, and cells that are not right."""

from pathlib import Path

import pytest
from support.source_tables import DATA, cells, file, refused, table_of, tables_in, told

FILE = "vdem/cow_democracy.csv"
HEADER = "ccode,year,euds,aeuds,polity2,v2x_polyarchy"


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("democracy", FILE)
    found = {(row["state"], row["year"]): row for row in read.table.to_pylist()}
    given = cells(FILE)
    assert len(found) == len(given) == 17706
    assert (read.missing["polyarchy"], read.missing["polity"], read.missing["euds"]) == (1016, 3271, 55)
    assert sum(row["polyarchy"] or 0 for row in found.values()) == pytest.approx(6074.26)
    assert (found["KGZ", 2011]["polyarchy"], found["KGZ", 2011]["polity"]) == (0.473, 7)
    # the file has West Germany (260) and Germany (255) in 1990, Germany without a value
    assert (found["GFR", 1990]["polyarchy"], found["DEU", 1990]["polyarchy"]) == (0.892, None)
    assert ("SUN", 1991) in found and ("RUS", 1991) not in found and ("RUS", 1992) in found
    assert tables_in(DATA / FILE) == {"democracy"} and not read.notices


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("2.0,1817.0,0.3,0,6.0,1.2", [(3, "polyarchy", "1.2")]),
        ("2.0,1817.0,0.3,0,six,0.3", [(3, "polity2", "six")]),
        ("2.0,1816.0,0.3,0,6.0,0.3", [(3, "", "state USA, year 1816")]),
        ("3.0,1817.0,0.3,0,6.0,0.3", [(3, "ccode", "3")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("democracy", file(tmp_path, HEADER, "2.0,1816.0,0.28,0,6.0,.355", row))) == problems


def test_codes_for_interruption_are_no_values(tmp_path: Path) -> None:
    [row] = table_of("democracy", file(tmp_path, HEADER, "700,1979,NA,NA,-66,")).table.to_pylist()
    assert row == {"state": "AFG", "year": 1979, "polyarchy": None, "polity": None, "euds": None}
