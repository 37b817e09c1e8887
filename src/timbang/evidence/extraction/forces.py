"""Who sent how many: the total a text gives for an exercise, and what it says each state sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timbang.evidence.extraction.counting import Amount, amount, amount_of, could_be_year, people
from timbang.evidence.extraction.marking import NAME, STATE, Marked, compiled, group
from timbang.evidence.extraction.numerals import number_pattern
from timbang.evidence.extraction.vocabulary import Languages, finder, fragment

STOP = re.compile(r"[.;:!?。；！？]\s|[;；。]|,\s|，|—|–\s")


@dataclass(frozen=True, slots=True)
class Share:
    """What a text says one state sent."""

    state: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Forces:
    """The people of an exercise: in all, and by state; parts are never added up."""

    total: Amount | None
    shares: tuple[Share, ...]


def forces(marked: Marked, of_people: bool = False) -> Forces:
    """The total and the shares that a text states; `of_people`: bare numbers count people here."""
    counted = people(marked)
    shares = [share for share in _shares(marked, bool(counted) or of_people) if not _of_rest(marked, share.amount)]
    taken = [(share.amount.start, share.amount.end) for share in shares]
    free = [
        one
        for one in counted
        if not any(start < one.end and one.start < end for start, end in taken) and not _of_rest(marked, one)
    ]
    return Forces(_total(marked, free), tuple(_first_of_each(shares)))


def _first_of_each(shares: list[Share]) -> list[Share]:
    first: dict[str, Share] = {}
    for share in shares:
        first.setdefault(share.state, share)
    return list(first.values())


def _total(marked: Marked, free: list[Amount]) -> Amount | None:
    """The amount that is called a total, else the first; none is guessed from parts."""
    total = finder("total", marked.languages)
    named = [one for one in free if total.search(marked.mask, max(0, one.start - 30), one.end)]
    after = [one for one in free if total.match(marked.mask[one.end : one.end + 12].lstrip(" ,"))]
    return next(iter([*named, *after, *free]), None)


def _of_rest(marked: Marked, one: Amount) -> bool:
    """Whether the clause speaks of the others together: a number neither of all nor of one state."""
    start = max((stop.end() for stop in STOP.finditer(marked.mask, 0, one.start)), default=0)
    return finder("rest", marked.languages).search(marked.mask, start, one.start) is not None


@cache
def _patterns(languages: Languages) -> tuple[tuple[str, bool], ...]:
    """Patterns that tie a number to states; whether one of them may stand for each of several states."""
    one, who = amount(languages), rf"(?P<who>{group(languages)})"
    between = rf"(?:{fragment('people_gap', languages)}|{fragment('military', languages)})"
    noun = rf"(?:[\s-]*{between}){{0,2}}[\s-]*(?P<noun>{fragment('people', languages)})"
    plain, noun_only = number_pattern(languages), rf"\s+{fragment('people', languages)}"
    each, sends = fragment("each", languages), fragment("sends", languages)
    origin = rf"[\s,]*(?:{fragment('from', languages)}\s*(?:(?:the|pihak)\s+)?)"
    ending = rf"(?=\s*(?:[.;,)。，；]|$|\n|{fragment('join', languages)}|(?:to|ke|на|в|for|of|untuk)\s))"
    way = rf"(?:[^.;,()\d]{{0,40}}{NAME}+[»”\"’”]?)?"
    filler = rf"(?:\s*{fragment('filler', languages)})*"
    return (
        (rf"{who}\s*(?P<each>{each})?\s*{sends}{way}{filler}\s*(?P<each2>{each})?\s*{one}(?:{noun}|{ending})", True),
        (rf"{who}\s*,?\s*(?P<each>{each})\s*{one}{noun}", True),
        (rf"(?P<each>{each})?\s*{one}{noun}{filler}\s*{sends}(?:[^.;,()\d]{{0,60}}?)\s{who}", True),
        (rf"{one}\s+(?P<who>{STATE})(?=\s*(?:,|{fragment('join', languages)})\s*{plain}\s+{STATE}{noun_only})", False),
        (rf"{one}{noun}?(?:\s+(?P<each>{each}))?{origin}{who}", True),
        (rf"{one}{noun}\s*{who}", False),
        (rf"(?P<who>{STATE})(?:方|军)?\s*[(:：—–-]?\s*{one}(?:{noun}|\s*\)|{ending})", False),
        (rf"(?P<who>{STATE})(?:'s|’s)\s+{one}{noun}", False),
    )


def _shares(marked: Marked, bare: bool) -> Iterator[Share]:
    """Shares by the patterns, and by the state named within what is counted (`300 Tajik soldiers`)."""
    used: set[int] = set()
    if not marked.named or not compiled(number_pattern(marked.languages)).search(marked.low):
        return
    for pattern, several in _patterns(marked.languages):
        for match in compiled(pattern).finditer(marked.low):
            one = amount_of(match, marked.languages)
            who = [named.code for named in marked.states(match.start("who"), match.end("who"))]
            if one is None or match.start("number") in used or not (bare or one.people):
                continue
            if one.qualifier == "announced" and match.start("who") < match.start("number"):
                continue  # who announces a number has not sent it
            if not one.people and not one.qualifier and _as_year(match):
                continue
            if len(set(who)) > 1 and not (several and _each(match, marked, one)):
                continue
            used.add(match.start("number"))
            yield from (Share(code, one) for code in dict.fromkeys(who))
    for one in people(marked):
        inside = marked.states(one.start, one.end)
        if len({named.code for named in inside}) == 1 and one.start not in used:
            yield Share(inside[0].code, one)


def _as_year(match: re.Match[str]) -> bool:
    """Whether a bare number right after a state may be a year (`Rusia 2009`; `Россия — 2000` is none)."""
    low, high = match.end("who"), match.start("number")
    return could_be_year(match["number"]) and high - low >= 0 and not match.string[low:high].strip()


def _each(match: re.Match[str], marked: Marked, one: Amount) -> bool:
    """Whether the number is each state's: a word says so before or after it."""
    said = match.groupdict().get("each") or match.groupdict().get("each2")
    return bool(said) or finder("each", marked.languages).match(marked.mask[one.end : one.end + 9].strip()) is not None
