"""Keys for references that come without one that BibTeX can use, and page ranges as it writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import count

from timbang.model.bibnames import names


class Keys:
    """Gives every reference of a file a key of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str, fields: Mapping[str, str]) -> str:
        """The wanted key where BibTeX can use it, else `surname2008`; one that is taken gets a number."""
        key = safe(wanted) or safe(_surname(fields)) + fields.get("year", "") or "source"
        free = next(k for k in _tries(key) if k.lower() not in self._taken)
        self._taken.add(free.lower())
        return free


def safe(text: str) -> str:
    """A key made of ASCII letters, digits and the few signs that no BibTeX program minds."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_:.+/-]+", "_", plain).strip("_")[:80]


def pages(first: str, last: str = "") -> str:
    """`72–81`: an en dash between first and last, whatever stood there."""
    first, last = first.strip(), last.strip()
    if last and last != first:
        return f"{first}–{last}"
    return re.sub(r"(?<=\w)\s*(?:--?|[‐‑‒–—])\s*(?=\w)", "–", first)


def _surname(fields: Mapping[str, str]) -> str:
    first = next(iter(names(fields.get("author", "") or fields.get("editor", ""))), "") or fields.get("title", "")
    name = first.strip("{}")
    return (name.partition(",")[0] if "," in name else name.split(" ")[0]).lower()


def _tries(key: str) -> Iterator[str]:
    """The key, then key-2, key-3, ..."""
    yield key
    yield from (f"{key}-{number}" for number in count(2))
