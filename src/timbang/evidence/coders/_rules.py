"""From phrases found in one sentence to codes: terms of one part, of two, and what does not count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from timbang.evidence.codebook import Codebook
from timbang.evidence.coders._phrases import Finder, Hit
from timbang.evidence.terms import HAN, Phrase, Term

APART, APART_HAN = 100, 40  # signs between two parts of a term
Part = tuple[int, int]


class Match(NamedTuple):
    """A term of a code found: where, and where its parts are."""

    code: str
    start: int
    end: int
    parts: tuple[Part, ...]


class Rules:
    """A codebook made ready: every phrase once, with the codes it gives alone and the parts of terms it can be."""

    def __init__(self, codebook: Codebook):
        self.codebook = codebook
        self.numbers: dict[Phrase, int] = {}
        self.alone: dict[int, list[str]] = {}  # phrase -> codes of which it is a whole term
        self.sets: dict[frozenset[int], int] = {}  # a part of a term -> its bit
        self.pairs: list[tuple[str, int, int, int]] = []  # code, bits of first and second part, signs apart
        self.excepted: dict[int, set[str]] = {}  # phrase -> codes of which no term within it counts
        for code in codebook.codes.values():
            for term in (term for terms in code.terms.values() for term in terms):
                self._add(code.code, term)
            for phrase in (p for terms in code.exceptions.values() for term in terms for p in term.first):
                self.excepted.setdefault(self._number(phrase), set()).add(code.code)
        self.finder = Finder(self.numbers)
        self.bits = [sum(1 << bit for part, bit in self.sets.items() if n in part) for n in range(len(self.numbers))]
        self._possible = lru_cache(maxsize=50_000)(self._possible_pairs)

    def _number(self, phrase: Phrase) -> int:
        return self.numbers.setdefault(phrase, len(self.numbers))

    def _add(self, code: str, term: Term) -> None:
        first, second = (frozenset(map(self._number, sorted(part))) for part in (term.first, term.second))
        if not second:
            for number in first:
                self.alone.setdefault(number, []).append(code)
            return
        apart = APART_HAN if HAN.search(next(iter(term.first))[0]) else APART
        bits = [self.sets.setdefault(part, len(self.sets)) for part in (first, second)]
        self.pairs.append((code, bits[0], bits[1], apart))

    def _possible_pairs(self, mask: int) -> tuple[tuple[str, int, int, int], ...]:
        """Terms both parts of which are among the parts of a mask."""
        return tuple(pair for pair in self.pairs if mask >> pair[1] & 1 and mask >> pair[2] & 1)

    def matches(self, hits: list[Hit]) -> list[Match]:
        """The terms that the phrases found in one sentence fill."""
        mask, found = 0, []
        for start, end, number in hits:
            mask |= self.bits[number]
            for code in self.alone.get(number, ()):
                found.append(Match(code, start, end, ((start, end),)))
        for code, first, second, apart in self._possible(mask):
            ones = [hit for hit in hits if self.bits[hit[2]] >> first & 1]
            found += _pairs(code, ones, [hit for hit in hits if self.bits[hit[2]] >> second & 1], apart)
        names = [hit for hit in hits if hit[2] in self.excepted] if found else ()
        return [match for match in found if not self._within(match, names)] if names else found

    def _within(self, match: Match, names: Sequence[Hit]) -> bool:
        """Whether a part of a match lies in a name in which the code's terms do not count."""
        return any(match.code in self.excepted[n] and a <= start and end <= b
                   for a, b, n in names for start, end in match.parts)  # fmt: skip


def _pairs(code: str, ones: list[Hit], others: list[Hit], apart: int) -> list[Match]:
    """Each first part with the nearest second one, where they are near enough."""
    found = []
    for a in ones:
        near = [(max(a[0], b[0]) - min(a[1], b[1]), b) for b in others if b[:2] != a[:2]]
        if near and (best := min(near))[0] <= apart:
            b = best[1]
            parts = (a[:2], b[:2]) if a[0] <= b[0] else (b[:2], a[:2])
            found.append(Match(code, parts[0][0], max(a[1], b[1]), parts))
    return found
