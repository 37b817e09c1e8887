"""A case as the views that measures read: settings, bounds, days, places, years of membership."""

from typing import Any

import pytest
from support.cases import case, exercise, part

from timbang.casefile.views import setting, views
from timbang.model import Agreement, Membership


def view(name: str, *rows: Any, **more: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = views(case(*rows, **more))[name].to_pylist()
    return found


def test_an_open_roster_leaves_room_for_every_member_of_the_day() -> None:
    late = Membership(organization="TST", state="UZB", role="member", start="2003-01-01", source="m", locator="p. 1")
    rows = view("participation", late, exercise("a", "s", roster="open"), part("a", "RUS", "s"))
    assert {r["state"]: (r["value"], r["low"], r["high"]) for r in rows} == {
        "RUS": (1, 1, 1), "CHN": (0, 0, 1), "KAZ": (0, 0, 1),
    }  # fmt: skip
    (row,) = view("exercises", late, exercise("a", "s", roster="open"), part("a", "RUS", "s"))
    assert (row["participants"], row["participants_low"], row["participants_high"]) == (1, 1, 3)


@pytest.mark.parametrize(
    ("framework", "roster", "states", "expected"),
    [
        ("TST", "complete", ("CHN", "USA"), "documented"),
        ("", "complete", ("CHN", "RUS"), "members"),
        ("", "complete", ("CHN", "USA"), "outsiders"),
        ("", "open", ("CHN", "USA"), "outsiders"),
        ("", "open", ("CHN", "RUS"), "unknown"),
    ],
)
def test_setting(framework: str, roster: str, states: tuple[str, ...], expected: str) -> None:
    rows = [exercise("a", "s", framework=framework, roster=roster), *(part("a", s, "s") for s in states)]
    assert view("exercises", *rows)[0]["setting"] == expected


def test_days_are_inclusive_and_span_what_the_sources_say() -> None:
    rows = (exercise("a", "s"), exercise("a", "t", end="2002-05-05"))
    (row,) = view("exercises", *rows)
    assert (row["days"], row["days_low"], row["days_high"]) == (3, 3, 5)


def test_a_source_that_gives_only_the_month_does_not_widen_the_days() -> None:
    (row,) = view("exercises", exercise("a", "s"), exercise("a", "t", start="2002-05", end="2002-05"))
    assert (row["days"], row["days_low"], row["days_high"]) == (3, 3, 3)


def test_days_are_unknown_where_only_the_month_is_known() -> None:
    (row,) = view("exercises", exercise("a", "s", start="2002-05", end=""))
    assert (row["year"], row["days"], row["end"]) == (2002, None, None)


def test_a_place_borrows_its_position_from_another_source_in_that_state() -> None:
    mine = exercise("a", "s", place=("CHN: Urumqi", "RUS: Chelyabinsk"), hosts=("CHN", "RUS"))
    other = exercise("a", "t", place=("RUS: Chebarkul",), hosts=("RUS",), lat=(55.0,), lon=(60.4,), precision=("town",))
    assert [(p["place"], p["state"], p["lat"]) for p in view("places", mine, other)] == [
        ("Urumqi", "CHN", None), ("Chelyabinsk", "RUS", 55.0),
    ]  # fmt: skip


def test_a_source_that_names_only_the_state_borrows_the_place_too() -> None:
    mine = exercise("a", "s", place=("RUS: Russia",), hosts=("RUS",), precision=("country",))
    other = exercise("a", "t", place=("RUS: Chebarkul",), hosts=("RUS",), lat=(55.0,), lon=(60.4,), precision=("town",))
    (row,), (alone,) = view("places", mine, other), view("places", mine)
    assert (row["place"], row["lat"], row["precision"]) == ("Chebarkul", 55.0, "town")
    assert (alone["place"], alone["lat"], alone["precision"]) == ("Russia", None, "country")


def test_a_borrowed_position_is_no_more_exact_than_the_place() -> None:
    mine = exercise("a", "s", place=("KAZ: Almaty Oblast",), hosts=("KAZ",), precision=("region",))
    other = exercise("a", "t", place=("KAZ: Ucharal",), hosts=("KAZ",), lat=(46.2,), lon=(80.9,), precision=("town",))
    (row,) = view("places", mine, other)
    assert (row["place"], row["lat"], row["precision"]) == ("Almaty Oblast", 46.2, "region")


@pytest.mark.parametrize(
    ("given", "state", "name"),
    [
        ("TUR: Konya", "TUR", "Konya"),
        ("Turkey, Eastern Turkey: Erzurum", None, "Turkey, Eastern Turkey: Erzurum"),
        ("Sea: off Tartus", None, "Sea: off Tartus"),
        ("TUR:Konya", None, "TUR:Konya"),
    ],
)
def test_only_the_code_of_a_state_before_a_colon_is_its_state(given: str, state: str | None, name: str) -> None:
    (row,) = view("places", exercise("a", "s", place=(given,), hosts=()))
    assert (row["state"], row["place"]) == (state, name)


def test_membership_counts_the_days_of_the_year_once() -> None:
    spell = {"organization": "TST", "state": "UZB", "role": "member", "locator": "p. 1"}
    rows = (
        Membership(**spell, source="m", start="2002-07-01", end="2003-06-30"),
        Membership(**spell, source="n", start="2002-07-01", end="2003-06-30"),
    )
    shares = {r["year"]: r["share"] for r in view("members", *rows) if r["state"] == "UZB"}
    assert shares == {2002: pytest.approx(184 / 365), 2003: pytest.approx(181 / 365)}


def test_an_undated_agreement_has_no_year_until_a_source_dates_it() -> None:
    said = {"id": "c", "name_en": "C", "name_id": "C", "kind": "charter", "locator": "p. 1"}
    first, second = Agreement(**said, source="s"), Agreement(**said, source="t", date="2002-06-07")
    assert view("agreements", first)[0]["year"] is None
    assert view("agreements", first, second)[0]["year"] == 2002


def test_years_say_whether_their_record_is_complete() -> None:
    rows = view("years", complete=(2002, 2003))
    assert [(r["year"], r["complete"], r["complete_others"]) for r in rows] == [
        (2002, True, None), (2003, True, None), (2004, False, None),
    ]  # fmt: skip


def test_members_of_the_setting_come_in_order_of_joining() -> None:
    late = Membership(organization="TST", state="AFG", role="member", start="2003-01-01", source="m", locator="p. 1")
    watcher = Membership(organization="TST", state="IND", role="observer", start="2002", source="m", locator="p. 1")
    assert setting(case(late, watcher)).members == ("CHN", "KAZ", "RUS", "AFG")


def test_hosts_are_those_of_the_preferred_source_within_what_others_say() -> None:
    mine, other = exercise("a", "s", hosts=("RUS", "CHN")), exercise("a", "t", hosts=("RUS", "KAZ"))
    said = [(h["state"], h["value"], h["low"], h["high"]) for h in view("hosts", mine, other, exercise("a", "u"))]
    assert said == [("RUS", 1, 1, 1), ("CHN", 1, 0, 1), ("KAZ", 0, 0, 1)]
