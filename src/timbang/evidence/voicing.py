"""Whose words a coding is, and towards whom: states and organizations by exact name, never a guess."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from timbang import states

LONGEST = 6  # words in the name of a state
USUAL = {"USA": "USA", "US": "USA", "UK": "GBR", "UAE": "ARE", "PRC": "CHN", "DPRK": "PRK"}  # what texts write short
_CODE = re.compile(r"([A-Z]{2,6})\b(?!\))")  # `RUS president`, `UZB, UN General Debate`, `SCO joint document`
_WORD = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")  # without the s of a possessive


def leading_code(says: str) -> str:
    """The code by which words on a speaker begin, whether anybody's or not; empty where there is none."""
    found = _CODE.match(says)
    return found[1] if found else ""


def party(says: str, organizations: Collection[str]) -> str:
    """The state or organization by whose code the words begin; empty where they begin otherwise."""
    found = leading_code(says)
    return found if found in organizations or _is_code(found) else ""


def whose(speaker: str, says: str, organizations: Collection[str]) -> str:
    """The state or organization that speaks; empty where it cannot be told.

    `speaker` as a coding names it: a code with an office, a state's exact name, or words that stand in `says`, which
    tells whose voice the document is. Without a speaker it is the document's own voice.
    """
    if not speaker:
        return party(says, organizations)
    if found := party(speaker, organizations):
        return found
    if state := states.find(speaker):
        return state.code
    within = re.search(rf"(?<!\w){re.escape(speaker)}(?!\w)", says, re.I)
    return party(says, organizations) if within else ""


def named(words: str, organizations: Collection[str]) -> set[str]:
    """The states and organizations that the words name: names with a capital letter, or in Chinese.

    Of codes in capitals only organizations' and the USUAL short forms count: AND, CAN, PER are words.

    Only what states.find knows counts: `American` does, `России`, being inflected, does not; so a sea named after a
    state names it too.
    """
    return {*_in_words(words, organizations), *_in_chinese(words)}


def _in_words(words: str, organizations: Collection[str]) -> Iterator[str]:
    found = list(_WORD.finditer(words))
    at = 0
    while at < len(found):
        here = found[at][0]
        if here in organizations:
            yield here
        code, length = _longest(words, found[at : at + LONGEST]) if here[0].isupper() else ("", 1)
        if code:
            yield code
        at += length


def _longest(words: str, run: list[re.Match[str]]) -> tuple[str, int]:
    """The code of the longest name that begins with the first of these words, and how many words it has."""
    for last in range(len(run), 0, -1):
        text = words[run[0].start() : run[last - 1].end()]
        if text in USUAL:
            return USUAL[text], last
        state = states.find(text) if len(text) > 3 or not text.isascii() else None  # AND is no Andorra
        if state:
            return state.code, last
    return "", 1


def _in_chinese(words: str) -> Iterator[str]:
    for run in re.findall(r"[\u4e00-\u9fff]+", words):
        at = 0
        while at < len(run):
            lengths = range(min(8, len(run) - at), 1, -1)
            found = next(((n, state) for n in lengths if (state := states.find(run[at : at + n]))), None)
            if found:
                yield found[1].code
            at += found[0] if found else 1


def _is_code(text: str) -> bool:
    known = states.by_code(text)
    return known is not None and known.code == text
