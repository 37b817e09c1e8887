"""Finds all phrases of a codebook in one pass, in every language at once.

Every word start is hashed by its first signs and looked up in a table, in NumPy; the few that remain
are compared exactly. Measured against one compiled alternation, a trie of it, splitting into
words, and two Aho-Corasick extensions: see benchmarks/README.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from timbang.evidence.coders._signs import HAN_SIGN, WORD, Codes, Places, Signs
from timbang.evidence.terms import HAN, Phrase

_DEEPEST = 6  # signs of a word that are hashed
_TABLE = 1 << 19
_BETWEEN = r"[\s\-']+"
_TELLING = 4  # signs of a word by which a phrase is indexed
_FARTHEST = 40  # signs from that word back to the phrase's first
_ANY = re.compile("")
_MOST_WORDS = 200_000  # distinct words whose phrases are remembered


_Tables = dict[int, NDArray[np.bool_]]  # depth -> whether a hash is that of some phrase
_Others = tuple[tuple[int, re.Pattern[str] | None, re.Pattern[str]], ...]  # number, what stands before, behind
_Phrases = tuple[tuple[int, ...], _Others, re.Pattern[str]]  # of one word; longer; a quick test for these


Hit = tuple[int, int, int]  # start and end in code points of the text, and the phrase's number


class Finder:
    """A set of phrases, ready to be searched for."""

    def __init__(self, phrases: Iterable[Phrase]):
        self.phrases = tuple(phrases)
        self.tables: _Tables = {}
        self.han_tables: _Tables = {}
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
        _mark(self.han_tables, level, word)

    def _add(self, words: Phrase, number: int) -> None:
        """Index a phrase by its first word of some length: "the west" by west, or every "the" would be looked at."""
        long = [at for at, word in enumerate(words) if len(word) >= _TELLING]
        anchor = long[0] if long else max(range(len(words)), key=lambda at: len(words[at]))
        stem = words[anchor].removesuffix("*")
        whole = stem == words[anchor]
        (self.exact if whole else self.stems).setdefault(stem, []).append(number)
        level = _DEEPEST if whole else min(len(stem), _DEEPEST)
        _mark(self.tables, level, stem)
        if len(words) > 1:
            before = "".join(_pattern(word) + _BETWEEN for word in words[:anchor])
            behind = "".join(_BETWEEN + _pattern(word) for word in words[anchor + 1 :])
            self.rest[number] = (re.compile(rf"(?<!\w){before}\Z") if before else None, re.compile(behind))

    def find(self, signs: Signs) -> list[Hit]:
        """Every phrase in the text, in order of where it begins, overlapping ones too."""
        hits: list[Hit] = []
        folded, known = signs.folded, self.known
        han = (signs.classes & HAN_SIGN) != 0
        plain = ((signs.classes & WORD) != 0) & ~han
        edges = np.flatnonzero(np.diff(plain, prepend=False, append=False))
        starts, ends = edges[::2], edges[1::2]
        at = _candidates(np.where(plain, signs.codes, 0), starts, self.tables)
        for start, end in zip(starts[at].tolist(), ends[at].tolist(), strict=True):
            word = folded[start:end]
            alone, others, gate = known.get(word) or self._resolve(word)
            for number in alone:
                hits.append((start, end, number))
            if others and gate.match(folded, end):
                hits += _longer(folded, start, end, others)
        if self.han and han.any():
            starts = np.flatnonzero(han)
            for start in starts[_candidates(np.where(han, signs.codes, 0), starts, self.han_tables)].tolist():
                near = self.han.get(folded[start], ())
                hits += [(start, start + len(w), n) for w, n in near if folded.startswith(w, start)]
        hits.sort()
        return hits

    def _resolve(self, word: str) -> _Phrases:
        """The phrases indexed by this word: those of one word, and the others with what must stand around it."""
        if len(self.known) >= _MOST_WORDS:
            self.known.clear()
        numbers = list(self.exact.get(word, ()))
        for length in range(1, min(len(word), self.longest) + 1):
            numbers += self.stems.get(word[:length], ())
        alone = tuple(number for number in numbers if number not in self.rest)
        others = tuple((number, *self.rest[number]) for number in numbers if number in self.rest)
        behind = {behind.pattern for _, _, behind in others}
        gate = re.compile("|".join(sorted(behind))) if others else _ANY
        return self.known.setdefault(word, (alone, others, gate))


def _longer(folded: str, start: int, end: int, others: _Others) -> Iterator[Hit]:
    """The phrases of several words whose telling word stands there, if the others do too."""
    for number, before, behind in others:
        last = behind.match(folded, end)
        if last is None:
            continue
        if before is None:
            yield start, last.end(), number
        elif first := before.search(folded, max(0, start - _FARTHEST), start):
            yield first.start(), last.end(), number


def _pattern(word: str) -> str:
    stem = word.removesuffix("*")
    return re.escape(stem) + (r"\w*" if stem != word else r"\b")


def _mark(tables: _Tables, level: int, word: str) -> None:
    """Note the hash of a word's first signs in the table of that depth."""
    value = 0
    for sign in word[:level].ljust(level, "\0"):
        value = (value * 31 + ord(sign)) & 0xFFFFFFFF
    table = tables.setdefault(level, np.zeros(_TABLE, dtype=bool))
    table[((value * 2654435761) & 0xFFFFFFFF) >> 13] = True


def _candidates(codes: Codes, starts: Places, tables: _Tables) -> NDArray[np.bool_]:
    """Which starts have first signs that hash to those of some phrase; signs after a word's end count as 0."""
    padded = np.concatenate([codes, np.zeros(_DEEPEST, dtype=np.uint32)])
    value = np.zeros(starts.size, dtype=np.uint32)
    alive = np.ones(starts.size, dtype=np.uint32)
    found = np.zeros(starts.size, dtype=bool)
    for level in range(1, max(tables, default=0) + 1):
        sign = padded.take(starts + (level - 1)) * alive
        alive = (sign != 0).astype(np.uint32)
        value = value * np.uint32(31) + sign
        if level in tables:
            found |= tables[level].take((value * np.uint32(2654435761)) >> np.uint32(13))
    return found
