"""Finds all phrases of a codebook in one pass, in every language at once.

Every word start is hashed by its first signs and looked up in a table, in NumPy; the few that remain
are compared exactly. Measured against one compiled alternation, a trie of it, splitting into
words, and two Aho-Corasick extensions: see benchmarks/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from timbang.evidence.coders._signs import HAN_SIGN, WORD, Codes, Places, Signs, after
from timbang.evidence.terms import HAN, Phrase

_DEEPEST = 6  # signs of a word that are hashed
_TABLE = 1 << 19
_WORD = re.compile(r"\w+")
_BETWEEN = r"[\s\-']+"
_TELLING = 4  # signs of a word by which a phrase is indexed
_FARTHEST = 40  # signs from that word back to the phrase's first
_MOST_WORDS = 200_000  # distinct words whose phrases are remembered


_Phrases = tuple[tuple[int, ...], tuple[tuple[int, re.Pattern[str] | None, re.Pattern[str]], ...]]


class Hit(NamedTuple):
    """A phrase found: code points of the text, and the phrase's number."""

    start: int
    end: int
    phrase: int


class Finder:
    """A set of phrases, ready to be searched for."""

    def __init__(self, phrases: Iterable[Phrase]):
        self.phrases = tuple(phrases)
        self.tables = {level: np.zeros(_TABLE, dtype=bool) for level in range(1, _DEEPEST + 1)}
        self.han_tables = {level: np.zeros(_TABLE, dtype=bool) for level in range(1, _DEEPEST + 1)}
        self.han: dict[str, list[tuple[str, int]]] = {}
        self.exact: dict[str, list[int]] = {}
        self.stems: dict[str, list[int]] = {}
        self.rest: dict[int, tuple[re.Pattern[str] | None, re.Pattern[str]]] = {}
        self.known: dict[str, _Phrases] = {}
        for number, words in enumerate(self.phrases):
            if HAN.match(words[0]):
                self._add_han(words[0], number)
            else:
                self._add(words, number)
        self.longest = max(map(len, self.stems), default=0)

    def _add_han(self, word: str, number: int) -> None:
        self.han.setdefault(word[0], []).append((word, number))
        level = min(len(word), _DEEPEST)
        self.han_tables[level][_hash_of(word, level)] = True

    def _add(self, words: Phrase, number: int) -> None:
        """Index a phrase by its first word of some length: "the west" by west, or every "the" would be looked at."""
        long = [at for at, word in enumerate(words) if len(word) >= _TELLING]
        anchor = long[0] if long else max(range(len(words)), key=lambda at: len(words[at]))
        stem = words[anchor].removesuffix("*")
        whole = stem == words[anchor]
        (self.exact if whole else self.stems).setdefault(stem, []).append(number)
        level = _DEEPEST if whole else min(len(stem), _DEEPEST)
        self.tables[level][_hash_of(stem, level)] = True
        if len(words) > 1:
            before = "".join(_pattern(word) + _BETWEEN for word in words[:anchor])
            behind = "".join(_BETWEEN + _pattern(word) for word in words[anchor + 1 :])
            self.rest[number] = (re.compile(rf"(?<!\w){before}\Z") if before else None, re.compile(behind))

    def find(self, signs: Signs) -> list[Hit]:
        """Every phrase in the text, in order of where it begins, overlapping ones too."""
        if not signs.folded:
            return []
        word, han = (signs.classes & WORD) != 0, (signs.classes & HAN_SIGN) != 0
        hits: list[Hit] = []
        if self.exact or self.stems:
            plain = word & ~han
            starts = np.flatnonzero(plain & ~(after(signs.classes, WORD) & ~after(signs.classes, HAN_SIGN)))
            for start in _candidates(np.where(plain, signs.codes, 0), starts, self.tables).tolist():
                self._at(signs.folded, start, hits)
        if self.han and han.any():
            for start in _candidates(np.where(han, signs.codes, 0), np.flatnonzero(han), self.han_tables).tolist():
                near = self.han.get(signs.folded[start], ())
                hits += [Hit(start, start + len(w), n) for w, n in near if signs.folded.startswith(w, start)]
        hits.sort()
        return hits

    def _at(self, folded: str, start: int, hits: list[Hit]) -> None:
        """Add the phrases that the word at `start` belongs to, if their other words stand there too."""
        found = _WORD.match(folded, start)
        if found is None:
            return
        word, end = found[0], found.end()
        alone, others = self.known.get(word) or self._resolve(word)
        for number in alone:
            hits.append(Hit(start, end, number))
        for number, before, behind in others:
            last = behind.match(folded, end)
            if last is None:
                continue
            first = before.search(folded, max(0, start - _FARTHEST), start) if before else found
            if first is not None:
                hits.append(Hit(first.start(), last.end(), number))

    def _resolve(self, word: str) -> _Phrases:
        """The phrases indexed by this word: those of one word, and the others with what must stand around it."""
        if len(self.known) >= _MOST_WORDS:
            self.known.clear()
        first = HAN.search(word)  # a Latin word that runs into Chinese ends there
        plain = word[: first.start()] if first else word
        numbers = list(self.exact.get(plain, ()))
        for length in range(1, min(len(plain), self.longest) + 1):
            numbers += self.stems.get(plain[:length], ())
        alone = tuple(number for number in numbers if number not in self.rest)
        others = tuple((number, *self.rest[number]) for number in numbers if number in self.rest)
        return self.known.setdefault(word, (alone, others))


def _pattern(word: str) -> str:
    stem = word.removesuffix("*")
    return re.escape(stem) + (r"\w*" if stem != word else r"\b")


def _hash_of(word: str, level: int) -> int:
    value = 0
    for sign in word[:level].ljust(level, "\0"):
        value = (value * 31 + ord(sign)) & 0xFFFFFFFF
    return ((value * 2654435761) & 0xFFFFFFFF) >> 13


def _candidates(codes: Codes, starts: Places, tables: dict[int, np.ndarray[tuple[int], np.dtype[np.bool_]]]) -> Places:
    """The starts whose first signs hash to those of some phrase; signs after the word's end count as 0."""
    padded = np.concatenate([codes, np.zeros(_DEEPEST, dtype=np.uint32)])
    value = np.zeros(starts.size, dtype=np.uint32)
    alive = np.ones(starts.size, dtype=np.uint32)
    hit = np.zeros(starts.size, dtype=bool)
    for level in range(1, _DEEPEST + 1):
        sign = padded.take(starts + (level - 1)) * alive
        alive = (sign != 0).astype(np.uint32)
        value = value * np.uint32(31) + sign
        if tables[level].any():
            hit |= tables[level].take((value * np.uint32(2654435761)) >> np.uint32(13))
    return starts[hit]
