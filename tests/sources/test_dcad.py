"""Defence cooperation agreements: the whole file, agreements of a state with itself, and cells that are not right."""

from collections import Counter
from pathlib import Path

import pytest
from support.source_tables import DATA, file, refused, table_of, tables_in, told

FILE = "dcad/DCAD-v1.0-main.csv"
HEADER = "ccode1,ccode2,signYear,EIFYear,type,category1,category2,category3,endYearEstimate,asymmetry,DCAid"


@pytest.mark.needs_shared
def test_the_whole_file() -> None:
    read = table_of("dcad", FILE)
    rows = read.table.to_pylist()
    # by plain csv: 1,871 rows, three of them of a state with itself
    assert len(rows) == 1871 - 3 and read.missing["in_force"] == 1027
    assert Counter(row["kind"] for row in rows) == {"general": 1321, "sector": 547}
    assert Counter(row["asymmetry"] for row in rows) == {0: 1116, 1: 685, 2: 67}
    assert Counter(row["asymmetric"] for row in rows) == {False: 1116, True: 685, None: 67}
    assert sum(row["ends"] == 2010 for row in rows) == 1200
    assert all(row["state1"] < row["state2"] and row["signed"] <= row["ends"] for row in rows)
    assert {notice.value for notice in read.notices} == {"DCADv1.0-0297", "DCADv1.0-1625", "DCADv1.0-1847"}
    assert tables_in(DATA / FILE) == {"dcad"}


def test_a_row(tmp_path: Path) -> None:
    made = file(
        tmp_path, HEADER, "365,703,1996,,general,DCA,TREX,,2001,2,D-1", "365,365,1996,,general,DCA,,,2001,1,D-2"
    )
    read = table_of("dcad", made)
    assert read.table.to_pylist() == [{
        "agreement": "D-1", "state1": "KGZ", "state2": "RUS", "signed": 1996, "in_force": None, "ends": 2001,
        "kind": "general", "category": "DCA|TREX", "asymmetry": 2, "asymmetric": None,
    }]  # fmt: skip
    assert told(read.notices)[0] == (3, "DCAid", "D-2")


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ("2,20,1984,1984,secret,DCA,,,2010,1,D-2", [(3, "type", "secret")]),
        ("2,20,1984,1984,sector,DCA,,,2010,3,D-2", [(3, "asymmetry", "3")]),
        ("2,20,1984,1984,sector,DCA,,,2010,1,D-1", [(3, "", "agreement D-1")]),
        ("2,20,1975,1984,sector,DCA,,,2010,1,D-2", [(3, "signed", "1975")]),
    ],
)
def test_bad_rows_are_told(tmp_path: Path, row: str, problems: list[tuple[int, str, str]]) -> None:
    assert told(refused("dcad", file(tmp_path, HEADER, "2,20,1984,1984,sector,DCA,,,2010,1,D-1", row))) == problems
