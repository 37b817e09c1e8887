"""A stretch of text with its states, dates and names marked, so that patterns can speak of them by kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from timbang.evidence.extraction.dating import Dated, dates_in
from timbang.evidence.extraction.naming import Named, states_in
from timbang.evidence.extraction.vocabulary import Languages, fragment

ODD, EVEN, DATE, NAME = "\ue000", "\ue001", "\ue002", "\ue003"  # private signs: no text has them
STATE = f"(?:{ODD}+|{EVEN}+)"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and beside it a mask of the same length: private signs stand where states, dates and names are."""

    text: str
    mask: str
    low: str  # the mask in small letters
    named: tuple[Named, ...]
    dates: tuple[Dated, ...]
    languages: Languages

    def states(self, start: int, end: int) -> list[Named]:
        """The states named between two places."""
        return [one for one in self.named if start <= one.start and one.end <= end]

    def without(self, spans: Iterable[tuple[int, int]]) -> Marked:
        """The same with some stretches taken out of the mask, and the states in them."""
        out = list(spans)
        covered = _covered(self.mask, [(start, end, "x") for start, end in out])
        left = tuple(n for n in self.named if not any(start <= n.start and n.end <= end for start, end in out))
        return Marked(self.text, covered, lowered(covered), left, self.dates, self.languages)


def mark(text: str, languages: Languages, names: Iterable[tuple[int, int]] = ()) -> Marked:
    """The text with its states and dates marked; what stands in `names` (names of exercises) is neither."""
    spans = tuple(names)
    plain = _covered(text, [(start, end, NAME) for start, end in spans])
    named = tuple(one for one in states_in(plain, languages) if one.code)
    dates = tuple(dates_in(plain, languages))
    signs = [(one.start, one.end, (ODD, EVEN)[at % 2]) for at, one in enumerate(named)]
    mask = _covered(plain, [(one.start, one.end, DATE) for one in dates] + signs)
    return Marked(text, mask, lowered(mask), named, dates, languages)


def lowered(text: str) -> str:
    """The text in small letters, sign for sign."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _covered(text: str, spans: list[tuple[int, int, str]]) -> str:
    signs = list(text)
    for start, end, sign in spans:
        signs[start:end] = sign * (end - start)
    return "".join(signs)


@cache
def group(languages: Languages) -> str:
    """A pattern for a list of states: `China, Russia and the armed forces of Kazakhstan`."""
    forces = rf"(?:(?:{fragment('of_forces', languages)}|{fragment('doubt', languages)})\s*){{0,4}}"
    between = rf"\s*\??(?:\s*(?:[,、/&+]|[-–—](?={STATE})|{fragment('join', languages)})){{1,3}}\s*{forces}"
    side = r"(?:方|军队|海军|陆军|空军|[两二三]军|[两二三四五六]国|[双三]方|军)?" if "zh" in languages else ""
    role = r"(?:\s*\(\s*[^\W\d]+\s*\))?"
    return rf"{STATE}{side}{role}(?:(?:{between}|(?<={ODD})(?={EVEN})|(?<={EVEN})(?={ODD})){STATE}{side}{role})*\??"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once, for text in small letters."""
    return re.compile(pattern)
