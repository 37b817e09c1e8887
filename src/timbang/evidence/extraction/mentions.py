"""Exercises mentioned in a sentence: by a word for exercise that is meant militarily, by a name, or by both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from timbang.evidence.extraction.exercise_names import bare_name, name_span
from timbang.evidence.extraction.vocabulary import HAN, finder, fold, fragment

QUOTED = r"[«“\"‘「『„](?P<{0}>[^«»“”\"‘’「」『』„\n]{{2,60}})[»”\"’」』“]"
CAPITAL = r"[A-ZÀ-ÞА-ЯЁ][\w’'-]*"
COUNT = r"(?:[ \n]*[-–][ \n]*\d{1,4}|[ \n]+(?:\d{4}|\d{1,2}(?=[ ,.;)])|[IVX]+))"
WORDS = rf"{CAPITAL}(?:[ \n]+(?:of[ \n]+(?:the[ \n]+)?)?{CAPITAL}){{0,5}}{COUNT}?"
DATED_NAME = rf"{CAPITAL}(?:[ \n]+(?:of[ \n]+)?{CAPITAL}){{0,4}}(?:-|[ \n]+)(?:19|20)\d\d(?!\d)"

NO_CLAUSE = rf"(?![在于和与举参国])[{HAN}]"  # signs between a name and its noun that begin no clause of their own


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an exercise: all of it, and its name (empty, without a name)."""

    start: int
    end: int
    name: str = ""
    name_start: int = 0
    name_end: int = 0
    strong: bool = True


def mentions_in(sentence: str, language: str) -> list[Mention]:
    """The exercises that a sentence mentions; unnamed ones only if it names none."""
    found = [one for one in _by_noun(sentence, language) if not _civil(sentence, one, language)]
    named = _once([one for one in found if one.name])
    alone = _by_name_alone(sentence, language, bool(found))
    more = [_with_noun(one, found) for one in alone if not _within(one, named)]
    if not named and not more and any(one.strong for one in found):
        more = list(_by_subject(sentence, language))
    if named or more:
        return sorted(_once(named + more), key=lambda one: one.name_start)
    return [one for one in found if one.strong or _military(sentence, one, language)][:1]


def _once(mentions: list[Mention]) -> list[Mention]:
    first: dict[str, Mention] = {}
    for one in mentions:
        first.setdefault(fold(one.name), one)
    return list(first.values())


def _with_noun(one: Mention, found: list[Mention]) -> Mention:
    """A name set off by a comma, together with the word for exercise that stands a few words before it."""
    near = [noun for noun in found if not noun.name and 0 < one.start - noun.end < 30]
    return replace(one, start=near[-1].start) if near else one


def _within(one: Mention, others: list[Mention]) -> bool:
    return any(one.name_start < other.name_end and other.name_start < one.name_end for other in others)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The noun with what may name it: a quotation or a capitalized name, before or after."""
    noun = rf"(?P<noun>{fragment('exercise', (language,))})"
    link = rf"(?:[\s,]*(?:{fragment('between_names', (language,))}))"
    if language == "zh":
        bare = rf"(?P<bare>[{HAN}]{{2,8}}[-—–]?(?:19|20)\d\d)"
        military = rf"(?:的|{fragment('military', ('zh',))}|{fragment('between_names', ('zh',))})"
        written = (
            rf"(?:{QUOTED.format('quoted')}|{bare})(?:{military}|{NO_CLAUSE}){{0,8}}?{noun}",
            rf"{noun}(?:代号|，代号|，名为|代号为|名为|[（(])*为?{QUOTED.format('quoted')}",
            noun,
        )
        return tuple(re.compile(one) for one in written)
    after = rf"{noun}{link}{{0,4}}\s*[,(]?\s*(?:{QUOTED.format('quoted')}|(?-i:(?P<bare>{WORDS})))"
    kind = rf"(?:[\s,]*(?:{fragment('between_names', (language,))}|{fragment('military', (language,))}))"
    before = rf"(?:{QUOTED.format('quoted')}|(?-i:(?P<bare>{WORDS}))){kind}{{0,4}}[\s,]+{noun}"
    apart = rf"{noun}(?P<between>(?:[ \n]+[^\W\d_][\w’'-]*){{1,8}})[ \n]+{QUOTED.format('quoted')}"
    return tuple(re.compile(one, re.IGNORECASE) for one in (after, before, apart, noun))


def _by_noun(sentence: str, language: str) -> Iterator[Mention]:
    """Mentions with a word for exercise: named ones first, then those whose noun named nothing."""
    used: set[int] = set()
    for pattern in _patterns(language):
        for match in pattern.finditer(sentence):
            if match.start("noun") in used:
                continue
            start, end = name_span(match, sentence, language)
            if "quoted" in pattern.groupindex and end <= start:
                continue
            used.add(match.start("noun"))
            strong = finder("exercise", (language,), "strong").fullmatch(match["noun"]) is not None
            low, high = min(match.start("noun"), start if end else 10**9), max(match.end("noun"), end)
            yield Mention(low, high, " ".join(sentence[start:end].split()), start, end, strong)


def _by_name_alone(sentence: str, language: str, nouns: bool) -> Iterator[Mention]:
    """A name with its year, without a word for exercise beside it, where troops or another exercise are spoken of."""
    if language == "zh":
        return
    if not nouns and not (
        finder("people", (language,)).search(sentence) and finder("holds", (language,)).search(sentence)
    ):
        return
    for match in re.finditer(DATED_NAME, sentence):
        start, end = bare_name(sentence, *match.span(), language)
        name = sentence[start:end]
        alone = nouns and re.search(r"[,(]\s*$", sentence[:start]) and re.match(r"\s*[,)]", sentence[end:])
        long = "-" in name or len(name.split()) > 2 or alone  # `exercises of the force, Name 2012, were held`
        if re.search(r"\d{4}$", name) and re.search(r"[^\W\d]", name) and long:
            yield Mention(start, end, " ".join(name.split()), start, end)


def _by_subject(sentence: str, language: str) -> Iterator[Mention]:
    """A name that begins a clause and is said to have taken place: `Name ran from … ; … the joint manoeuvres`."""
    pattern = rf"(?:^|[.;:]\s+)(?P<bare>{WORDS})\s+(?i:{fragment('goes_on', (language,))})"
    for match in re.finditer(pattern, sentence):
        start, end = bare_name(sentence, *match.span("bare"), language)
        name = " ".join(sentence[start:end].split())
        if " " in name and end == match.end("bare"):
            yield Mention(start, end, name, start, end)


def _civil(sentence: str, one: Mention, language: str) -> bool:
    """Whether words beside the noun say that this is no military exercise: `leadership`, `of power`."""
    before, after = fragment("civil", (language,)), fragment("civil_after", (language,))
    gap = "" if language == "zh" else r"\s+(?:[^\W\d]+\s+)?"
    if re.search(rf"{before}{gap}$", sentence[max(0, one.start - 40) : one.start], re.IGNORECASE):
        return True
    return re.match(rf"\s*{after}", sentence[one.end :], re.IGNORECASE) is not None


def _military(sentence: str, one: Mention, language: str) -> bool:
    """Whether an unnamed, weak noun is held by somebody, or has military words about it."""
    outside = sentence[: one.start] + " " + sentence[one.end :]
    held = finder("holds", (language,)).search(sentence, max(0, one.start - 25), one.end + 25)
    return held is not None or finder("military", (language,)).search(outside) is not None
