"""Text as it is compared in a search: small letters, composed accents, one width, single spaces; offsets are kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_QUOTED = re.compile(r'"([^"]+)"|“([^”]+)”|«([^»]+)»|(\S+)')
_PART = re.compile(r"\s+|\S[\u0300-\u036f\u0483-\u0489]*")  # white space, or a letter with its accents
_ALIKE = str.maketrans({"ё": "е", "’": "'", "‘": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "–": "-", "\u00ad": None})


def fold(text: str) -> str:
    """The text in the form that is compared."""
    return "".join(map(_folded, _PART.findall(text)))


@lru_cache(maxsize=65_536)
def _folded(part: str) -> str:
    return " " if part.isspace() else unicodedata.normalize("NFKC", part).casefold().translate(_ALIKE)


def find(text: str, term: str) -> tuple[int, int]:
    """Where a folded term first stands in a text: code points of the text; ValueError if it does not."""
    spots = [found.span() for found in _PART.finditer(text) for _ in _folded(found[0])]
    first = fold(text).index(term)
    return spots[first][0], spots[first + len(term) - 1][1]


def terms(query: str) -> list[str]:
    """The terms of a query, folded: words, and phrases in quotation marks."""
    found = (fold(next(filter(None, match))).strip(' "') for match in _QUOTED.findall(query))
    return [term for term in found if term]
