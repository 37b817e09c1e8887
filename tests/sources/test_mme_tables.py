"""MME as tables: the wide file, the long one and where it falls short, and the same exercise read from either."""

from collections import Counter
from pathlib import Path

import pytest
from support.mme import row, write
from support.source_tables import DATA, cells, file, refused, rows_of, table_of, tables_in, told

WIDE = "exercises/mme_v7.csv"
LONG = "exercises/mme-v7-long.csv"
HEADER = "MMEID,country,s.year,participant_count"


@pytest.mark.slow
@pytest.mark.needs_shared
def test_both_files() -> None:
    wide = table_of("mme_participants", WIDE)
    named = [cell for given in cells(WIDE) for name, cell in given.items() if name.startswith("State") and cell.strip()]
    # 208 cells say -9, three name a group, 19 a state that the exercise has already
    assert len(wide.table) == len(named) - 208 - 3 - 19 == 13657
    rows = wide.table.to_pylist()
    sizes = Counter(row["exercise"] for row in rows)
    assert max(sizes.values()) == 39 and len({row["exercise"] for row in rows if row["roster"] == "open"}) <= 206
    assert not {row["state"] for row in rows if row["year"] < 1992} & {"RUS", "CZE"}
    found = {(row["exercise"], row["state"], row["year"]) for row in rows}
    short = {(row["exercise"], row["state"], row["year"]) for row in rows_of("mme_long", LONG)}
    lost = Counter(exercise for exercise, _, _ in found - short)
    assert short < found and sum(lost.values()) == 78 and min(sizes[exercise] for exercise in lost) > 24
    assert (tables_in(DATA / WIDE), tables_in(DATA / LONG)) == ({"mme_participants"}, {"mme_long"})


def test_participants_of_the_wide_file(tmp_path: Path) -> None:
    path = write(
        tmp_path / "mme.csv", row("mme1", "Russia|China|-9", day="xx"), row("mme2", "Russia|Poland", year="1985")
    )
    read = table_of("mme_participants", path)
    assert [(r["exercise"], r["state"], r["year"], str(r["start"]), r["roster"]) for r in read.table.to_pylist()] == [
        ("mme1", "CHN", 2001, "None", "open"),
        ("mme1", "RUS", 2001, "None", "open"),
        ("mme2", "POL", 1985, "1985-08-06", "complete"),
        ("mme2", "SUN", 1985, "1985-08-06", "complete"),
    ]
    assert any(notice.what.endswith("(2 times)") for notice in read.notices)


def test_participants_of_the_long_file(tmp_path: Path) -> None:
    rows = ("mme1,Russia,1985,2", "mme1,Poland,1985,2", "mme1,Russia,1995,1", "mme2,-9,1990,1", "mme2,Poland,1990,2",
            "mme2,Poland,1990,2")  # fmt: skip
    read = table_of("mme_long", file(tmp_path, HEADER, *rows))
    assert [(r["exercise"], r["state"]) for r in read.table.to_pylist()] == [
        ("mme1-1985", "SUN"),
        ("mme1-1985", "POL"),
        ("mme1-1995", "RUS"),
        ("mme2", "POL"),
    ]
    assert [notice.what[:2] for notice in read.notices if notice.column == "country"] == ["1 ", "1 "]


def test_a_name_of_no_state_is_told(tmp_path: Path) -> None:
    assert told(refused("mme_long", file(tmp_path, HEADER, "mme1,Atlantis,1985,2"))) == [(2, "country", "Atlantis")]
