"""Finds passages of an older text again in a newer one, or says that they are lost; nothing is guessed.

Texts are compared without white space, hyphens and soft hyphens: these are what readers differ in.
Any other difference inside a passage loses it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from timbang.model.documents import CONTEXT, Passage, quote_hash

Fate = Literal["found", "moved", "lost"]
MOST_PLACES = 100  # on either side, at which words that come again are compared by what stands around them
_KEPT = re.compile(r"[^\s\u00ad\u2010\u200b-]+")
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What became of a stretch of the older text: found at the same place, moved, or lost (then -1, -1)."""

    fate: Fate
    start: int = -1
    end: int = -1


class _Squeezed:
    """A text without what readers differ in, and where each of its characters stood."""

    def __init__(self, text: str):
        self.at = array("l")
        parts = []
        for found in _KEPT.finditer(text):
            parts.append(found[0])
            self.at.extend(range(found.start(), found.end()))
        self.text = "".join(parts)

    def spot(self, start: int, end: int) -> Spot:
        """A stretch of the text as a stretch of the squeezed text."""
        return bisect_left(self.at, start), bisect_left(self.at, end)

    def stretch(self, first: int, size: int) -> Spot:
        """A stretch of the squeezed text as one of the text."""
        return self.at[first], self.at[first + size - 1] + 1


def relocate(old: str, new: str, spans: Iterable[tuple[int, int]]) -> list[Anchor]:
    """For each stretch of the older text, where its words stand in the newer one."""
    before, after = _Squeezed(old), _Squeezed(new)
    anchors = []
    shift = 0
    for start, end in spans:
        first, last = before.spot(start, end)
        place = _best(before.text, after.text, first, last, first + shift)
        if place is None:
            anchors.append(Anchor(fate="lost"))
            continue
        shift = place - first
        at = after.stretch(place, last - first)
        anchors.append(Anchor(fate="found" if at == (start, end) else "moved", start=at[0], end=at[1]))
    return anchors


def _best(old: str, new: str, first: int, last: int, expected: int) -> int | None:
    """Where the words stand: what stands around them decides, then how near it is to where they should be."""
    words = old[first:last]
    if not words:
        return None
    places = list(_places(new, words, expected))
    if len(places) < 2:
        return places[0] if places else None
    around = (old[max(0, first - CONTEXT) : first], old[last : last + CONTEXT])
    return max(places, key=lambda at: (_alike(new, at, at + len(words), around), -abs(at - expected)))


def _places(text: str, words: str, expected: int) -> Iterator[int]:
    """Where the words occur: the nearest places on either side of where they should be."""
    at, seen = text.find(words, max(0, expected)), 0
    while at >= 0 and seen < MOST_PLACES:
        yield at
        at, seen = text.find(words, at + 1), seen + 1
    at, seen = text.rfind(words, 0, max(0, expected) + len(words) - 1), 0
    while at >= 0 and seen < MOST_PLACES:
        yield at
        at, seen = text.rfind(words, 0, at + len(words) - 1), seen + 1


def _alike(text: str, start: int, end: int, around: tuple[str, str]) -> int:
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _shared(before[::-1], around[0][::-1]) + _shared(after, around[1])


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def reanchor(old: str, new: str, passages: Sequence[Passage]) -> list[tuple[Anchor, Passage | None]]:
    """Each passage's fate, and the passage as it stands in the newer text under its old id (None if lost)."""
    anchors = relocate(old, new, [(one.start, one.end) for one in passages])
    return [(a, _moved(new, a, one) if a.fate != "lost" else None) for a, one in zip(anchors, passages, strict=True)]


def _moved(text: str, anchor: Anchor, passage: Passage) -> Passage:
    start, end = anchor.start, anchor.end
    return replace(
        passage, start=start, end=end, quote=quote_hash(text[start:end]),
        prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT],
    )  # fmt: skip
