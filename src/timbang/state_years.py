"""Which states a year has, and which of them shared a day of it: the dated table read by the year.

The rows are COW's: one a number and year in which the number was in the system for at least a day.
A number that passed from state to state in the year (365 in 1991) stands under the code of 1 July,
else of the nearest day, for that is what year data count; it keeps all its days of the year.

COW counts West Germany (260, to 2 October) and Germany (255, from 3 October) both in 1990, the only
year in which two of its numbers mean one code. Germany is DEU, and West Germany's last year GFR.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import combinations, groupby, pairwise
from typing import Generic, Literal, NamedTuple, TypeVar

from timbang.state_table import State, all_states

FIRST, LAST = 1816, 2030  # of the built-in table; no end means still a member
BOTH_GERMANIES, WEST_GERMANY = 1990, 260
Time = TypeVar("Time", int, date)


class StateYear(NamedTuple):
    """A state in a year: its code, COW number, and Gleditsch-Ward number where these authors count it."""

    state: str
    year: int
    cow: int
    gw: int | None


class Days(NamedTuple):
    """First and last day of a spell, cut to the year."""

    first: date
    last: date


class Span(NamedTuple, Generic[Time]):
    """While what a number names was this state: first and last day or year; no last: it still is."""

    state: str
    first: Time
    last: Time | None


def state_years(first: int = FIRST, last: int = LAST) -> list[StateYear]:
    """Every state of each year from first to last, by year and COW number."""
    return [row for year in range(first, last + 1) for row in _of_year(year)]


def code_in_year(system: Literal["cow", "gw"], number: int, year: int) -> str | None:
    """The code that a COW or Gleditsch-Ward number means in year data; None if no state has the number."""
    if (system, number, year) == ("cow", WEST_GERMANY, BOTH_GERMANIES):
        return "GFR"
    spell = _spell(system, number, year)
    return spell.code if spell else None


def day_spans(system: Literal["cow", "gw"], number: int, first: date, last: date | None) -> list[Span[date]]:
    """The time of a number, cut where it passes from state to state: 365 on 1922-12-30 and on 1991-12-26."""
    spells = _spells(system).get(number, ())
    begins = [(spell.code, date.min) for spell in spells[:1]]
    begins += [(new.code, new.start or date.min) for old, new in pairwise(spells) if new.code != old.code]
    ends = [start - timedelta(1) for _, start in begins[1:]]
    found = [
        Span(code, max(first, start), min(filter(None, (end, last)), default=None))
        for (code, start), end in zip(begins, [*ends, None], strict=False)
    ]
    return [span for span in found if span.last is None or span.first <= span.last]


def year_spans(number: int, first: int, last: int | None) -> list[Span[int]]:
    """The years of a COW number, cut as in `day_spans` but by the rule for year data: 365 is SUN 1923-1991."""
    years = groupby(range(first, (last or LAST) + 1), key=lambda year: code_in_year("cow", number, year))
    found = [(code, [*group]) for code, group in years]
    spans = [Span(code, group[0], group[-1]) for code, group in found if code]
    return spans if last else [*spans[:-1], *(span._replace(last=None) for span in spans[-1:])]


def days(code: str, year: int) -> tuple[Days, ...]:
    """When the state was in COW's system that year; empty if it was not."""
    row = next((row for row in _of_year(year) if row.state == code), None)
    return _days(row.cow, year) if row else ()


def shared_a_day(code1: str, code2: str, year: int) -> bool:
    """Whether the two states were in COW's system on one and the same day of the year."""
    return any(
        max(a.first, b.first) <= min(a.last, b.last) for a in days(code1, year) for b in days(code2, year)
    )  # fmt: skip


def apart(first: int = FIRST, last: int = LAST) -> list[tuple[str, str, int]]:
    """Pairs of states (state1 < state2) of the same year that shared no day of it; a panel has no such dyads."""
    return [pair for year in range(first, last + 1) for pair in _apart(year)]


@cache
def _of_year(year: int) -> tuple[StateYear, ...]:
    numbers = sorted({state.cow for state in all_states() if state.cow and _cut(state, year)})
    return tuple(_row(number, year) for number in numbers)


def _row(number: int, year: int) -> StateYear:
    spell = _spell("cow", number, year)
    if spell is None:
        raise LookupError(f"no state has COW number {number}")
    code = code_in_year("cow", number, year) or spell.code
    return StateYear(code, year, number, spell.gw if code == spell.code else None)


@cache
def _spell(system: Literal["cow", "gw"], number: int, year: int) -> State | None:
    return min(_spells(system).get(number, ()), key=lambda state: state.days_from(date(year, 7, 1)), default=None)


@cache
def _spells(system: Literal["cow", "gw"]) -> dict[int, tuple[State, ...]]:
    """The spells under each number, in order."""
    found: dict[int, list[State]] = {}
    for state in sorted(all_states(), key=lambda state: state.start or date.min):
        found.setdefault(getattr(state, system) or 0, []).append(state)
    return {number: tuple(spells) for number, spells in found.items() if number}


@cache
def _days(number: int, year: int) -> tuple[Days, ...]:
    cut = (_cut(state, year) for state in _spells("cow").get(number, ()))
    return tuple(found for found in cut if found)


def _cut(state: State, year: int) -> Days | None:
    """The spell's days in the year."""
    if state.start is None:
        return None
    first, last = max(state.start, date(year, 1, 1)), min(state.end or date.max, date(year, 12, 31))
    return Days(first, last) if first <= last else None


def _apart(year: int) -> Iterator[tuple[str, str, int]]:
    """Only states that were not there all year can miss each other."""
    whole = (Days(date(year, 1, 1), date(year, 12, 31)),)
    partly = sorted(row.state for row in _of_year(year) if _days(row.cow, year) != whole)
    yield from ((a, b, year) for a, b in combinations(partly, 2) if not shared_a_day(a, b, year))
