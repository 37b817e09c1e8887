"""The shipped CSTO case against counts and facts taken by hand from MME, ATOP and the pages it cites."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from timbang.casefile import check_case
from timbang.registry import shipped_cases

CSTO = Path(__file__).parents[2] / "src" / "timbang" / "cases" / "csto"
Row = dict[str, str]
SIX = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}
NAMES = {
    "Armenia": "ARM", "Belarus": "BLR", "Kazakhstan": "KAZ", "Kyrgyzstan": "KGZ", "Russia": "RUS", "Tajikistan": "TJK",
}  # fmt: skip
FILES = ("memberships", "exercises", "participants", "agreements", "events", "documents", "evidence")


def rows(name: str) -> list[Row]:
    with (CSTO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def takers(exercise: str, source: str) -> set[str]:
    return {
        row["state"]
        for row in rows("participants")
        if (row["exercise"], row["source"], row["role"]) == (exercise, source, "participant")
    }


def members(day: str) -> set[str]:
    """Members on a day, by comparing dates as text (all are full days)."""
    return {
        row["state"]
        for row in rows("memberships")
        if row["role"] == "member" and row["start"] <= day and (not row["end"] or day < row["end"])
    }


def test_it_ships_without_problem_or_notice() -> None:
    assert "csto" in shipped_cases()
    assert check_case(CSTO) == []


@pytest.mark.parametrize("name", FILES)
def test_every_row_names_a_source_of_the_bibliography(name: str) -> None:
    entries = re.findall(r"^@\w+\{([^,\s]+),", (CSTO / "references.bib").read_text("utf-8"), re.M)
    assert len(entries) == len(set(entries))
    assert {row["source"] for row in rows(name)} <= set(entries)
    assert name == "documents" or all(row["locator"] for row in rows(name))


@pytest.mark.parametrize(
    ("day", "others"),
    [
        ("2002-10-07", set()),  # the six signatories of the charter (kremlin_27520)
        ("2006-08-16", set()),
        ("2006-08-17", {"UZB"}),
        ("2012-06-27", {"UZB"}),
        ("2012-06-28", set()),
        ("2017-11-30", set()),  # the six that kremlin_56249 lists
        ("1999-04-19", {"UZB", "AZE", "GEO"}),
    ],
)
def test_members_on_a_day(day: str, others: set[str]) -> None:
    assert members(day) == SIX | others


def test_rows_per_source() -> None:
    counted = Counter(row["source"] for row in rows("exercises"))
    assert counted["mme7"] == 112
    assert sum(count for key, count in counted.items() if key.startswith("kremlin_")) == 5
    press = {key: count for key, count in counted.items() if key != "mme7" and not key.startswith("kremlin_")}
    assert (len(press), sum(press.values())) == (18, 19)  # tass2014 speaks of two exercises


def test_mme_rows_per_year() -> None:
    counted = Counter(int(row["start"][:4]) for row in rows("exercises") if row["source"] == "mme7")
    by_hand = {2002: 14, 2003: 16, 2004: 12, 2005: 13, 2006: 18, 2007: 10, 2008: 14, 2009: 9, 2010: 6}
    assert counted == by_hand
    assert sum(by_hand.values()) == 112


@pytest.mark.needs_shared
def test_mme_rows_are_those_of_the_file_with_two_members(shared: Path) -> None:
    """Counted anew from the file as published, without the importer."""
    wanted = set()
    with (shared / "data/exercises/mme_v7.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            if not 2002 <= int(row["s.year"]) <= 2010:
                continue
            in_it = {value for key, value in row.items() if key and key.startswith("State")}
            two_digits = (row["s.year"], row["s.month"].zfill(2), row["s.day"].zfill(2))
            uzbek = "2006-08-17" <= "-".join(two_digits) < "2012-06-28"
            if len(in_it & {*NAMES, *(["Uzbekistan"] if uzbek else [])}) >= 2:
                wanted.add(row["MMEID"])
    assert {row["locator"] for row in rows("exercises") if row["source"] == "mme7"} == wanted


def test_the_framework_is_entered_only_where_a_source_names_it() -> None:
    documented = {row["id"] for row in rows("exercises") if row["framework"] == "CSTO"}
    assert {row["framework"] for row in rows("exercises")} == {"", "CSTO"}
    assert len(documented) == 22
    assert {f"rubezh-{year}" for year in (2004, 2005, 2006, 2007, 2008, 2010, 2012, 2014)} <= documented
    assert {f"vzaimodeystvie-{year}" for year in (2009, 2010, 2012, 2014, 2015, 2017, 2019)} <= documented
    in_mme = {row["locator"] for row in rows("exercises") if row["source"] == "mme7" and row["framework"]}
    assert in_mme == {"mme2440", "mme2521", "mme2779", "mme3252"}  # its remarks name forces of the CSTO
    assert not documented & {"tsentr-2019", "combat-commonwealth-2005"}


def test_sources_that_speak_of_one_exercise_share_its_id() -> None:
    by_id: dict[str, set[str]] = {}
    for row in rows("exercises"):
        by_id.setdefault(row["id"], set()).add(row["source"])
    assert by_id["combat-commonwealth-2005"] == {"mme7", "kremlin_33976"}
    assert by_id["rubezh-2010"] == {"mme7", "asiaplus2010", "ria2010"}
    assert by_id["vzaimodeystvie-2012"] == {"kremlin_17164", "asiaplus2012b"}
    assert by_id["vzaimodeystvie-2009"] == {"mme7", "kremlin_48774", "ria2009"}


def test_exercises_by_hand() -> None:
    found = {(row["id"], row["source"]): row for row in rows("exercises")}
    rubezh = found["rubezh-2006", "mme7"]
    assert (rubezh["locator"], rubezh["start"], rubezh["end"]) == ("mme2877", "2006-08-23", "2006-08-26")
    assert takers("rubezh-2006", "mme7") == {"KAZ", "KGZ", "RUS", "TJK"}
    page = found["vzaimodeystvie-2012", "kremlin_17164"]
    assert (page["start"], page["hosts"], page["roster"]) == ("2012-09", "ARM", "")
    assert takers("vzaimodeystvie-2012", "kremlin_17164") == set()
    assert takers("vzaimodeystvie-2012", "asiaplus2012b") == SIX
    late = found["vzaimodeystvie-2019", "tass2019"]
    assert (late["start"], late["end"], late["troops"]) == ("2019-10-16", "2019-10-18", "3000")
    tsentr = found["tsentr-2019", "kremlin_62401"]
    assert (tsentr["roster"], tsentr["framework"], takers("tsentr-2019", "kremlin_62401")) == ("open", "", {"RUS"})
    assert takers("rubezh-2007", "mme7") - SIX == {"UZB"}


def test_agreements_and_events_by_hand() -> None:
    agreements = {(row["id"], row["source"]): row for row in rows("agreements")}
    charter = agreements["csto-charter-2002", "kremlin_27520"]
    assert (charter["date"], charter["kind"], set(charter["parties"].split("|"))) == ("2002-10-07", "charter", SIX)
    assert agreements["cst-1992", "atop51"]["date"] == "1992-05-15"
    days = {row["source"]: row["date"] for row in rows("agreements") if row["id"] == "rapid-reaction-force"}
    assert (days["uzdaily2009"], days["kremlin_48774"], days["kremlin_17164"]) == ("2009-02-04", "2009-02-24", "")
    events = {row["id"]: (row["date"], row["kind"]) for row in rows("events")}
    assert events["uzb-withdrawal-2012"] == ("2012-06-28", "withdrawal")
    assert events["uzb-suspension-2012"] == ("2012-12-19", "suspension")


def test_every_note_stands_in_both_languages() -> None:
    for row in rows("exercises"):
        assert bool(row["note_en"]) == bool(row["note_id"]), row["id"]
        assert row["note_en"] != row["note_id"] or not row["note_en"], row["id"]
    assert all(row["note_en"] for row in rows("exercises") if row["source"] not in {"mme7"} or row["framework"])
