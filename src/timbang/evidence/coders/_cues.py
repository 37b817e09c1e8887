"""The small words by which a sentence denies, turns, or tells who is speaking: read from cues.csv.

Words are compared whole. Contractions count by their last letter (`didn't` ends in the cue `t`).
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from timbang.evidence.terms import HAN, fold

_WORD = re.compile(r"\w+")
_Table = dict[str, list[tuple[re.Pattern[str], frozenset[str]]]]  # first word -> what must follow, kinds


class Cue(NamedTuple):
    """A cue in a sentence: where, and what it can be."""

    start: int
    end: int
    kinds: frozenset[str]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Cue -> every kind it is listed under."""
    found: dict[str, frozenset[str]] = {}
    lines = files("timbang.evidence.coders").joinpath("cues.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        for cue in row["cues"].split("|"):
            found[fold(cue)] = found.get(fold(cue), frozenset()) | {row["kind"]}
    return found


@cache
def words_of(kind: str) -> frozenset[str]:
    """The cues of one kind."""
    return frozenset(cue for cue, kinds in _kinds().items() if kind in kinds)


@cache
def _table() -> _Table:
    table: _Table = {}
    for cue, kinds in sorted(_kinds().items(), key=lambda item: -len(item[0])):
        if not HAN.search(cue):
            first, *rest = cue.split()
            behind = re.compile("".join(rf"\W+{re.escape(word)}\b" for word in rest))
            table.setdefault(first, []).append((behind, kinds))
    return table


@cache
def _han() -> re.Pattern[str]:
    return re.compile("|".join(sorted(filter(HAN.search, _kinds()), key=len, reverse=True)))


def cues_in(folded: str) -> list[Cue]:
    """The cues of a folded sentence, in order; of those that begin at one word, the longest."""
    found: list[Cue] = []
    table, end = _table(), 0
    for word in _WORD.finditer(folded):
        if word[0] in table and word.start() >= end:
            for behind, kinds in table[word[0]]:
                if rest := behind.match(folded, word.end()):
                    end = rest.end()
                    found.append(Cue(word.start(), end, kinds))
                    break
    if HAN.search(folded):
        found += [Cue(cue.start(), cue.end(), _kinds()[cue[0]]) for cue in _han().finditer(folded)]
    return found
