"""ICEWS: the whole sample, actors of no state, codes that lost their zero, quotation marks in names."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from support.source_tables import DATA, file, refused, rows_of, table_of, tables_in, told

FILE = "events/ICEWS_events.2018.sample.tab"
HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\tCountry"
)
EVENT = '1\t2018-06-01\tThe "Lion\tGovernment\tRussian Federation\tConsult\t040\t-9\tNATO\tNA\tNA\t4\tCongo'


@pytest.mark.needs_shared
def test_the_whole_sample() -> None:
    read = table_of("icews_events", FILE)
    rows = read.table.to_pylist()
    # by plain csv: 3,705 events on two days, 147 and 232 of them without a country of the source, of the target
    assert Counter(row["date"] for row in rows) == {date(2018, 6, 1): 2359, date(2018, 6, 2): 1346}
    assert (read.missing["actor1"], read.missing["actor2"]) == (147, 232)
    assert sum(row["intensity"] for row in rows) == pytest.approx(138.4)
    actors = Counter(row["actor1"] for row in rows)
    assert (actors["IND"], actors["USA"], actors["PRK"]) == (720, 402, 214)
    assert Counter(row["cameo"][:2] for row in rows)["19"] == 147 and {row["cameo"] for row in rows} >= {"040", "010"}
    assert sum((row["actor1"], row["actor2"]) == ("RUS", "UKR") for row in rows) == 14
    assert tables_in(DATA / FILE) == {"icews_events"} and not read.notices


def test_an_event(tmp_path: Path) -> None:
    [row] = rows_of("icews_events", file(tmp_path, HEADER, EVENT))
    assert row == {
        "event": 1, "date": date(2018, 6, 1), "year": 2018, "actor1": "RUS", "name1": 'The "Lion',
        "sectors1": "Government", "actor2": None, "name2": "NATO", "sectors2": None, "cameo": "040", "intensity": -9.0,
        "place": "COG",
    }  # fmt: skip


def test_a_country_of_no_state_is_told_and_null(tmp_path: Path) -> None:
    read = table_of("icews_events", file(tmp_path, HEADER, EVENT.replace("Russian Federation", "Middle Earth")))
    assert read.table["actor1"].to_pylist() == [None]
    assert [(notice.value, notice.level) for notice in read.notices] == [("Middle Earth", "notice")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("\t040\t", "\t40\t", (3, "CAMEO Code", "40")),
        ("\t-9\t", "\t-11\t", (3, "intensity", "-11.0")),
        ("2018-06-01", "01.06.2018", (3, "Event Date", "01.06.2018")),
        ("1\t2018", "0\t2018", (3, "", "event 0")),
    ],
)
def test_bad_events_are_told(tmp_path: Path, old: str, new: str, problem: tuple[int, str, str]) -> None:
    made = file(tmp_path, HEADER, "0" + EVENT[1:], EVENT.replace(old, new, 1))
    assert told(refused("icews_events", made))[0] == problem
