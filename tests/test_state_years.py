"""States by year: every state-year of COW and no other, one code each, and who shared no day."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang import states
from timbang.state_years import (
    LAST,
    Span,
    apart,
    code_in_year,
    day_spans,
    days,
    shared_a_day,
    state_years,
    year_spans,
)

SHARED = Path(__file__).parents[2] / "shared/data/states"


@pytest.mark.needs_shared
def test_the_rows_are_those_of_cow_one_a_number_and_year() -> None:
    with (SHARED / "system2016.csv").open(encoding="utf-8") as file:
        theirs = [(int(row["ccode"]), int(row["year"])) for row in csv.DictReader(file)]
    ours = state_years(1816, 2016)
    assert len(theirs) == len(ours) == 15951
    assert {(row.cow, row.year) for row in ours} == set(theirs)


def test_a_state_stands_once_a_year() -> None:
    assert max(Counter((row.state, row.year) for row in state_years()).values()) == 1


def test_members_at_the_end_of_the_edition_are_members_still() -> None:
    last = {row.state for row in state_years(2016, 2016)}
    assert {row.state for row in state_years(LAST, LAST)} == last
    assert len(last) == 195


@pytest.mark.parametrize(
    ("year", "cow", "code", "gw"),
    [
        (1914, 365, "RUS", 365), (1922, 365, "RUS", 365), (1923, 365, "SUN", 365), (1991, 365, "SUN", 365),
        (1992, 365, "RUS", 365), (1914, 345, "SRB", 340), (1918, 345, "SRB", 340), (1919, 345, "YUG", 345),
        (2005, 345, "YUG", 345), (2006, 345, "SRB", 340), (1939, 255, "DEU", 255), (1955, 260, "DEU", 260),
        (1989, 260, "DEU", 260), (1990, 260, "GFR", None), (1990, 255, "DEU", 260), (1991, 255, "DEU", 260),
        (1990, 265, "GDR", 265), (1975, 816, "VNM", 816), (1975, 817, "RVN", 817), (1976, 816, "VNM", 816),
        (1990, 678, "YAR", 678), (1990, 679, "YEM", 678), (1990, 680, "YPR", 680), (1992, 315, "CSK", 315),
        (1993, 316, "CZE", 316), (1905, 730, "XKO", 730), (2000, 732, "KOR", 732), (2000, 221, "MCO", None),
    ],
)  # fmt: skip
def test_numbers_that_several_states_had(year: int, cow: int, code: str, gw: int | None) -> None:
    [row] = [row for row in state_years(year, year) if row.cow == cow]
    assert (row.state, row.gw) == (code, gw)
    assert code_in_year("cow", cow, year) == code


def test_numbers_that_are_no_states() -> None:
    assert code_in_year("cow", 999, 2000) is None
    assert code_in_year("gw", 679, 2000) is None
    assert code_in_year("gw", 260, 1990) == "DEU"  # Gleditsch and Ward have one Germany since 1949
    assert [row.state for row in state_years(1990, 1990)].count("GFR") == 1
    assert "GFR" not in {row.state for row in state_years(1816, 1989) + state_years(1991, LAST)}


@pytest.mark.parametrize(
    ("a", "b", "year", "shared"),
    [
        ("DEU", "GDR", 1990, False),  # until 2 October; from 3 October
        ("GFR", "GDR", 1990, True),
        ("YEM", "YAR", 1990, False),
        ("YAR", "YPR", 1990, True),
        ("LIE", "YAR", 1990, False),  # from 18 September; until 21 May
        ("RVN", "AGO", 1975, False),  # until 30 April; from 11 November
        ("RVN", "VNM", 1975, True),
        ("CSK", "CZE", 1992, False),
        ("SUN", "UKR", 1991, True),  # number 365 from 26 December
        ("AUH", "HUN", 1918, False),  # until 12 November; from 16 November
        ("AUH", "POL", 1918, True),  # from 3 November
        ("MOD", "CHN", 1860, False),
        ("USA", "CAN", 2000, True),
        ("USA", "UKR", 1950, False),
    ],
)
def test_who_shared_a_day(a: str, b: str, year: int, shared: bool) -> None:
    assert shared_a_day(a, b, year) is shared_a_day(b, a, year) is shared
    there = {row.state for row in state_years(year, year)}
    if {a, b} <= there:
        assert ((min(a, b), max(a, b), year) not in apart(year, year)) is shared


def test_the_pairs_apart_are_those_of_a_count_by_day() -> None:
    """Every pair of the years in which any pair is apart, day by day."""
    for year in sorted({year for _, _, year in apart()}):
        first = date(year, 1, 1).toordinal()
        calendar = {
            row.state: {
                day - first
                for span in days(row.state, year)
                for day in range(span.first.toordinal(), span.last.toordinal() + 1)
            }
            for row in state_years(year, year)
        }
        expected = {(a, b) for a in calendar for b in calendar if a < b and not calendar[a] & calendar[b]}
        assert {(a, b) for a, b, _ in apart(year, year)} == expected
    assert len(apart()) == 30


def test_days_in_a_year() -> None:
    assert days("NLD", 1940) == ((date(1940, 1, 1), date(1940, 7, 14)),)
    assert days("CUB", 1906) == ((date(1906, 1, 1), date(1906, 9, 25)),)
    assert days("SUN", 1991) == ((date(1991, 1, 1), date(1991, 12, 25)), (date(1991, 12, 26), date(1991, 12, 31)))
    assert days("FRA", 1943) == () == days("QQQ", 2000)


def test_spans_of_numbers() -> None:
    assert day_spans("cow", 365, date(1900, 1, 1), date(1995, 1, 1)) == [
        Span("RUS", date(1900, 1, 1), date(1922, 12, 29)),
        Span("SUN", date(1922, 12, 30), date(1991, 12, 25)),
        Span("RUS", date(1991, 12, 26), date(1995, 1, 1)),
    ]
    assert day_spans("gw", 678, date(1980, 1, 1), None)[-1] == Span("YEM", date(1990, 5, 22), None)
    assert day_spans("cow", 2, date(1900, 1, 1), None) == [Span("USA", date(1900, 1, 1), None)]
    assert day_spans("cow", 999, date(1900, 1, 1), None) == []
    assert year_spans(345, 1910, 2016) == [("SRB", 1910, 1918), ("YUG", 1919, 2005), ("SRB", 2006, 2016)]
    assert year_spans(365, 1990, None) == [("SUN", 1990, 1991), ("RUS", 1992, None)]
    assert year_spans(999, 1990, 2000) == []


@given(st.sampled_from(state_years()))
def test_the_row_is_a_state_that_was_there(row: tuple[str, int, int, int | None]) -> None:
    state, year, cow, _ = row
    spans = days(state, year)
    assert spans and all(date(year, 1, 1) <= span.first <= span.last <= date(year, 12, 31) for span in spans)
    code = "DEU" if state == "GFR" else state
    assert any(states.exists(code, day) for span in spans for day in span)
    assert states.cow_code(cow, spans[0].first) in (code, "RUS", "SUN", "SRB", "YUG")
