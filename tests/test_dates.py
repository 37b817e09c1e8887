"""Dates: lengths and years with their bounds, and words in two languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.edtf import DAYS, edtf_texts

from timbang import dates
from timbang.dates import in_words, parse, span_days, span_in_words


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2007-08-09", "2007-08-17", (9, 9)),
        ("2007-08-09", "2007-08-09", (1, 1)),
        ("2006-08", "2006-08", (1, 31)),
        (
            "2006-08-22",
            "2006-08",
            (1, 10),
        ),  # ends between the 22nd, as it cannot end earlier, and the 31st
        ("2005-08", "2005-09-02", (3, 33)),
    ],
)
def test_span_days(start: str, end: str, days: tuple[int, int]) -> None:
    assert span_days(parse(start), parse(end)) == days


@given(DAYS, st.integers(0, 400))
def test_span_of_exact_days(start: date, more: int) -> None:
    end = start + timedelta(days=more)
    assert span_days(parse(start.isoformat()), parse(end.isoformat())) == (more + 1, more + 1)


def test_reversed_is_refused_only_where_it_is_sure() -> None:
    with pytest.raises(ValueError, match="end 2007-08-09 is before the start 2007-08-17"):
        span_days(parse("2007-08-17"), parse("2007-08-09"))
    assert span_days(parse("2007-08-17"), parse("2007-08")) == (1, 15)


def test_years_in_which_it_can_have_started() -> None:
    assert dates.years(parse("2014-08-24"), parse("2014-08-29")) == (2014, 2014)
    assert dates.years(parse("201X"), parse("2013-05")) == (2010, 2013)


@pytest.mark.parametrize(
    ("edtf", "en", "id_"),
    [
        ("2007-08-09", "9 August 2007", "9 Agustus 2007"),
        ("2006-08", "August 2006", "Agustus 2006"),
        ("2006-08-XX", "August 2006", "Agustus 2006"),
        ("2006", "2006", "2006"),
        ("2014-08-24?", "24 August 2014 (?)", "24 Agustus 2014 (?)"),
        ("2014-08~", "about August 2014", "sekitar Agustus 2014"),
        ("2014%", "about 2014 (?)", "sekitar 2014 (?)"),
        ("201X", "2010s", "2010-an"),
        ("19XX", "1900–1999", "1900–1999"),
        ("", "unknown", "tidak diketahui"),
    ],
)
def test_in_words(edtf: str, en: str, id_: str) -> None:
    assert (in_words(edtf, "en"), in_words(edtf, "id")) == (en, id_)


@pytest.mark.parametrize(
    ("start", "end", "en", "id_"),
    [
        ("2007-08-09", "2007-08-17", "9–17 August 2007", "9–17 Agustus 2007"),
        ("2007-08-09", "2007-08-09", "9 August 2007", "9 Agustus 2007"),
        (
            "2005-08-28",
            "2005-09-03",
            "28 August – 3 September 2005",
            "28 Agustus – 3 September 2005",
        ),
        (
            "2006-12-28",
            "2007-01-03",
            "28 December 2006 – 3 January 2007",
            "28 Desember 2006 – 3 Januari 2007",
        ),
        ("2006-08", "2006-09", "August–September 2006", "Agustus–September 2006"),
        ("2006-12", "2007-01", "December 2006 – January 2007", "Desember 2006 – Januari 2007"),
        ("2001", "2003", "2001–2003", "2001–2003"),
        (
            "2006-08",
            "2006-09-03",
            "August 2006 – 3 September 2006",
            "Agustus 2006 – 3 September 2006",
        ),
        ("2014-08-24?", "2014-08-29?", "24–29 August 2014 (?)", "24–29 Agustus 2014 (?)"),
        (
            "2014-08-24?",
            "2014-08-29",
            "24 August 2014 (?) – 29 August 2014",
            "24 Agustus 2014 (?) – 29 Agustus 2014",
        ),
        ("2001-06-15", "", "from 15 June 2001", "mulai 15 Juni 2001"),
        ("", "1999", "until 1999", "sampai 1999"),
        ("", "", "unknown", "tidak diketahui"),
    ],
)
def test_span_in_words(start: str, end: str, en: str, id_: str) -> None:
    assert (span_in_words(start, end, "en"), span_in_words(start, end, "id")) == (en, id_)


@given(edtf_texts(), st.sampled_from(["en", "id"]))
def test_words_keep_the_year_and_the_doubt(edtf: str, lang: str) -> None:
    words = in_words(edtf, lang)
    assert str(parse(edtf).first.year) in words
    assert words.endswith("(?)") == parse(edtf).uncertain


def test_languages_without_words_are_refused() -> None:
    with pytest.raises(ValueError, match="'fr'; expected one of en, id"):
        in_words("201X", "fr")
    with pytest.raises(ValueError, match="'fr'"):
        in_words("2007-08-09", "fr")
