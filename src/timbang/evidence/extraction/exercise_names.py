"""The name of an exercise within the words beside it: without states, months and first words of sentences."""

from __future__ import annotations

import re

from timbang.evidence.extraction.date_patterns import month_number
from timbang.evidence.extraction.naming import states_in
from timbang.evidence.extraction.vocabulary import finder, fold, forms


def name_span(match: re.Match[str], sentence: str, language: str) -> tuple[int, int]:
    """Where the name in a match begins and ends; (0, 0) if what was matched is no name."""
    groups = match.groupdict()
    if groups.get("between") and not _whose(match["between"], language):
        return 0, 0
    if groups.get("quoted"):
        return match.span("quoted")
    if not groups.get("bare"):
        return 0, 0
    start, end = match.span("bare")
    return _cut_han(sentence, start, end) if language == "zh" else bare_name(sentence, start, end, language)


def _whose(words: str, language: str) -> bool:
    """Whether words say only whose forces exercise: `учения Кыргызстана и Узбекистана «…»`."""
    signs = list(words)
    for one in states_in(words, (language,)):
        signs[one.start : one.end] = " " * (one.end - one.start)
    rest = "".join(signs)
    for kind in ("of_forces", "military", "join", "between_names"):
        rest = finder(kind, (language,)).sub(" ", rest)
    return not rest.strip()


def bare_name(sentence: str, start: int, end: int, language: str) -> tuple[int, int]:
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
    owner = re.search(r"\b(?:of|by)(?:\s+the)?\s+$", sentence[:start]) is not None  # `exercises of the CRRF`
    acronym = all(len(word) < 6 and word.isupper() for _, _, word in words if word[0].isalpha())
    if not words or not letters or (acronym and (digits or owner)) or (language == "ru" and not digits):
        return 0, 0
    return start + words[0][0], start + words[-1][1]


def _cut_han(sentence: str, start: int, end: int) -> tuple[int, int]:
    last = max((one.end for one in states_in(sentence[start:end], ("zh",))), default=0)
    verb = re.search(r".*(?:举行了?|进行了?|举办了?|参加了?|的|在|开展|代号|联合)", sentence[start + last : end])
    return (start + last + (verb.end() if verb else 0)), end
