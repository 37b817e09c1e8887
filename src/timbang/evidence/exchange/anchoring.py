"""From places in one writing of a text to the same words in another: accents composed or not, lines broken or not."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

NEAR = 24  # letters before a passage that tell it from others of the same words
_UNSEEN = frozenset("-\u00ad\u2010\u200b\ufeff")  # a word broken over lines may have them or not


@dataclass(frozen=True)
class Writing:
    """A text and its letters: decomposed, without white space and hyphens."""

    text: str

    @cached_property
    def letters(self) -> str:
        """What any writing of this text has in common."""
        return "".join(letter for letter, _ in self._pairs)

    @cached_property
    def origins(self) -> list[int]:
        """For each letter the place in the text that it comes from."""
        return [place for _, place in self._pairs]

    @cached_property
    def _pairs(self) -> list[tuple[str, int]]:
        return [(letter, place) for place, sign in enumerate(self.text) if not sign.isspace() and sign not in _UNSEEN
                for letter in unicodedata.normalize("NFD", sign)]  # fmt: skip


def carried(start: int, end: int, here: Writing, there: Writing) -> tuple[int, int] | None:
    """Where the words from `start` to `end` stand in the other writing; None if nowhere, or in several places."""
    if here.text == there.text:
        return start, end
    first, after = bisect_left(here.origins, start), bisect_left(here.origins, end)
    if first == after:
        return None
    if here.letters != there.letters:
        words, before = here.letters[first:after], here.letters[max(0, first - NEAR) : first]
        moved = _found(words, before, there.letters)
        if moved is None:
            return None
        first, after = moved, moved + len(words)
    return there.origins[first], there.origins[after - 1] + 1


def _found(words: str, before: str, letters: str) -> int | None:
    """The one place of these letters; where there are several, the one that follows the same letters as here."""
    places = _all(words, letters)
    if len(places) > 1:
        places = [place for place in places if letters.endswith(before, 0, place)]
    return places[0] if len(places) == 1 else None


def _all(words: str, letters: str) -> list[int]:
    places, place = [], letters.find(words)
    while place >= 0:
        places.append(place)
        place = letters.find(words, place + 1)
    return places
