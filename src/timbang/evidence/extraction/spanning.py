"""Two dates of one sentence as the ends of one span, where a word says that the second is the end."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import permutations

from timbang.evidence.extraction.dating import Dated, possible
from timbang.evidence.extraction.marking import Marked
from timbang.evidence.extraction.vocabulary import finder

NEAR = 16  # signs between the word for an end and the date


def spanned(marked: Marked) -> list[Dated]:
    """The dates of a sentence; a beginning and an end that are stated apart (`began on … and ended on …`) are one."""
    ends = [one for one in marked.dates if one.first == one.last and _is_end(marked, one)]
    for begin, end in permutations(marked.dates, 2):
        if end in ends and begin not in ends and begin.first == begin.last and begin.precision == end.precision:
            joined = _joined(begin, end)
            if joined is not None:
                return [joined, *(one for one in marked.dates if one not in (begin, end))]
    return list(marked.dates)


def _is_end(marked: Marked, one: Dated) -> bool:
    """Whether a word for ending stands right before the date, or in Chinese right after it."""
    before = marked.mask[max(0, one.start - 40) : one.start]
    cues = list(finder("ends", marked.languages).finditer(before))
    if cues and len(gap := before[cues[-1].end() :]) <= NEAR and not re.search(r"[;.,；。，]", gap):
        return True
    return marked.languages == ("zh",) and finder("ends", ("zh",)).match(marked.mask, one.end) is not None


def _joined(begin: Dated, end: Dated) -> Dated | None:
    """One span from the one to the other, a year that one leaves out taken from the other; None if it is none."""
    (y1, m1, d1), (y2, m2, d2) = begin.first, end.last
    turned = (m1 or 0) > (m2 or 0)
    if y1 is None and y2 is not None:
        y1 = y2 - turned
    elif y2 is None and y1 is not None:
        y2 = y1 + turned
    first, last = (y1, m1, d1), (y2, m2, d2)
    if not possible(first, last):
        return None
    return replace(begin, first=first, last=last, also=(end.start, end.end))
