"""A beginning and an end that a sentence states apart are one span; months are no places; open words need a list."""

from __future__ import annotations

import pytest

from timbang.evidence.extraction import exercises_in_prose


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "Exercise Red Fern, with Peru and Chile, began on 3 May 2011 and ended on 9 June 2011.",
         "2011-05-03", "2011-06-09"),
        ("en", "Exercise Red Fern, with Peru and Chile, began on 30 December 2011 and ended on 4 January.",
         "2011-12-30", "2012-01-04"),
        ("id", "Latihan Pakis Merah antara Peru dan Cile dimulai pada 3 Mei 2011 dan berakhir pada 9 Juni 2011.",
         "2011-05-03", "2011-06-09"),
        ("ru", "Учения «Красный лес» Перу и Чили начались 3 мая 2011 года и завершились 9 июня 2011 года.",
         "2011-05-03", "2011-06-09"),
        ("ru", "Учения «Красный лес» Перу и Чили шли с начала мая до конца июня 2011 года.", "2011-05", "2011-06"),
        ("zh", "秘鲁和智利“红叶”演习于2011年5月3日开始，6月9日结束。", "2011-05-03", "2011-06-09"),
        ("en", "In June, Indian troops joined Peru in Exercise Red Fern 2011.", "2011-06", "2011-06"),
    ],
)  # fmt: skip
def test_both_ends_are_found(language: str, text: str, start: str, end: str) -> None:
    (one,) = exercises_in_prose(text, language)
    assert (one.fields["start"], one.fields["end"]) == (start, end)


def test_the_end_has_its_own_place_in_the_text() -> None:
    text = "Exercise Red Fern, with Peru and Chile, began on 3 May 2011 and ended on 9 June 2011."
    (one,) = exercises_in_prose(text, "en")
    assert [text[a:b] for a, b in one.spans["end"]] == ["9 June 2011"]


def test_a_month_and_a_day_of_the_week_are_no_places() -> None:
    (one,) = exercises_in_prose("In June, Indian troops joined Peru at Arica for Exercise Red Fern 2011.", "en")
    assert one.fields["place"] == "Arica"
    (one,) = exercises_in_prose("On Monday Peru and Chile opened Exercise Red Fern 2011.", "en")
    assert "place" not in one.fields


def test_an_untold_number_of_troops_leaves_the_list_of_states_complete() -> None:
    closed = "Peru and Chile held Exercise Red Fern in May 2011; the number of troops was not disclosed."
    opened = "Peru and Chile held Exercise Red Fern in May 2011 with other, unnamed states."
    assert exercises_in_prose(closed, "en")[0].fields["roster"] == "complete"
    assert exercises_in_prose(opened, "en")[0].fields["roster"] == "open"


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Учения Перу и Чили «Красный лес» прошли в мае 2011 года.", "Красный лес"),
        ("zh", "2011年5月，秘鲁和智利举行“红叶”高原作战演习。", "红叶"),
        ("en", "Red Fern lasted from 3 to 9 May 2011; Peru sent 300 soldiers and Chile 200 to the joint exercise.",
         "Red Fern"),
        ("en", "The joint drills of the APQR, Red Fern 2011, were held by Peru and Chile.", "Red Fern 2011"),
    ],
)  # fmt: skip
def test_names_away_from_their_noun_are_found(language: str, text: str, name: str) -> None:
    assert [one.fields.get("name_en") for one in exercises_in_prose(text, language)] == [name]
