"""Which value is used where sources disagree, and what open rosters and question marks leave open."""

from typing import Any

import pytest
from support.cases import case, exercise, part

from timbang.casefile.resolve import Presence, resolve
from timbang.model import Participant


def only(*rows: Any, **more: Any) -> Any:
    (found,) = resolve(case(*rows, **more))
    return found


def test_preferred_source_is_used_and_others_fill_what_it_leaves_empty() -> None:
    x = only(
        exercise("a", "press", troops=300, hosts=("CHN",)),
        exercise("a", "book", troops=None, hosts=("RUS",)),
        prefer=("book", "press"),
    )
    assert x.first("hosts") == ("RUS",)
    assert x.first("troops") == 300


def test_a_precise_date_within_the_preferred_month_is_used_but_one_outside_is_not() -> None:
    book = exercise("a", "book", start="2006-08", end="")
    assert only(book, exercise("a", "press", start="2006-08-22", end="2006-08-24")).dated.end == "2006-08-24"
    assert only(book, exercise("a", "press", start="2006-09-01", end="2006-09-02")).dated.start == "2006-08"


@pytest.mark.parametrize(
    ("rosters", "expected"),
    [
        # (certain?, roster of each source that names Kazakhstan or not) -> value, low, high, named
        ([("yes", "complete")], (1, 1, 1, 1)),
        ([("no", "complete")], (0, 0, 1, 1)),
        ([("", "complete")], (0, 0, 0, 0)),
        ([("", "open")], (0, 0, 1, 0)),
        ([("yes", "complete"), ("", "complete")], (1, 0, 1, 1)),  # the first decides, the second contradicts
        ([("", "complete"), ("yes", "complete")], (0, 0, 1, 1)),
        ([("", "open"), ("yes", "complete")], (1, 1, 1, 1)),  # an open roster leaves the word to the next
        ([("", "open"), ("", "complete")], (0, 0, 0, 0)),
        ([("no", "complete"), ("yes", "open")], (1, 1, 1, 1)),  # a question mark is answered by the next
    ],
)
def test_presence(rosters: list[tuple[str, str]], expected: tuple[int, int, int, int]) -> None:
    rows: list[Any] = []
    for i, (certain, roster) in enumerate(rosters):
        rows.append(exercise("a", f"s{i}", roster=roster))
        rows.append(part("a", "CHN", f"s{i}"))
        if certain:
            rows.append(part("a", "KAZ", f"s{i}", certain=certain))
    assert only(*rows).presence("KAZ") == Presence(*expected, None)


def test_an_observer_took_no_part() -> None:
    x = only(exercise("a", "s"), part("a", "CHN", "s"), part("a", "KAZ", "s", role="observer"))
    assert x.presence("KAZ") == Presence(0, 0, 0, 0, None)


def test_only_one_source_is_read_where_one_is_asked_for() -> None:
    rows = (exercise("a", "book"), exercise("b", "press"))
    assert [x.id for x in resolve(case(*rows), {"press"})] == ["b"]


def test_a_phase_is_not_counted_beside_its_exercise() -> None:
    rows = (exercise("a", "book"), exercise("a1", "press"))
    assert [x.id for x in resolve(case(*rows, phases={"a1": "a"}))] == ["a"]


def test_parts_of_one_source_are_not_set_against_the_total_of_another() -> None:
    book, press = exercise("a", "book", troops=7000), exercise("a", "press", troops=6500)
    sent = Participant(
        exercise="a", state="RUS", source="press", locator="p. 1", role="participant", certain="yes", troops=4700
    )
    assert only(book, press, sent).presence("RUS").troops is None
    assert only(press, book, sent).presence("RUS").troops == 4700


def test_without_a_total_any_source_tells_what_a_state_sent() -> None:
    sent = Participant(
        exercise="a", state="RUS", source="s", locator="p. 1", role="participant", certain="yes", troops=700
    )
    assert only(exercise("a", "s"), sent).presence("RUS").troops == 700
