"""EDTF: which texts are read, within which days, and which are refused with what message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.edtf import DAYS, edtf_texts

from timbang.edtf import parse


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2007-08-09", date(2007, 8, 9), date(2007, 8, 9), "day"),
        ("2006-08", date(2006, 8, 1), date(2006, 8, 31), "month"),
        ("2004-02-XX", date(2004, 2, 1), date(2004, 2, 29), "month"),
        ("2001-XX", date(2001, 1, 1), date(2001, 12, 31), "year"),
        ("2001-XX-XX", date(2001, 1, 1), date(2001, 12, 31), "year"),
        ("2001", date(2001, 1, 1), date(2001, 12, 31), "year"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "year"),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31), "year"),
    ],
)
def test_bounds(text: str, first: date, last: date, precision: str) -> None:
    read = parse(text)
    assert (read.text, read.first, read.last, read.precision) == (text, first, last, precision)


def test_marks() -> None:
    assert [(parse(f"2014-08-24{m}").uncertain, parse(f"2014-08-24{m}").approximate) for m in ("", "?", "~", "%")] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2013-02-30", "2013-02 has 28 days"),
        ("2015-13", "there is no month 13"),
        ("2015-00-10", "there is no month 00"),
        ("0000", "no year 0000"),
        ("10/10/2002", "'10/10/2002'.*not guessed; write YYYY-MM-DD"),
        ("10.10.2002", "not guessed"),
        ("1-2-03", "not guessed"),
        ("2014/8/4", "write 2014-08-04"),
        ("20140824", "write 2014-08-24"),
        ("2014-08-24 00:00:00", "write 2014-08-24$"),
        ("41875", "spreadsheet's day number"),
        ("1924-29 Agustus 2014", "'1924-29 Agustus 2014'.*expected YYYY.*date_as_given"),
        ("2014-08-24/2014-08-29", "start and the second in end"),
        ("2014/8/45", "expected YYYY"),
        ("2013-02-30 ", "expected YYYY"),
        ("2001-03-xx", "write 2001-03-XX"),
        (" 2014-08-24", "write 2014-08-24$"),
        ("201X-05", "leaves a larger part open"),
        ("2001-XX-05", "leaves a larger part open"),
        ("２００１", "not a date timbang reads"),
        ("", "empty"),
        ("2001-03-01\n", "write 2001-03-01$"),
    ],
)
def test_refused_with_what_was_read_and_expected(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parse(text)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_short_message(text: str) -> None:
    try:
        assert parse(text).text == text
    except ValueError as refusal:
        assert 10 < len(str(refusal)) < 250


@given(edtf_texts())
def test_first_is_never_after_last(text: str) -> None:
    read = parse(text)
    assert read.first <= read.last
    assert (read.first == read.last) == (read.precision == "day")


@given(DAYS)
def test_a_day_reads_back(day: date) -> None:
    assert parse(day.isoformat()).first == parse(day.isoformat()).last == day
