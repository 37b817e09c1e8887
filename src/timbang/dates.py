"""Spans between dates as given, and dates in words (English, Indonesian)."""

from functools import cache
from reprlib import repr as shown

from timbang.edtf import Edtf, Precision, parse

__all__ = ["Edtf", "Precision", "in_words", "parse", "span_days", "span_in_words", "years"]

_WORDS = {
    "en": {
        "about": "about {}",
        "decade": "{}s",
        "from": "from {}",
        "until": "until {}",
        "": "unknown",
    },
    "id": {
        "about": "sekitar {}",
        "decade": "{}-an",
        "from": "mulai {}",
        "until": "sampai {}",
        "": "tidak diketahui",
    },
}


def _ordered(start: Edtf, end: Edtf) -> None:
    if end.last < start.first:
        raise ValueError(f"the end {end.text} is before the start {start.text}; correct one of them")


def span_days(start: Edtf, end: Edtf) -> tuple[int, int]:
    """Fewest and most days, both ends counted in; ValueError if end surely precedes start."""
    _ordered(start, end)
    return max(1, (end.first - start.last).days + 1), (end.last - start.first).days + 1


def years(start: Edtf, end: Edtf) -> tuple[int, int]:
    """First and last year in which it can have started; ValueError as in `span_days`."""
    _ordered(start, end)
    return start.first.year, min(start.last.year, end.last.year)


@cache
def _months(lang: str) -> dict[int, str]:
    from babel.dates import get_month_names  # late: `timbang --help` must not wait for Babel

    return {number: str(name) for number, name in get_month_names("wide", locale=lang).items()}


def _words(lang: str) -> dict[str, str]:
    if lang not in _WORDS:
        raise ValueError(f"no words for dates in language {shown(lang)}; expected one of {', '.join(_WORDS)}")
    return _WORDS[lang]


def _bare(when: Edtf, lang: str) -> str:
    """The date in words without its marks."""
    first, year = when.first, f"{when.first.year:04}"
    if when.precision == "year":
        if when.text.startswith(f"{year[:2]}XX"):
            return f"{year}–{when.last.year}"
        return _words(lang)["decade"].format(year) if when.text[3] == "X" else year
    month = f"{_months(lang)[first.month]} {year}"
    return month if when.precision == "month" else f"{first.day} {month}"


def _marked(words: str, when: Edtf, lang: str) -> str:
    words = _words(lang)["about"].format(words) if when.approximate else words
    return f"{words} (?)" if when.uncertain else words


@cache
def in_words(edtf: str, lang: str) -> str:
    """`2007-08-09` as `9 August 2007` (en) or `9 Agustus 2007` (id); an empty date is `unknown`."""
    unknown = _words(lang)[""]
    if not edtf:
        return unknown
    when = parse(edtf)
    return _marked(_bare(when, lang), when, lang)


@cache
def span_in_words(start: str, end: str, lang: str) -> str:
    """`9–17 August 2007`; with one date empty `from …` or `until …`; ValueError if reversed."""
    if not start or not end:
        side = "from" if start else "until" if end else ""
        return _words(lang)[side].format(in_words(start or end, lang))
    if start == end:
        return in_words(start, lang)
    a, b = parse(start), parse(end)
    _ordered(a, b)
    if (a.uncertain, a.approximate) != (b.uncertain, b.approximate):
        return f"{in_words(start, lang)} – {in_words(end, lang)}"
    return _marked(_shortened(a, b, lang), a, lang)


def _shortened(a: Edtf, b: Edtf, lang: str) -> str:
    """The span without marks, saying what both dates share only once."""
    last = _bare(b, lang)
    if a.precision != b.precision or (a.first.year != b.first.year and a.precision != "year"):
        return f"{_bare(a, lang)} – {last}"
    if a.precision == "year":
        return f"{_bare(a, lang)}–{last}"
    if a.precision == "month":
        return f"{_months(lang)[a.first.month]}–{last}"
    if a.first.month == b.first.month:
        return f"{a.first.day}–{last}"
    return f"{a.first.day} {_months(lang)[a.first.month]} – {last}"
