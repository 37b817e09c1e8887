"""From places in one writing of a text to the same words in another: accents composed or not, lines broken or not."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

NEAR = 24  # letters before a passage that tell it from others of the same words
_PIECE = re.compile("[!-,.-~]+|[^\\s\\-\u00ad\u2010\u200b\ufeff]")  # a word broken over lines may have hyphens or not


@dataclass(frozen=True)
class Writing:
    """A text and its letters: decomposed, without white space and hyphens."""

    text: str

    @cached_property
    def letters(self) -> str:
        """What any writing of this text has in common."""
        return "".join(letters for letters, _ in self._pieces)

    @cached_property
    def origins(self) -> array[int]:
        """For each letter the place in the text that it comes from."""
        found = array("L")
        for letters, start in self._pieces:
            # A run of plain letters is as it stands; any other sign is one, though it may be several letters.
            found.extend(range(start, start + len(letters)) if letters.isascii() else [start] * len(letters))
        return found

    @cached_property
    def _pieces(self) -> list[tuple[str, int]]:
        """Runs of plain letters, and other signs one by one, decomposed, with their places."""
        pieces = ((found[0], found.start()) for found in _PIECE.finditer(self.text))
        return [(piece if piece.isascii() else unicodedata.normalize("NFD", piece), place) for piece, place in pieces]


@dataclass(frozen=True)
class Bridge:
    """From one writing of a text to another."""

    here: Writing
    there: Writing

    @cached_property
    def _same(self) -> bool:
        return self.here.text == self.there.text

    @cached_property
    def _alike(self) -> bool:
        return self.here.letters == self.there.letters

    def carried(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the words from `start` to `end` stand over there; None if nowhere, or in several places."""
        if self._same:
            return start, end
        origins, letters = self.here.origins, self.here.letters
        first, after = bisect_left(origins, start), bisect_left(origins, end)
        if first == after:
            return None
        if not self._alike:
            words, before = letters[first:after], letters[max(0, first - NEAR) : first]
            moved = _found(words, before, self.there.letters)
            if moved is None:
                return None
            first, after = moved, moved + len(words)
        return self.there.origins[first], self.there.origins[after - 1] + 1


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
