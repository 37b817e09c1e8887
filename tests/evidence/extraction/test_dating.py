"""Dates in running text: every way of writing them here was worked out by hand."""

import pytest

from timbang.evidence.extraction.dating import dates_in

STATED = [
    ("10-11 Oktober \n2002", "2002-10-10", "2002-10-11"),
    ("held in September 2008 by", "2008-09", "2008-09"),
    ("5 Agustus 2006", "2006-08-05", "2006-08-05"),
    ("from 27 July to 15 August 2013", "2013-07-27", "2013-08-15"),
    ("July 27 – August 15, 2013", "2013-07-27", "2013-08-15"),
    ("December 29, 2015 – January 3, 2016", "2015-12-29", "2016-01-03"),
    ("29 December to 3 January 2016", "2015-12-29", "2016-01-03"),
    ("sejak 29 Desember 2015 sampai 3 Januari 2016", "2015-12-29", "2016-01-03"),
    ("с 29 декабря 2015 года по 3 января 2016 года", "2015-12-29", "2016-01-03"),
    ("с 8 по 14 июня 2012 г.", "2012-06-08", "2012-06-14"),
    ("В сентябре 2008 года", "2008-09", "2008-09"),
    ("06–12.08.2003", "2003-08-06", "2003-08-12"),
    ("the 9th of August 2007", "2007-08-09", "2007-08-09"),
    ("on 9 and 10 September 2010", "2010-09-09", "2010-09-10"),
    ("between 9 and 25 September 2010", "2010-09-09", "2010-09-25"),
    ("August–September 2008", "2008-08", "2008-09"),
    ("2005年8月18日至25日", "2005-08-18", "2005-08-25"),
    ("2015年12月29日至2016年1月3日", "2015-12-29", "2016-01-03"),
    ("二〇一四年八月", "2014-08", "2014-08"),
    ("pada tahun 2005", "2005", "2005"),
]


@pytest.mark.parametrize(("text", "start", "end"), STATED)
def test_a_date_is_read_as_it_is_given(text: str, start: str, end: str) -> None:
    (dated,) = dates_in(text)
    assert dated.edtf() == (start, end)
    assert str(start[:4]) in text[dated.start : dated.end] or "年" in text or "to 3 January" in text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1924-29 Agustus 2014", "2014-08-24?", "2014-08-29?"),  # a digit too many: the last two that make a span
        ("31 June 2005", "2005-06?", "2005-06?"),  # no such day: the month
        ("25-9 September 2010", "2010-09?", "2010-09?"),  # it ends before it begins
    ],
)
def test_an_impossible_date_becomes_a_marked_proposal(text: str, start: str, end: str) -> None:
    (dated,) = dates_in(text)
    assert dated.edtf() == (start, end)


@pytest.mark.parametrize("text", ["August 18–25", "8月9日至17日", "9–17 августа", "18-25 Agustus"])
def test_no_year_is_invented(text: str) -> None:
    (dated,) = dates_in(text)
    assert dated.edtf() == ("", "")
    assert dated.edtf(2007)[0].startswith("2007-08-")


@pytest.mark.parametrize("text", ["Room 2005", "1,300 troops", "12/08/2003", "paragraphs 9 and 25", "9 and 25 and"])
def test_numbers_are_no_dates(text: str) -> None:
    assert dates_in(text) == []


def test_two_days_that_are_no_span_are_not_joined() -> None:
    (dated,) = dates_in("on 9 and 25 September 2010")
    assert dated.edtf() == ("2010-09-25", "2010-09-25")
