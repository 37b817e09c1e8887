"""Who is speaking: quotation marks, reported speech, and the names before a transcript's paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from timbang.evidence.coders._cues import Cue, words_of
from timbang.evidence.coders._signs import COLON, QUOTE, Signs
from timbang.evidence.terms import fold

LONGEST_QUOTE = 5_000  # signs; a mark that is never closed opens nothing
LONGEST_STRAIGHT = 1_000  # the same for marks that look alike on both sides
_PAIRS = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}
_LABEL = re.compile(r"(?:^|\n)(?P<label>[^\n.!?;:“”\"]{2,70}(?:\n[^\n.!?;:“”\"]{1,40})?)\n?\s*\Z")
_NAME = re.compile(r"(?:[^\W\d_a-zа-я][\w’'-]*\.?\s+)[^\W\d_a-zа-я][\w’'-]*\Z")
MOST_WORDS, LONGEST_NAME = 8, 60  # of a name; what is longer is left out


class Speech(NamedTuple):
    """Whether a stretch is said by someone other than the text's own voice, and who, where named."""

    quoted: bool
    speaker: str


def quotations(text: str, signs: Signs) -> list[tuple[int, int]]:
    """Stretches between quotation marks, in order."""
    found: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for at in np.flatnonzero(signs.classes & QUOTE).tolist():
        mark = text[at]
        most = LONGEST_STRAIGHT if closing == '"' else LONGEST_QUOTE
        if opened >= 0 and at - opened > most:
            opened = -1
        if opened >= 0 and mark in closing:
            found.append((opened, at))
            opened = -1
        elif opened < 0 and (mark in _PAIRS or mark == '"'):
            opened, closing = at, _PAIRS.get(mark, '"')
    return found


def voices(text: str, signs: Signs) -> tuple[list[int], list[str]]:
    """Where someone begins to speak in a transcript (`Name: ...` at the start of a line), and who."""
    places, names = [], []
    for at in np.flatnonzero(signs.classes & COLON).tolist():
        label = _LABEL.search(text, max(0, at - 120), at)
        words = " ".join(label["label"].split()) if label else ""
        name = _NAME.search(words)
        if words.lower() in words_of("unnamed") or (name and not name[0].isupper()):
            places.append(at + 1)
            names.append(name[0] if name else "")
    return places, names


def voice_at(places: list[int], names: list[str], at: int) -> str:
    """Who is speaking there, if the text is a transcript."""
    before = bisect_right(places, at)
    return names[before - 1] if before else ""


def reported(sentence: str, cues: Sequence[Cue], start: int, end: int) -> Speech:
    """Whether a sentence reports what stands at `start` to `end` as someone's words, opinion or fear."""
    for cue in cues:
        if cue.kinds.isdisjoint(("says", "according")) or start <= cue.start < end:
            continue
        who = _after(sentence, cue.end) if "according" in cue.kinds else _before(sentence, cue.start)
        words = _words(who)
        if words and words[0] not in words_of("self") and words[0][0] != "我":
            return Speech(True, _named(who, words))
    return Speech(False, "")


def _words(who: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(who))


def _before(sentence: str, at: int) -> str:
    """The words before a verb, back to the last mark."""
    return re.split(r"[,.!?;:，；：、。“”\"«»—–(]|\s-\s", sentence[:at])[-1]


def _after(sentence: str, at: int) -> str:
    """The words after `according to`, up to the next mark."""
    return re.split(r"[,;:，；：、。“”\"«»—–).]|\s-\s", sentence[at:])[0]


def _named(who: str, words: list[str]) -> str:
    """The name in the words before or after a verb; empty for pronouns and for what is too long to be one."""
    nobody = words_of("nobody") | words_of("self")
    if nobody.issuperset(words):
        return ""
    name = " ".join(who.split()).strip(" '’")
    return name if len(words) <= MOST_WORDS and len(name) <= LONGEST_NAME else ""
