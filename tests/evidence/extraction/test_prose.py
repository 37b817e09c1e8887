"""Exercises in prose: sentences written here (tests, not facts) beside what each says, checked by reading."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from timbang.evidence.extraction import exercises_in_prose
from timbang.evidence.extraction.notes import basis, status
from timbang.model.suggestions import Suggestion

LINES = Path(__file__).with_name("sentences.jsonl").read_text(encoding="utf-8").splitlines()
SENTENCES = [json.loads(line) for line in LINES]


def told(one: Suggestion) -> list[str]:
    """Name, dates, states (`*` watched, `?` uncertain, `=` sent), places, troops, roster, status."""
    fields = one.fields
    marks = [("*" * (p.role == "observer"), "?" * (p.certain == "no"), p) for p in one.participants]
    sent = " ".join(f"{p.state}{o}{c}" + f"={p.qualifier}{p.troops}" * bool(p.troops) for o, c, p in marks)
    start, end = fields.get("start", ""), fields.get("end", "")
    troops = f"{fields.get('qualifier', '')} {fields.get('troops', '')}".strip()
    when = start if start == end else f"{start}/{end}"
    name, place, roster = (fields.get(field, "") for field in ("name_en", "place", "roster"))
    return [name, when, sent, place, troops, roster, status(dict(fields))]


@pytest.mark.parametrize("item", SENTENCES, ids=lambda item: item["text"][:40])
def test_a_sentence_gives_what_it_says(item: dict[str, object]) -> None:
    assert [told(one) for one in exercises_in_prose(str(item["text"]), str(item["lang"]))] == item["exercises"]


@pytest.mark.parametrize("item", SENTENCES, ids=lambda item: item["text"][:40])
def test_every_field_has_a_place_in_the_text(item: dict[str, object]) -> None:
    text = str(item["text"])
    for one in exercises_in_prose(text, str(item["lang"])):
        for field in one.fields.keys() - {"qualifier", "roster", "note_en", "note_id", "date_as_given"}:
            assert one.spans[field], field
        for places in one.spans.values():
            assert all(0 <= start < end <= len(text) for start, end in places)
        assert all(sent.span and text[sent.span[0] : sent.span[1]].strip() for sent in one.participants)


def test_a_year_from_the_name_is_said_to_be_from_the_name() -> None:
    (one,) = exercises_in_prose("Russia and China held the exercise “Blue Coast-2005” on August 18–25.", "en")
    assert (one.fields["start"], one.fields["end"]) == ("2005-08-18", "2005-08-25")
    assert basis(dict(one.fields)) == "year-from-name"
    assert len(one.spans["start"]) == 2


def test_without_any_year_no_date_is_given() -> None:
    (one,) = exercises_in_prose("Russia and China held the exercise “Blue Coast” on August 18–25.", "en")
    assert "start" not in one.fields


def test_what_was_not_held_is_noted_in_two_languages_and_scores_nothing() -> None:
    (one,) = exercises_in_prose("The exercise “Calm Lake” of India and Nepal in May 2014 was called off.", "en")
    assert status(dict(one.fields)) == "cancelled" and one.score == 0
    assert one.fields["note_en"] != one.fields["note_id"]


def test_mentions_of_one_name_are_one_suggestion() -> None:
    text = (
        "India and Nepal held the exercise “Calm Lake” in May 2014. It was large. "
        "About 400 soldiers took part in the exercise “Calm Lake” near Pokhara, Nepal."
    )
    (one,) = exercises_in_prose(text, "en")
    assert told(one) == ["Calm Lake", "2014-05", "IND NPL", "NPL: Pokhara", "about 400", "complete", "held"]


def test_two_exercises_in_one_sentence_share_nothing() -> None:
    text = (
        "India held the exercise “Calm Lake” with Nepal in May 2014, and China the drill “High Wall” with Iran in 2015."
    )
    first, second = exercises_in_prose(text, "en")
    assert told(first)[:3] == ["Calm Lake", "2014-05", "IND NPL"]
    assert told(second)[:3] == ["High Wall", "2015", "CHN IRN"]


def test_places_count_from_the_beginning_of_the_text() -> None:
    text = "Lead. " * 50 + "Russia and China held the exercise “Blue Coast” in May 2014."
    (one,) = exercises_in_prose(text, "en")
    ((start, end),) = one.spans["name_en"]
    assert text[start:end] == "Blue Coast"


@pytest.mark.parametrize(
    "text",
    [
        "exercise Russia China 2005 " * 4000,  # no sentence ends
        "«" * 60_000,
        "1,300 " * 20_000,
        "Russia, China, " * 8_000 + "held a military exercise in May 2005.",
        "учения " * 15_000,
        "中" * 100_000 + "演习",
        "(" * 50_000 + "18-25 August 2005",
    ],
    ids=["no end", "quotes", "numbers", "states", "nouns", "characters", "brackets"],
)
def test_hostile_text_takes_seconds_at_most(text: str) -> None:
    started = time.process_time()
    exercises_in_prose(text)
    assert time.process_time() - started < 20


def test_a_line_that_names_a_source_speaks_of_no_exercise() -> None:
    text = (
        "(Sumber: A. Penulis. War Games of the Caspian Pact: Drills on the Move!, 2016)\n\n"
        "Russia and China held the exercise Peace Mission 2009 on 22-26 July 2009."
    )
    assert [one.fields["name_en"] for one in exercises_in_prose(text)] == ["Peace Mission 2009"]
