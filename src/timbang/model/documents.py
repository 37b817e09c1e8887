"""A document, read: its frozen text, the passages it is made of, and the tables found in it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from timbang.errors import Problem

PassageKind = Literal["body", "heading", "footnote", "running", "cell"]
CONTEXT = 32  # code points of context kept on either side of a passage


@dataclass(frozen=True, slots=True)
class Box:
    """Where a passage stands on its page: points from the page's top left corner."""

    page: int  # counted from 1
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of a document's text: code points `start` to `end`, exclusive.

    `quote` is a hash of its words, `prefix` and `suffix` what stands around it: by these three a
    newer reader finds it again.
    """

    id: str  # p0001, p0002, ... in order of the text
    start: int
    end: int
    kind: PassageKind = "body"
    page: int | None = None
    box: Box | None = None
    language: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table found in a document: rows of cell texts, and where it stands in the text."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a reader makes of one file: text, passages in order, tables, and what it could not read."""

    text: str
    passages: tuple[Passage, ...] = ()
    grids: tuple[Grid, ...] = ()
    pages: int = 0
    blank_pages: tuple[int, ...] = ()  # pages that hold no text: scanned, most likely
    reader: str = ""  # name and version of what read it
    problems: tuple[Problem, ...] = ()


def quote_hash(words: str) -> str:
    """The hash by which a passage is recognized: of its words, whatever the white space between them."""
    return sha256(" ".join(words.split()).encode()).hexdigest()[:16]
