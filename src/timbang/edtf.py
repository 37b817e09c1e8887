"""Dates as sources give them: a subset of EDTF (ISO 8601-2), never completed by guessing.

Read are `2007`, `2007-08`, `2007-08-09`; unspecified digits (`201X`, `2007-XX`, `2007-08-XX`); and
a last `?` (uncertain), `~` (approximate) or `%` (both). A span is two cells, `start` and `end`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from reprlib import repr as shown
from typing import Literal

Precision = Literal["day", "month", "year"]
EXPECTED = "expected YYYY, YYYY-MM or YYYY-MM-DD, with ? if uncertain or ~ if approximate"

_EDTF = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<mark>[?~%]?)"
)
_NUMERIC = re.compile(r"[0-9]{1,2}([/.\-])[0-9]{1,2}\1([0-9]{2}|[0-9]{4})")
_UNPADDED = re.compile(r"([0-9]{4})([/.\-]?)([0-9]{1,2})\2([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_SPREADSHEET = re.compile(r"[0-9]{5}(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as given (`text`), and the first and last day it can mean (`2006-08`: 1 to 31 August).

    `uncertain` and `approximate` do not widen those bounds: EDTF does not say by how much.
    """

    text: str
    first: date
    last: date
    precision: Precision
    uncertain: bool
    approximate: bool


def parse(text: str) -> Edtf:
    """Read one date; ValueError says what was read, what was expected and what to do."""
    found = _EDTF.fullmatch(text)
    if found is None:
        raise ValueError(_refusal(text))
    year, month, day, mark = (
        found["year"],
        found["month"] or "XX",
        found["day"] or "XX",
        found["mark"],
    )
    if ("X" in year and month != "XX") or (month == "XX" and day != "XX"):
        raise ValueError(f"{text} leaves a larger part open and names a smaller one; {EXPECTED}")
    first, last = _bounds(text, year, month, day)
    precision: Precision = "day" if day != "XX" else "month" if month != "XX" else "year"
    return Edtf(text, first, last, precision, mark in ("?", "%"), mark in ("~", "%"))


def _bounds(text: str, year: str, month: str, day: str) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low == 0:
        raise ValueError(f"{text} is no date: there is no year 0000")
    if month == "XX":
        return date(low, 1, 1), date(high, 12, 31)
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{text} is no date: there is no month {month}; {EXPECTED}")
    days = monthrange(low, int(month))[1]
    if day == "XX":
        return date(low, int(month), 1), date(low, int(month), days)
    if not 1 <= int(day) <= days:
        raise ValueError(
            f"{text} is no date: {year}-{month} has {days} days; "
            f"correct the day, or write {year}-{month} if it is unknown"
        )
    return (exact := date(low, int(month), int(day))), exact


def _refusal(text: str) -> str:
    """Why a text that is not EDTF was refused, with the mend where its meaning is plain."""
    read = f"{shown(text)} is not a date timbang reads"
    if not text.strip():
        return "the date is empty; " + EXPECTED
    if _NUMERIC.fullmatch(text):
        return f"{read}: day/month/year or month/day/year? It is not guessed; write YYYY-MM-DD"
    if _SPREADSHEET.fullmatch(text):
        return f"{read}: it looks like a spreadsheet's day number; export it as YYYY-MM-DD"
    if proposal := _proposal(text):
        return f"{read}; if that is what it means, write {proposal}"
    if text.count("/") == 1 and all(_EDTF.fullmatch(part) for part in text.split("/")):
        return f"{read}: it is a span; put the first date in start and the second in end"
    return f"{read}; {EXPECTED}. A span goes into start and end; a misprint into date_as_given"


def _proposal(text: str) -> str | None:
    """The same date as EDTF, if only separators, zeros, spaces or capitals are amiss."""
    found = _UNPADDED.fullmatch(text)
    tidy = f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}" if found else text.strip().upper()
    if not _EDTF.fullmatch(tidy):
        return None
    try:
        return parse(tidy).text
    except ValueError:
        return None
