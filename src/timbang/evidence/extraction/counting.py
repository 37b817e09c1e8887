"""How many people a text counts, with what the writer hedges the number by; and plain counts of equipment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timbang.evidence.extraction.marking import STATE, Marked, compiled
from timbang.evidence.extraction.numerals import number_pattern, value_of
from timbang.evidence.extraction.vocabulary import Languages, fold, fragment, meaning

HEDGES = ("before", "after", "late")
SPAN = r"\d\s*(?:[-–—]|to|до|hingga|sampai|至|到)\s*|\d\s+(?:and|dan|и)\s+"
RANGE = rf"(?:{SPAN}|[数几上]|several |few |beberapa |несколько )$"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text, with its hedge; `people` if the text says that it counts people."""

    value: int
    qualifier: str
    start: int
    end: int
    people: bool = True


@cache
def amount(languages: Languages) -> str:
    """A pattern for a number with its hedges; groups before, number, after."""
    hedge = rf"(?:(?P<before>{fragment('before', languages)})\s*)?"
    after = rf"(?:\s*(?P<after>{fragment('after', languages)}))?"
    return rf"{hedge}(?:the\s+)?(?P<number>{number_pattern(languages)}){after}"


@cache
def _counted(languages: Languages) -> str:
    """`more than 1,300 elite troops`, with states' names and adjectives allowed before the noun."""
    states = rf"{STATE}(?:\s*(?:and|dan|и|-)\s*{STATE})?"
    between = rf"(?:{fragment('people_gap', languages)}|{fragment('military', languages)}|{states})"
    late = rf"(?:\s*(?P<late>{fragment('after', languages)}))?"
    return rf"{amount(languages)}(?:[\s-]*{between}){{0,3}}[\s-]*(?P<noun>{fragment('people', languages)}){late}"


@cache
def _stated(languages: Languages) -> str:
    """`Jumlah personil sekitar 2,600`: the noun first, and nothing that the number could count after it."""
    noun = rf"(?P<noun>{fragment('people', languages)}|{fragment('total', ('zh',)) if 'zh' in languages else '(?!)'})"
    words = r"(?:[\s:]+[^\W\d_]+){0,5}?" if languages != ("zh",) else r"[^\W\d]{0,3}?"
    return rf"{noun}{words}[\s:=–—-]*{amount(languages)}(?=\s*(?:[.;,)。，；]|$|\n|人))"


def people(marked: Marked) -> list[Amount]:
    """Every number of people, in order."""
    found: list[Amount] = []
    for pattern in (_counted(marked.languages), _stated(marked.languages)):
        for match in compiled(pattern).finditer(marked.low):
            one = amount_of(match, marked.languages)
            if one and not _unsure(marked, match) and not any(o.start < one.end and one.start < o.end for o in found):
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def _unsure(marked: Marked, match: re.Match[str]) -> bool:
    """Whether a number could be a year, is one end of a range (`2,000–3,000`), or goes with `several`."""
    bare = match.start("noun") < match.start("number") and not match["before"]
    if bare and could_be_year(match["number"]):
        return True
    before = marked.low[max(0, match.start() - 20) : match.start("number")]
    return re.search(RANGE, before, re.IGNORECASE) is not None


def could_be_year(number: str) -> bool:
    """Whether a number, as written, could as well be a year."""
    return re.fullmatch(r"(?:19|20)\d\d", number) is not None


def amount_of(match: re.Match[str], languages: Languages) -> Amount | None:
    """The amount that a match of a pattern with `amount` states; None if its number is no whole one."""
    value = value_of(match["number"], languages)
    if match["before"] and fold(match["number"]) == "тысячи":
        value = 1000  # `около тысячи`: the genitive that the hedge asks for
    if not value:
        return None
    groups = match.groupdict()
    hedges = [meaning(kind if kind == "before" else "after", languages, groups.get(kind) or "") for kind in HEDGES]
    start = match.start("before") if match["before"] else match.start("number")
    noun = groups.get("noun")
    end = max(match.end(kind) for kind in ("number", "after", *(("noun",) if noun else ())))
    return Amount(value, next(filter(None, hedges), ""), min(start, end), end, noun is not None)


def equipment(marked: Marked) -> Iterator[tuple[str, int, int]]:
    """Equipment as `what=count`, or `what` where it is not counted, with its place in the text."""
    noun = fragment("equipment", marked.languages)
    join = fragment("join", marked.languages)
    number = number_pattern(marked.languages)
    crew = compiled(rf"{fragment('people', marked.languages)}\s*$")
    pattern = rf"(?:(?P<number>{number})\s*)?(?P<one>{noun})(?:\s+{join}\s+(?P<two>{noun}))?"
    for match in compiled(pattern).finditer(marked.low):
        if not match["number"] and crew.search(marked.low[max(0, match.start() - 40) : match.start()]):
            continue  # `pasukan artileri` are people
        kinds = [meaning("equipment", marked.languages, match[part]) for part in ("one", "two") if match[part]]
        count = value_of(match["number"], marked.languages) if match["number"] else None
        names = ["-and-".join(kinds)] if count else kinds
        for name in names:
            yield (f"{name}={count}" if count else name), match.start(), match.end()
