"""Places as a cell of a table gives them, each with its state where the cell says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from timbang.evidence.extraction.marking import Marked
from timbang.evidence.extraction.naming import Named
from timbang.evidence.extraction.vocabulary import LANGUAGES, finder


@dataclass(frozen=True, slots=True)
class Place:
    """A place as printed, and its state if the cell says it."""

    state: str
    words: str
    start: int
    end: int

    @property
    def written(self) -> str:
        """`CHN: Urumqi`, or the words alone."""
        return f"{self.state}: {self.words}" if self.state else self.words


def read_places(marked: Marked, start: int, end: int) -> list[Place]:
    """The places of a cell: `China:\\nXinjiang`, `Kazakhstan`, `Khujand, Tajikistan`, `Russia (Saratov)`."""
    heads = [one for one in marked.states(start, end) if re.match(r"\s*:", marked.text[one.end : end])]
    if heads:
        ends = [one.start for one in heads[1:]] + [end]
        return [_after_colon(marked, one, stop) for one, stop in zip(heads, ends, strict=True)]
    return list(_without_colon(marked, start, end))


def _after_colon(marked: Marked, head: Named, stop: int) -> Place:
    begin = marked.text.index(":", head.end) + 1
    words = tidy(marked.text[begin:stop])
    return Place(
        head.code, words or marked.text[head.start : head.end], head.start, _trimmed(marked.text, head.end, stop)
    )


def _without_colon(marked: Marked, start: int, end: int) -> Iterator[Place]:
    """Places by lines or semicolons; a state beside the words, or alone, is the place's state.

    A state's name in the midst of words is part of them: Laut Tiongkok Timur is a sea, and not China's.
    """
    for part in re.finditer(r"[^\n;|]+", marked.text[start:end]) if ";" in marked.text[start:end] else [None]:
        low, high = (start + part.start(), start + part.end()) if part else (start, end)
        states = marked.states(low, high)
        words = tidy(marked.text[low:high])
        if not words:
            continue
        if len(states) > 1 and _only_states(marked, low, high):
            yield from (Place(one.code, marked.text[one.start : one.end], one.start, one.end) for one in states)
        elif states and not _amid(marked.text, states[-1], low, high):
            yield _beside(marked, states[-1], low, high)
        else:
            yield Place("", words, *_bounds(marked.text, low, high))


def _only_states(marked: Marked, low: int, high: int) -> bool:
    rest = "".join(sign for at, sign in enumerate(marked.mask[low:high]) if not "\ue000" <= sign <= "\ue001")
    return not re.sub(r"\W", "", finder("join", LANGUAGES).sub("", rest))


def _amid(text: str, state: Named, low: int, high: int) -> bool:
    """Whether words stand right before and right after the state's name, with no sign between."""
    return bool(re.search(r"\w[ ]+$", text[low : state.start]) and re.match(r"[ ]+\w", text[state.end : high]))


def _beside(marked: Marked, state: Named, low: int, high: int) -> Place:
    rest = tidy(marked.text[low : state.start] + " " + marked.text[state.end : high]).strip(" ,()–-")
    name = marked.text[state.start : state.end]
    return Place(state.code, rest or name, *_bounds(marked.text, low, high))


def tidy(words: str) -> str:
    """The words on one line, without bullets, without commas at the ends."""
    return " ".join(words.replace("\uf0b7", " ").split()).strip(" ,;")


def _bounds(text: str, low: int, high: int) -> tuple[int, int]:
    begin = low + len(text[low:high]) - len(text[low:high].lstrip())
    return begin, _trimmed(text, begin, high)


def _trimmed(text: str, low: int, high: int) -> int:
    return low + len(text[low:high].rstrip())
