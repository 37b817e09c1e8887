"""Dates and spans of dates in running text, in four languages; none is completed by guessing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timbang.edtf import parse
from timbang.evidence.extraction.date_patterns import han_patterns, month_number, patterns
from timbang.evidence.extraction.numerals import value_of
from timbang.evidence.extraction.vocabulary import LANGUAGES, Languages

Day = tuple[int | None, int | None, int | None]  # year, month, day, as far as stated
RANK = {"day": 3, "month": 2, "season": 1, "year": 0}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a span of dates in a text. Without a year `first[0]` is None, and it is no date yet."""

    first: Day
    last: Day
    start: int
    end: int
    season: bool = False
    mark: str = ""  # `?` where the text is misprinted and this is a proposed reading
    also: tuple[int, int] | None = None  # where the end is stated, if apart from the beginning

    @property
    def precision(self) -> str:
        """How exact the first date is: day, month, season or year."""
        return "season" if self.season else "day" if self.first[2] else "month" if self.first[1] else "year"

    def edtf(self, year: int | None = None) -> tuple[str, str]:
        """Start and end as EDTF; `year` is used where the text gives none. Empty without any year."""
        if self.first[0] is None and year is None:
            return "", ""
        later = (self.first[1] or 0) > (self.last[1] or 0)
        first = (self.first[0] or year, *self.first[1:])
        last = (self.last[0] or (year or 0) + later, *self.last[1:])
        return _written(first) + self.mark, _written(last) + self.mark


def _written(day: Day) -> str:
    return "-".join(f"{part:0{width}d}" for part, width in zip(day, (4, 2, 2), strict=True) if part)


def dates_in(text: str, languages: Languages = LANGUAGES) -> list[Dated]:
    """All dates of a text, in order; where two readings overlap, the one that says more."""
    found: list[Dated] = []
    taken: list[tuple[int, int]] = []
    for pattern in patterns(tuple(lang for lang in languages if lang != "zh")):
        for match in pattern.finditer(text):
            _take(_read(match), found, taken)
    if "zh" in languages:
        for pattern in han_patterns():
            for match in pattern.finditer(text):
                _take(_read(match), found, taken)
    return sorted(found, key=lambda one: one.start)


def _take(dated: Dated | None, found: list[Dated], taken: list[tuple[int, int]]) -> None:
    if dated and not any(start < dated.end and dated.start < end for start, end in taken):
        found.append(dated)
        taken.append((dated.start, dated.end))


def _read(match: re.Match[str]) -> Dated | None:
    """The date a match states; a proposed reading where it cannot be; None where it is no span."""
    part = match.groupdict()
    if part.get("and") and not part.get("between") and not _next_to(part):
        return None
    first, last = _parts(part)
    season = part.get("season") is not None
    if part.get("broken"):
        return _mended(part["broken"], last, match)
    if possible(first, last):
        return Dated(first, last, match.start(), match.end(), season)
    month: Day = (last[0], last[1], None)
    return Dated(month, month, match.start(), match.end(), season, "?") if last[1] else None


def _parts(part: dict[str, str | None]) -> tuple[Day, Day]:
    """Both ends: what one leaves out it shares with the other, and a year that ends before it begins turned."""
    y1, m1, d1, y2, m2, d2 = (_number(part.get(key)) for key in ("y1", "m1", "d1", "y2", "m2", "d2"))
    spans = any(part.get(key) for key in ("m2", "d2", "y2")) or False
    m1, m2 = m1 or m2, m2 or m1
    if y1 is None and y2 is not None:
        y1 = y2 - 1 if (m1 or 0) > (m2 or 0) else y2
    if y2 is None and y1 is not None:
        y2 = y1 + 1 if (m1 or 0) > (m2 or 0) else y1
    return (y1, m1, d1), (y2, m2, d2 if spans else d1)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return month_number(written) or value_of(written, ("zh",))


def _next_to(part: dict[str, str | None]) -> bool:
    keys = ("d1", "d2") if part.get("d2") else ("m1", "m2")
    first, second = (_number(part.get(key)) for key in keys)
    return first is not None and second is not None and second == first + 1


def _mended(broken: str, last: Day, match: re.Match[str]) -> Dated | None:
    """A day with too many digits (`1924-29`): the last two, or the last, that make a span before its end."""
    for digits in (broken[-2:], broken[-1:]):
        first: Day = (last[0], last[1], int(digits))
        if digits != "0" and possible(first, last):
            return Dated(first, last, match.start(), match.end(), mark="?")
    return None


@cache
def possible(first: Day, last: Day) -> bool:
    """Whether both ends are dates, in order; without a year, in a leap year."""
    try:
        a, b = (parse(_written((day[0] or 2000, *day[1:]))) for day in (first, last))
    except ValueError:
        return False
    return a.first <= b.last or (first[0] is None and last[0] is None)


def best(dates: list[Dated], near: int) -> Dated | None:
    """The date that says most of the exercise named at `near`: the most exact, then the nearest after or before."""
    return min(dates, key=lambda one: (-RANK[one.precision], _distance(one, near)), default=None)


def _distance(one: Dated, near: int) -> int:
    return one.start - near if one.start >= near else near - one.end


def without(dates: list[Dated], spans: list[tuple[int, int]]) -> Iterator[Dated]:
    """The dates that are not within any of the spans (the year within a name is no date)."""
    return (one for one in dates if not any(start <= one.start and one.end <= end for start, end in spans))
