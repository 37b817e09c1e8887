"""How many sentences of a text there are, and in how many the lexical coder gives each code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise

import numpy as np

from timbang.evidence.codebook import Codebook
from timbang.evidence.coders import _signs
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.model.documents import Passage

Tally = dict[str, int]  # code -> sentences


@dataclass(slots=True)
class Counts:
    """Sentences of a text, and by code those that affirm it, that only deny it, that only quote it from others."""

    sentences: int = 0
    coded: Tally = field(default_factory=dict)
    denied: Tally = field(default_factory=dict)
    quoted: Tally = field(default_factory=dict)

    def add(self, other: Counts) -> None:
        """Take another text's counts in."""
        self.sentences += other.sentences
        for mine, others in ((self.coded, other.coded), (self.denied, other.denied), (self.quoted, other.quoted)):
            for code, number in others.items():
                mine[code] = mine.get(code, 0) + number


def count(text: str, codebook: Codebook, coder: LexicalCoder, own: Callable[[str], bool]) -> Counts:
    """The counts of one text, as the coder parts sentences, denials and quotations.

    A sentence is affirmed if one coding of it is neither denied nor quoted; `own` tells whether the speaker that a
    quotation names is the text's own author, whose words then are no quotation.
    """
    signs = _signs.read(text)
    cuts = np.union1d(_signs.sentence_ends(signs), [len(text)])
    edges = np.concatenate(([0], cuts)).astype(int).tolist()
    words = (signs.classes & _signs.WORD) != 0
    sentences = sum(bool(words[a:b].any()) for a, b in pairwise(edges))
    found: dict[tuple[str, int], set[str]] = {}
    for coding in coder.code([Passage(id="p0001", start=0, end=len(text))], text, codebook):
        quoted = coding.quoted and not own(coding.speaker)
        kind = "denied" if coding.negated else "quoted" if quoted else "coded"
        home = int(np.searchsorted(cuts, coding.start, side="right"))
        found.setdefault((coding.code, home), set()).add(kind)
    counts = Counts(sentences)
    for (code, _), kinds in sorted(found.items()):
        kind = next(one for one in ("coded", "denied", "quoted") if one in kinds)
        tally: Tally = getattr(counts, kind)
        tally[code] = tally.get(code, 0) + 1
    return counts


@cache
def program() -> str:
    """Sixteen digits that change with anything counting rests on in this program: kept counts are as good as new."""
    digest = sha256()
    for folder in (files("timbang.evidence"), files("timbang.evidence.coders")):
        for one in sorted(folder.iterdir(), key=lambda one: one.name):
            if one.name.endswith((".py", ".csv")):
                digest.update(one.name.encode() + b"\0" + one.read_bytes())
    return digest.hexdigest()[:16]
