"""Patterns of dates: months from CLDR in all their forms, days, years and spans between them."""

from __future__ import annotations

import re
from functools import cache

from timbang.evidence.extraction.vocabulary import Languages, fold, forms, fragment

YEAR = r"(?:1[6-9]|20|21)\d\d(?!\d)"
YEAR_WORD = r"(?:\s*(?:года|году|годом|годов|год|гг?\.|г\.))?"
DAY = r"(?:0?[1-9]|[12]\d|3\d)"
DASH = r"[-–—−‒]"


@cache
def months(language: str) -> dict[str, int]:
    """Month names in all forms, folded, with their numbers; Russian ones in all cases."""
    from babel.dates import get_month_names  # late: `timbang --help` must not wait for Babel

    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, context=context, locale=language).items():
                for form in _cases(fold(str(name)).rstrip("."), language):
                    found.setdefault(form, number)
    return found | ({"sept": 9} if language == "en" else {})


def _cases(month: str, language: str) -> set[str]:
    if language != "ru" or len(month) < 3 or month[-1] not in "ьйт":
        return {month}
    stem = month if month[-1] == "т" else month[:-1]
    return {
        month,
        stem + "е",
        stem + "ем",
        stem + "ом",
        stem + "ю",
        stem + "у",
        stem + ("а" if month[-1] == "т" else "я"),
    }


@cache
def _numbers() -> dict[str, int]:
    return {form: number for language in ("en", "id", "ru") for form, number in months(language).items()}


def month_number(written: str) -> int | None:
    """1 to 12 for the name of a month in any of the languages; None otherwise."""
    return _numbers().get(fold(written).rstrip("."))


@cache
def patterns(languages: Languages) -> tuple[re.Pattern[str], ...]:
    """Patterns in letters, those that say more first; groups y1 m1 d1 y2 m2 d2, broken, between, and, season."""
    if not languages:
        return ()
    names = "|".join(sorted({form for lang in languages for form in months(lang)}, key=len, reverse=True))
    month = rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])\.?"
    ordinal = f"(?:{'|'.join(re.escape(form) for form in forms('ordinal', languages))})?"
    between = r"(?P<between>(?<!\w)(?:between|antara|между|from|dari)\s+)?"
    to = rf"\s*(?:{DASH}|(?P<and>(?<!\w)(?:and|dan|и)(?!\w)|&)|{fragment('to', languages)})\s*"
    early = rf"(?:{fragment('to_before', languages)}\s+)?(?:the\s+|on\s+)?"
    of = r"(?:\s+of)?(?:\s+|\s*[-.]\s*)"

    def day(n: int, digits: str = DAY) -> str:
        return rf"(?<!\d)(?P<d{n}>{digits})(?!\d){ordinal}"

    def mon(n: int) -> str:
        return rf"(?P<m{n}>{month})"

    def year(n: int) -> str:
        return rf"(?P<y{n}>{YEAR}){YEAR_WORD}"

    def maybe(n: int) -> str:
        return rf"(?:,?\s+(?:of\s+|tahun\s+)?{year(n)})?"

    written = (
        rf"{between}{day(1)}(?:{of}{mon(1)}{maybe(1)})?{to}{early}{day(2)}{of}{mon(2)}{maybe(2)}",
        rf"{between}{mon(1)}\s+{day(1)}(?:,?\s+{year(1)})?{to}{early}(?:{mon(2)}\s+)?{day(2)}(?:,?\s+{year(2)})?",
        rf"{between}{mon(1)}(?:\s+{year(1)})?{to}{early}{mon(2)}\s+{year(2)}",
        rf"(?<!\d)(?P<broken>\d{{3,4}})\s*{DASH}\s*{day(2)}{of}{mon(2)},?\s+{year(2)}",
        rf"{day(1)}{of}{mon(1)}{maybe(1)}",
        rf"{mon(1)}\s+{day(1)}(?:,?\s+{year(1)})?",
        rf"{mon(1)},?\s+(?:of\s+|tahun\s+)?{year(1)}",
        rf"(?<![\d-])(?P<y1>{YEAR[:-6]})-(?P<m1>\d\d)-(?P<d1>\d\d)(?!\d)(?:\s*(?:/|–|—|to)\s*(?P<y2>{YEAR[:-6]})-(?P<m2>\d\d)-(?P<d2>\d\d)(?!\d))?",
        rf"(?<![\d.])(?P<d1>\d\d?)(?:\.(?P<m1>\d\d)(?:\.(?P<y1>\d{{4}}))?)?\s*{DASH}\s*(?P<d2>\d\d?)\.(?P<m2>\d\d)\.(?P<y2>\d{{4}})(?!\d)",
        r"(?<![\d.])(?P<d1>\d\d?)\.(?P<m1>\d\d)\.(?P<y1>\d{4})(?!\d)",
        rf"(?:(?<!\w)(?:in|during|pada|bulan|в)\s+){mon(1)}(?!\s+\d)",  # its year may be in a name
        rf"(?P<season>{fragment('season', languages)})(?:\s+of|\s+tahun)?,?\s+{year(1)}",
        rf"(?:(?<!\w)(?:in|during|tahun|pada|в|во|в течение)\s+)(?P<y1>{YEAR})(?![\d–-]){YEAR_WORD}",
    )  # fmt: skip
    return tuple(re.compile(one, re.IGNORECASE) for one in written)


@cache
def han_patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns in Chinese characters, with the same groups."""
    n = r"[\d〇零一二三四五六七八九十]"
    year, month = rf"(?P<y1>(?<!\d){n}{{4}})\s?年\s?", rf"(?P<m1>{n}{{1,3}})\s?月(?:份|上旬|中旬|下旬|初|底|末)?\s?"
    last = rf"(?:(?P<y2>{n}{{4}})\s?年\s?)?(?:(?P<m2>{n}{{1,3}})\s?月\s?)?(?P<d2>{n}{{1,3}})\s?[日号]"
    to = rf"\s?(?:至|到|{DASH}|~|～)\s?"
    written = (
        rf"(?:{year})?{month}(?P<d1>{n}{{1,3}})\s?[日号]?{to}{last}",
        rf"(?:{year})?{month}(?P<d1>{n}{{1,3}})\s?[日号]",
        rf"{year}{month}{to}(?:(?P<y2>{n}{{4}})\s?年\s?)?(?P<m2>{n}{{1,3}})\s?月",
        rf"{year}{month}",
        rf"{year}(?P<season>[春夏秋冬][季天]?)",
        rf"{year}",
    )
    return tuple(re.compile(one) for one in written)
