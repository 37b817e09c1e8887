"""The shipped SCO case against facts counted by hand in the article's Table 1."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

SCO = Path(__file__).parents[2] / "src" / "timbang" / "cases" / "sco"
ARTICLE = "akhli_sco"
Row = dict[str, str]

KEYS = {
    "exercises": ("id", "source"),
    "participants": ("exercise", "state", "source"),
    "memberships": ("organization", "state", "role", "start", "source"),
    "agreements": ("id", "source"),
    "events": ("id", "source"),
    "figures": ("state", "year", "variable", "source", "locator"),
}


def rows(name: str) -> list[Row]:
    with (SCO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def article_exercises() -> list[Row]:
    return [row for row in rows("exercises") if row["source"] == ARTICLE]


def article_participants() -> list[Row]:
    return [row for row in rows("participants") if row["source"] == ARTICLE]


def row_number(row: Row) -> int:
    return int(row["locator"].removeprefix("Table 1, row "))


def takers(certain_only: bool = True) -> dict[int, set[str]]:
    """Row number of the table -> the states it names."""
    found: dict[int, set[str]] = {}
    for row in article_participants():
        if row["certain"] == "yes" or not certain_only:
            found.setdefault(row_number(row), set()).add(row["state"])
    return found


def days(row: Row) -> int:
    """Length with both ends counted; 0 where the table gives a month only."""
    start, end = (row[cell].rstrip("?") for cell in ("start", "end"))
    if len(start) < 10:
        return 0
    return (date.fromisoformat(end) - date.fromisoformat(start)).days + 1


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_unique_and_every_row_names_source_and_locator(name: str) -> None:
    table = rows(name)
    keys = Counter(tuple(row[cell] for cell in KEYS[name]) for row in table)
    assert table
    assert [key for key, count in keys.items() if count > 1] == []
    assert [row for row in table if not row["source"] or not row["locator"]] == []
    assert [row for row in table if None in row or None in row.values()] == []


@pytest.mark.parametrize("name", KEYS)
def test_every_source_is_in_the_bibliography(name: str) -> None:
    entries = re.findall(r"^@\w+\{([^,\s]+),", (SCO / "references.bib").read_text("utf-8"), re.M)
    assert len(entries) == len(set(entries))
    cited = {row["source"] for row in rows(name)}
    cited |= {row["attributed_by"] for row in rows(name) if row.get("attributed_by")}
    assert cited <= set(entries)


def test_every_participant_has_its_exercise_with_the_same_source() -> None:
    known = {(row["id"], row["source"]) for row in rows("exercises")}
    assert {(row["exercise"], row["source"]) for row in rows("participants")} <= known


def test_lists_of_places_are_aligned() -> None:
    for row in rows("exercises"):
        count = len(row["place"].split("|"))
        for cell in ("lat", "lon", "precision"):
            assert not row[cell] or len(row[cell].split("|")) == count, row["id"]


def test_the_table_has_21_rows_all_presented_as_the_organizations() -> None:
    table = article_exercises()
    assert [row_number(row) for row in table] == list(range(1, 22))
    assert {row["framework"] for row in table} == {"SCO"}
    assert all(row["note_en"] and row["note_id"] for row in table)


def test_exercises_per_year() -> None:
    counted = Counter(int(row["start"][:4]) for row in article_exercises())
    by_hand = {2002: 1, 2003: 1, 2004: 0, 2005: 1, 2006: 3, 2007: 2, 2008: 1, 2009: 2, 2010: 2}
    by_hand |= {2011: 1, 2012: 2, 2013: 2, 2014: 1, 2015: 2}
    assert {year: counted[year] for year in by_hand} == by_hand
    assert sum(by_hand.values()) == 21


def test_participation_certain_uncertain_and_open() -> None:
    certain = Counter(state for states in takers().values() for state in states)
    assert certain == {"CHN": 16, "RUS": 14, "KAZ": 13, "KGZ": 14, "TJK": 13, "UZB": 4}
    named = Counter(state for states in takers(certain_only=False).values() for state in states)
    assert named == certain + Counter(UZB=1)
    open_rows = {row_number(row) for row in article_exercises() if row["roster"] == "open"}
    assert open_rows == {9, 10}
    assert (takers()[9], takers()[10]) == ({"RUS"}, {"TJK"})
    assert "UZB" in takers(certain_only=False)[21] - takers()[21]


def test_who_exercises_without_whom() -> None:
    central_asia = {"KAZ", "KGZ", "TJK", "UZB"}
    with_central_asia = {n: states for n, states in takers().items() if states & central_asia}
    china_alone = {n for n, s in with_central_asia.items() if "CHN" in s and "RUS" not in s}
    russia_alone = {n for n, s in with_central_asia.items() if "RUS" in s and "CHN" not in s}
    assert china_alone == {1, 5, 6, 14}
    assert russia_alone == {12}
    assert {n for n, s in takers().items() if s == {"CHN", "RUS"}} == {3, 11, 18}


def test_series_and_their_mean_size() -> None:
    series = {row_number(row): row["series"] for row in article_exercises()}
    assert {n for n, name in series.items() if name == "peace-mission"} == {3, 8, 11, 13, 16, 18, 19}
    assert {n for n, name in series.items() if name == "antiterror"} == {*(4, 7, 9, 10, 12, 15, 17, 20, 21)}
    sizes = {n: len(states) for n, states in takers().items()}
    assert sum(sizes[n] for n, name in series.items() if name == "peace-mission") == 27
    assert sum(sizes[n] for n, name in series.items() if name == "antiterror") == 33


def test_hosts_and_places() -> None:
    hosts = Counter(s for row in article_exercises() for s in row["hosts"].split("|") if s)
    assert hosts == {"RUS": 6, "CHN": 6, "KGZ": 4, "TJK": 3, "KAZ": 3, "UZB": 2}
    places = Counter(place[:3] for row in article_exercises() for place in row["place"].split("|") if place)
    assert places == {"RUS": 6, "CHN": 6, "KGZ": 5, "TJK": 3, "KAZ": 4, "UZB": 2}


def test_durations_in_days() -> None:
    by_hand = [2, 7, 8, 4, 0, 2, 2, 9, 0, 3, 6, 11, 17, 4, 8, 7, 0, 20, 6, 4, 3]
    assert [days(row) for row in article_exercises()] == by_hand


def test_troops_and_contributions() -> None:
    troops = {row_number(r): (int(r["troops"]), r["qualifier"]) for r in article_exercises() if r["troops"]}
    assert troops == {
        2: (1300, "over"),
        3: (10000, ""),
        4: (300, ""),
        6: (450, ""),
        8: (7000, ""),
        11: (2600, "about"),
        13: (5000, ""),
        16: (2000, "over"),
        19: (7000, "about"),
    }
    given: dict[int, dict[str, int]] = {}
    for row in article_participants():
        if row["troops"]:
            given.setdefault(row_number(row), {})[row["state"]] = int(row["troops"])
    assert given == {
        3: {"CHN": 8000, "RUS": 2000},
        6: {"CHN": 150, "TJK": 300},
        13: {"CHN": 1000, "RUS": 1000, "KAZ": 1000},
    }


def test_the_misprint_is_kept_and_the_reading_marked() -> None:
    given = {row_number(row): row for row in article_exercises() if row["date_as_given"]}
    assert set(given) == {19}
    assert given[19]["date_as_given"] == "1924-29 Agustus 2014"
    assert (given[19]["start"], given[19]["end"]) == ("2014-08-24?", "2014-08-29?")


def test_purposes_and_agencies_the_table_tells_apart() -> None:
    table = {row_number(row): row for row in article_exercises()}
    assert {n for n, r in table.items() if "infrastructure-protection" in r["purpose_stated"]} == {9}
    assert {n for n, r in table.items() if r["purpose_attributed"]} == {3, 11}
    assert table[3]["attributed_by"] == "dehaas2016"
    assert {n for n, r in table.items() if "rats" in r["agencies"].split("|")} == {4, 14, 15}
    assert not any("military-assistance" in r["purpose_stated"] for r in table.values())


def test_the_articles_own_figures() -> None:
    shares = [row for row in rows("figures") if row["variable"] == "sco_budget_share"]
    assert sum(int(row["value"]) for row in shares) == 100
    assert [row["value"] for row in shares if row["state"] == "KGZ"] == ["21", "10"]
    assert "KAZ" not in {row["state"] for row in shares}
    trade = [row for row in rows("figures") if row["variable"] == "trade_with_central_asia"]
    assert [(row["year"], row["value"]) for row in trade] == [
        ("1992", "459"),
        ("2002", "2400"),
        ("2007", "19600"),
        ("2008", "30000"),
    ]


def test_mme_rows_have_two_members_and_no_framework() -> None:
    table = [row for row in rows("exercises") if row["source"] == "mme7"]
    assert len(table) == 93
    assert {row["framework"] for row in table} == {""}
    members = {"CHN", "RUS", "KAZ", "KGZ", "TJK", "UZB"}
    for row in table:
        states = {p["state"] for p in rows("participants") if p["source"] == "mme7" and p["exercise"] == row["id"]}
        assert len(states & members) >= 2, row["id"]
    phases = {row["id"] for row in table if row["series"] == "coalition"}
    assert phases == {"mme3776", "mme2346"}


def test_sources_that_disagree_both_stay() -> None:
    ends = {r["source"]: r["end"] for r in rows("exercises") if r["id"] == "peace-mission-2009"}
    assert (ends[ARTICLE], ends["mme7"]) == ("2009-07-27", "2009-07-26")
    starts = {r["source"]: r["start"] for r in rows("exercises") if r["id"] == "peace-mission-2010"}
    assert (starts[ARTICLE], starts["mme7"]) == ("2010-09-09", "2010-09-10")
    summits = {r["source"]: r["label_en"] for r in rows("events") if r["id"] == "sco-summit-2005"}
    assert "Astana" in summits["kremlin_33695"]
    assert "Andijan" in summits[ARTICLE]


def test_founders_are_members_from_the_first_day() -> None:
    members = {
        r["state"]: r["start"] for r in rows("memberships") if r["organization"] == "SCO" and r["role"] == "member"
    }
    founders = {"CHN", "RUS", "KAZ", "KGZ", "TJK", "UZB"}
    assert {members[state] for state in founders} == {"2001-06-15"}
    later = {"IND": "2017-06-09", "PAK": "2017-06-09", "IRN": "2023-07-04", "BLR": "2024-07-04"}
    assert members == dict.fromkeys(founders, "2001-06-15") | later
