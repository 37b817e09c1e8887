"""Suggestions beside a case's rows: known, new, or in conflict with one of its sources."""

from timbang.evidence.extraction.matching import match
from timbang.model import Exercise, Participant
from timbang.model.suggestions import Sent, Suggestion

ROW = {"id": "blue-coast-2005", "name_en": "Blue Coast 2005", "name_id": "Blue Coast 2005"}
ROWS = [
    Exercise(**ROW, source="first", start="2005-08-18", end="2005-08-25", troops=10000,
             place=("RUS: Vladivostok",), roster="complete"),
    Exercise(**ROW, source="second", start="2005-08", end="2005-08", troops=9000, roster="complete"),
]  # fmt: skip
PARTS = [
    Participant(exercise="blue-coast-2005", state=state, source=source, role="participant", certain="yes")
    for source in ("first", "second")
    for state in ("RUS", "CHN")
]


def said(states: str = "RUS CHN", **fields: str) -> Suggestion:
    return Suggestion(fields=fields, participants=tuple(Sent(state=state) for state in states.split()))


def test_the_same_time_and_states_are_known_whatever_the_name() -> None:
    (found,) = match([said(name_en="Синий берег", start="2005-08-19", end="2005-08-25")], ROWS[1:], PARTS)
    assert (found.fate, found.exercise, found.conflicts) == ("known", "blue-coast-2005", ())
    assert found.reason == "dates; participants CHN, RUS"


def test_a_conflict_names_field_and_source() -> None:
    suggestion = said("RUS CHN IND", name_en="Blue Coast-2005", start="2005-08-19", end="2005-08-25", troops="10000")
    (found,) = match([suggestion], ROWS, PARTS)
    assert found.fate == "conflict"
    assert [(c.field, c.source, c.theirs, c.ours) for c in found.conflicts] == [
        ("start", "first", "2005-08-18", "2005-08-19"),
        ("participants", "first", "-", "IND"),
        ("troops", "second", "9000", "10000"),
        ("participants", "second", "-", "IND"),
    ]


def test_hedges_are_no_conflict_where_they_hold() -> None:
    suggestion = said(start="2005-08-18", end="2005-08-25", troops="9500", qualifier="about")
    (found,) = match([suggestion], ROWS, PARTS)
    assert found.fate == "known"


def test_an_open_list_of_participants_is_no_conflict() -> None:
    (found,) = match([said("RUS", name_en="Blue Coast 2005", start="2005-08", roster="open")], ROWS, PARTS)
    assert found.fate == "known"


def test_other_times_or_states_are_new() -> None:
    others = [
        said(name_en="Blue Coast 2007", start="2007-08-18"),
        said("IND MNG", name_en="Quiet Lake", start="2005-08-18"),
        said("RUS CHN", name_en="Quiet Lake"),
    ]
    assert [found.fate for found in match(others, ROWS, PARTS)] == ["new", "new", "new"]


def test_an_empty_case_makes_everything_new() -> None:
    assert [found.fate for found in match([said(start="2005")], [], [])] == ["new"]
