"""Whether a stretch of a sentence is denied: a denying word before it or between its parts, in the same clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timbang.evidence.coders._cues import Cue, words_of

Stretch = tuple[int, int]
REACH = 80  # signs over which a denying word reaches
# Where a clause ends: at a mark, a dash between blanks, a comma unless `that` follows.
_MARK = re.compile(rf"[;:；：，—–]|\s-\s|,(?!\s*(?:{'|'.join(sorted(words_of('that')))})\b)")
_LABEL = re.compile(r"[,，—–-]\s*(?:\w+\s+){0,2}?\Z")
_REJECTED = re.compile(
    r"[^.;!?。；！？]{0,60}?"
    r"(?:reject|denie|deny|refus|disput|tolak|bantah|sangkal|отверг|отриц|опроверг|否认|拒绝|反驳)"
    r"[^,.;!?，。；！？]{0,60}"
)


def denied(sentence: str, parts: Sequence[Stretch], cues: Sequence[Cue]) -> bool:
    """Whether what the parts of a folded sentence say is denied; two denials undo each other.

    Looks from the last break before the first part to the end of the last, and not within the parts.
    """
    first, last = parts[0][0], parts[-1][1]
    denying = [cue for cue in cues if "deny" in cue.kinds and first - REACH <= cue.start < last]
    if not denying:
        return False
    start = max([0, *(mark.end() for mark in _MARK.finditer(sentence, 0, first))])
    start = max([start, *(cue.end for cue in cues if "stop" in cue.kinds and cue.end <= first)])
    outside = [cue for cue in denying if cue.start >= start and not any(a <= cue.start < b for a, b in parts)]
    return len(outside) % 2 == 1


def disputed(sentence: str, end: int, cues: Sequence[Cue]) -> Stretch | None:
    """Where, after a stretch, the sentence says that someone rejects the label: `a name that its leaders reject`."""
    for cue in cues:
        if cue.start >= end and "label" in cue.kinds and _LABEL.search(sentence, end, cue.start):
            found = _REJECTED.match(sentence, cue.end)
            return found.span() if found else None
    return None
