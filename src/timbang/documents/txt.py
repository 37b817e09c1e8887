"""Plain text, in any encoding: the text stays as it is, but for words that a line end broke."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from timbang.documents import _limits
from timbang.documents._decoding import decode, marked
from timbang.documents._joining import joined_in_place
from timbang.documents._passages import Span, clean, cut, passages
from timbang.documents._pdf_kinds import MARK
from timbang.documents._pdf_order import ended
from timbang.errors import stop
from timbang.model.documents import Extracted
from timbang.registry import Format
from timbang.text import Text

FEWEST = 20  # paragraphs below which nothing is said of how a text is set
WIDE = 120  # code points: longer lines are paragraphs of their own
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?![ \t\u00a0]*(?:\n|\Z))[^\n]*)*")


def recognizes(head: bytes, name: str) -> bool:
    """Whether the bytes may be text at all: anything without control characters. Other formats come first."""
    if marked(head):
        return True
    unseen = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head)
    return bool(head.strip()) and unseen * 50 <= len(head) and not head.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf"))


def read(path: Path) -> Extracted:
    """The text, line ends as LF, and its paragraphs; TimbangError if it is no text or beyond the limits."""
    text, problems = decode(_limits.contents(path), path.name)
    text = joined_in_place(clean(text).replace("\f", "\n"))
    if not text.strip():
        raise stop("the file is empty", file=path.name)
    spans = [Span(start + a, start + b) for start, end in paragraphs(text) for a, b in cut(text[start:end])]
    return Extracted(text=text, passages=passages(text, spans), reader="timbang-txt 1", problems=tuple(problems))


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches between empty lines; one that ends no sentence goes on in the next if that begins small.

    Where nearly every line is followed by an empty one, as PDF programs leave a text, lines of full length go on, too.
    """
    stretches = [found.span() for found in _PARAGRAPH.finditer(text)]
    full = _full_line(text, stretches)
    start = before = end = -1
    for first, last in stretches:
        if start >= 0 and _goes_on(text[before:end].rstrip(), text[first:last], full):
            before, end = first, last
            continue
        if start >= 0:
            yield start, end
        start, before, end = first, first, last
    if start >= 0:
        yield start, end


def _full_line(text: str, stretches: list[tuple[int, int]]) -> float:
    """The length from which a line counts as full, where nearly all paragraphs seem to be single lines; else 0."""
    single = [last - first for first, last in stretches if last - first < WIDE and "\n" not in text[first:last].strip()]
    if len(stretches) < FEWEST or len(single) < 0.8 * len(stretches):
        return 0.0
    return 0.6 * median(single)


def _goes_on(before: str, after: str, full: float) -> bool:
    """Whether the paragraph goes on: its sentence does, and small letters or a line of full length show it."""
    if MARK.match(after) or ended(before[-40:]):
        return False
    single = "\n" not in before and "\n" not in after.strip()
    return after[0].islower() or bool(full and single and len(before) >= full)


FORMAT = Format(name="txt", label=Text("plain text", "teks biasa"), suffixes=(".txt", ".text"), recognizes=recognizes,
                read=read)  # fmt: skip
