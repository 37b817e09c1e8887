"""Exercises mentioned in a sentence: by a word for exercise that is meant militarily, by a name, or by both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from timbang.evidence.extraction.date_patterns import month_number
from timbang.evidence.extraction.naming import states_in
from timbang.evidence.extraction.vocabulary import HAN, finder, fold, forms, fragment

QUOTED = r"[«“\"‘「『„](?P<{0}>[^«»“”\"‘’「」『』„\n]{{2,60}})[»”\"’」』“]"
CAPITAL = r"[A-ZÀ-ÞА-ЯЁ][\w’'-]*"
COUNT = r"(?:[ \n]*[-–][ \n]*\d{1,4}|[ \n]+(?:\d{4}|\d{1,2}(?=[ ,.;)])|[IVX]+))"
WORDS = rf"{CAPITAL}(?:[ \n]+(?:of[ \n]+(?:the[ \n]+)?)?{CAPITAL}){{0,5}}{COUNT}?"
DATED_NAME = rf"{CAPITAL}(?:[ \n]+(?:of[ \n]+)?{CAPITAL}){{0,4}}(?:-|[ \n]+)(?:19|20)\d\d(?!\d)"


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
    more = [one for one in _by_name_alone(sentence, language, bool(found)) if not _within(one, named)]
    if named or more:
        return sorted(_once(named + more), key=lambda one: one.name_start)
    return [one for one in found if one.strong or _military(sentence, one, language)][:1]


def _once(mentions: list[Mention]) -> list[Mention]:
    first: dict[str, Mention] = {}
    for one in mentions:
        first.setdefault(fold(one.name), one)
    return list(first.values())


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
            rf"(?:{QUOTED.format('quoted')}|{bare}){military}{{0,5}}{noun}",
            rf"{noun}(?:代号|，代号|，名为|代号为|名为|[（(])*为?{QUOTED.format('quoted')}",
            noun,
        )
        return tuple(re.compile(one) for one in written)
    after = rf"{noun}{link}{{0,4}}\s*[,(]?\s*(?:{QUOTED.format('quoted')}|(?-i:(?P<bare>{WORDS})))"
    before = rf"(?:{QUOTED.format('quoted')}|(?-i:(?P<bare>{WORDS}))){link}{{0,4}}[\s,]+{noun}"
    return tuple(re.compile(one, re.IGNORECASE) for one in (after, before, noun))


def _by_noun(sentence: str, language: str) -> Iterator[Mention]:
    """Mentions with a word for exercise: named ones first, then those whose noun named nothing."""
    used: set[int] = set()
    for pattern in _patterns(language):
        for match in pattern.finditer(sentence):
            if match.start("noun") in used:
                continue
            start, end = _name(match, sentence, language)
            if "quoted" in pattern.groupindex and end <= start:
                continue
            used.add(match.start("noun"))
            strong = finder("exercise", (language,), "strong").fullmatch(match["noun"]) is not None
            low, high = min(match.start("noun"), start if end else 10**9), max(match.end("noun"), end)
            yield Mention(low, high, " ".join(sentence[start:end].split()), start, end, strong)


def _name(match: re.Match[str], sentence: str, language: str) -> tuple[int, int]:
    """Where the name in a match begins and ends; (0, 0) if what was matched is no name."""
    groups = match.groupdict()
    if groups.get("quoted"):
        return match.span("quoted")
    if not groups.get("bare"):
        return 0, 0
    start, end = match.span("bare")
    return _cut_han(sentence, start, end) if language == "zh" else _cut(sentence, start, end, language)


def _cut(sentence: str, start: int, end: int, language: str) -> tuple[int, int]:
    """The capitalized words without those that are no part of a name: states, months, first words of sentences."""
    plain = {fold(form) for form in forms("not_name", (language,))}
    taken = {at for one in states_in(sentence[start:end], (language,)) for at in range(one.start, one.end)}
    words = [(m.start(), m.end(), m[0]) for m in re.finditer(r"\S+", sentence[start:end])]
    keep = [not (set(range(a, b)) & taken or fold(word) in plain or month_number(word)) for a, b, word in words]
    while words and not keep[0]:
        words, keep = words[1:], keep[1:]
    stop = next((at for at, kept in enumerate(keep) if not kept), len(words))
    words = words[:stop]
    digits = any(sign.isdigit() for _, _, word in words for sign in word)
    letters = any(word[0].isalpha() for _, _, word in words)
    acronym = all(len(word) < 6 and word.isupper() for _, _, word in words if word[0].isalpha())
    if not words or not letters or (acronym and digits) or (language == "ru" and not digits):
        return 0, 0
    return start + words[0][0], start + words[-1][1]


def _cut_han(sentence: str, start: int, end: int) -> tuple[int, int]:
    last = max((one.end for one in states_in(sentence[start:end], ("zh",))), default=0)
    verb = re.search(r".*(?:举行了?|进行了?|举办了?|参加了?|的|在|开展|代号|联合)", sentence[start + last : end])
    return (start + last + (verb.end() if verb else 0)), end


def _by_name_alone(sentence: str, language: str, nouns: bool) -> Iterator[Mention]:
    """A name with its year, without a word for exercise beside it, where troops or another exercise are spoken of."""
    if language == "zh":
        return
    if not nouns and not (
        finder("people", (language,)).search(sentence) and finder("holds", (language,)).search(sentence)
    ):
        return
    for match in re.finditer(DATED_NAME, sentence):
        start, end = _cut(sentence, *match.span(), language)
        name = sentence[start:end]
        if re.search(r"\d{4}$", name) and re.search(r"[^\W\d]", name) and ("-" in name or len(name.split()) > 2):
            yield Mention(start, end, " ".join(name.split()), start, end)


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
