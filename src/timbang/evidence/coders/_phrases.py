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
_TABLE = 1 << 17
_WORD = re.compile(r"\w+")
_BETWEEN = r"[\s\-']+"
_FARTHEST = 80  # signs from the longest word of a phrase back to its first
_MOST_WORDS = 200_000  # distinct words whose phrases are remembered


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
        self.rest: dict[int, tuple[re.Pattern[str] | None, re.Pattern[str] | None]] = {}
        self.known: dict[str, tuple[int, ...]] = {}
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
        """Index a phrase by its longest word: "the west" by west, or every "the" would be looked at."""
        anchor = max(range(len(words)), key=lambda at: len(words[at]))
        stem = words[anchor].removesuffix("*")
        whole = stem == words[anchor]
        (self.exact if whole else self.stems).setdefault(stem, []).append(number)
        level = _DEEPEST if whole else min(len(stem), _DEEPEST)
        self.tables[level][_hash_of(stem, level)] = True
        if len(words) > 1:
            before = "".join(_pattern(word) + _BETWEEN for word in words[:anchor])
            behind = "".join(_BETWEEN + _pattern(word) for word in words[anchor + 1 :])
            self.rest[number] = (
                re.compile(rf"(?<!\w){before}\Z") if before else None,
                re.compile(behind) if behind else None,
            )

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
                hits += self._at(signs.folded, start)
        if self.han and han.any():
            for start in _candidates(np.where(han, signs.codes, 0), np.flatnonzero(han), self.han_tables).tolist():
                near = self.han.get(signs.folded[start], ())
                hits += [Hit(start, start + len(w), n) for w, n in near if signs.folded.startswith(w, start)]
        return sorted(hits)

    def _at(self, folded: str, start: int) -> list[Hit]:
        found = _WORD.match(folded, start)
        if found is None:
            return []
        word = found[0]
        numbers = self.known.get(word)
        if numbers is None:
            numbers = self._resolve(word)
        if not numbers:
            return []
        return [hit for number in numbers if (hit := self._whole(folded, start, found.end(), number)) is not None]

    def _whole(self, folded: str, start: int, end: int, number: int) -> Hit | None:
        """The phrase around its longest word, if the others stand there too."""
        before, behind = self.rest.get(number, (None, None))
        if before is not None:
            first = before.search(folded, max(0, start - _FARTHEST), start)
            if first is None:
                return None
            start = first.start()
        if behind is not None:
            last = behind.match(folded, end)
            if last is None:
                return None
            end = last.end()
        return Hit(start, end, number)

    def _resolve(self, word: str) -> tuple[int, ...]:
        """The phrases that begin with this word."""
        if len(self.known) >= _MOST_WORDS:
            self.known.clear()
        first = HAN.search(word)  # a Latin word that runs into Chinese ends there
        plain = word[: first.start()] if first else word
        found = list(self.exact.get(plain, ()))
        for length in range(1, min(len(plain), self.longest) + 1):
            found += self.stems.get(plain[:length], ())
        return self.known.setdefault(word, tuple(found))


def _pattern(word: str) -> str:
    stem = word.removesuffix("*")
    return re.escape(stem) + (r"\w*" if stem != word else r"\b")


def _hash_of(word: str, level: int) -> int:
    value = 0
    for sign in word[:level].ljust(level, "\0"):
        value = (value * 31 + ord(sign)) & 0xFFFFFFFF
    return ((value * 2654435761) & 0xFFFFFFFF) >> 15


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
            hit |= tables[level].take((value * np.uint32(2654435761)) >> np.uint32(15))
    return starts[hit]
