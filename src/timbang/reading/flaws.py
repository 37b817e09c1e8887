"""What is wrong with one cell, before it is known where the cell stands."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

MOST_CHOICES = 1_000


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong, what was expected, what to do."""

    what: str
    expected: str = ""
    todo: str = ""


class Refused(ValueError):
    """A cell cannot be read as what its column holds."""

    def __init__(self, what: str, expected: str = "", todo: str = ""):
        self.flaw = Flaw(what, expected, todo)
        super().__init__(what)


def meant(word: str, known: Iterable[str]) -> str:
    """`Did you mean a or b?`, or nothing. Only ever a suggestion, and none where looking would take long."""
    choices = list(known)
    if len(choices) > MOST_CHOICES:
        return ""
    near = difflib.get_close_matches(word[:80].lower(), choices, n=3, cutoff=0.7)
    return f"Did you mean {' or '.join(near)}?" if near else ""
