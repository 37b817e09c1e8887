"""Puts a document's text together piece by piece, and cuts it into passages that can be found again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timbang.documents._joining import BROKEN, Words, joined, words
from timbang.model.documents import CONTEXT, Box, Grid, Passage, PassageKind, quote_hash

LONGEST = 4_000  # code points of a passage; a longer paragraph is cut where a sentence or a word ends
BETWEEN = "\n\n"  # what parts two paragraphs
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u200b\u2060\ufffe\uffff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SENTENCE = re.compile(r"""[.!?…][\"'”’»)\]]*\s|[。！？]""")
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a passage will stand: code points, kind, and place on the page."""

    start: int
    end: int
    kind: PassageKind = "body"
    page: int | None = None
    box: Box | None = None


def clean(text: str) -> str:
    """Text without characters that cannot be seen or written: controls go, halves of pairs become U+FFFD."""
    return _UNSEEN.sub("", _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")))


@dataclass(slots=True)
class _Piece:
    lines: tuple[str, ...]
    kind: PassageKind
    page: int | None
    box: Box | None
    rows: tuple[tuple[str, ...], ...] = ()
    boxes: tuple[tuple[Box | None, ...], ...] = ()


class Writing:
    """A document being written: paragraphs and tables in reading order, then the whole."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self.size = 0  # code points so far, about

    def add(
        self, lines: Iterable[str], kind: PassageKind = "body", page: int | None = None, box: Box | None = None
    ) -> None:
        """A paragraph, as the lines it was set in; nothing is added where they are empty."""
        kept = tuple(line for line in (clean(line) for line in lines) if line.strip())
        if kept:
            self._pieces.append(_Piece(kept, kind, page, box))
            self.size += sum(map(len, kept))

    def table(self, rows: Rows, page: int | None = None, boxes: Sequence[Sequence[Box | None]] = ()) -> None:
        """A table: rows of cells, each perhaps with its box; short rows are filled up with empty cells."""
        width = max(map(len, rows), default=0)
        whole = tuple(tuple(clean(cell) for cell in row) + ("",) * (width - len(row)) for row in rows)
        if any(cell.strip() for row in whole for cell in row):
            self._pieces.append(_Piece((), "cell", page, None, whole, tuple(map(tuple, boxes))))
            self.size += sum(len(cell) for row in whole for cell in row)

    def whole(self) -> tuple[str, list[Span], tuple[Grid, ...]]:
        """The text, the spans of its passages in order, and its tables."""
        known = self._known()
        parts: list[str] = []
        spans: list[Span] = []
        grids: list[Grid] = []
        at = 0
        for piece in self._pieces:
            if parts:
                parts.append(BETWEEN)
                at += len(BETWEEN)
            text = _table(piece, at, known, spans, grids) if piece.rows else _paragraph(piece, at, known, spans)
            parts.append(text)
            at += len(text)
        return "".join(parts), spans, tuple(grids)

    def _known(self) -> Words:
        """The document's words: needed only where some line ends in a hyphen."""
        lines = [line for piece in self._pieces for line in (*piece.lines, *_cell_lines(piece))]
        return words(lines) if any(BROKEN.search(line.rstrip()) for line in lines) else frozenset()


def _cell_lines(piece: _Piece) -> Iterator[str]:
    return (line for row in piece.rows for cell in row for line in cell.split("\n"))


def _paragraph(piece: _Piece, at: int, known: Words, spans: list[Span]) -> str:
    text = joined(piece.lines, known)
    spans.extend(Span(at + a, at + b, piece.kind, piece.page, piece.box) for a, b in cut(text))
    return text


def _table(piece: _Piece, at: int, known: Words, spans: list[Span], grids: list[Grid]) -> str:
    """Cells parted by tabs, rows by line ends; each cell that holds something is a passage."""
    rows = tuple(tuple(joined(cell.split("\n"), known) for cell in row) for row in piece.rows)
    here = at
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            box = piece.boxes[r][c] if r < len(piece.boxes) and c < len(piece.boxes[r]) else None
            spans.extend(Span(here + a, here + b, "cell", piece.page, box) for a, b in cut(cell))
            here += len(cell) + 1
    text = "\n".join("\t".join(row) for row in rows)
    grids.append(Grid(page=piece.page, rows=rows, start=at, end=at + len(text)))
    return text


def cut(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Stretches of at most `longest` code points, without white space at their ends, that cover all words."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= longest else _break(text, start, start + longest)
        stretch = text[start:end]
        if words_in := stretch.strip():
            first = start + len(stretch) - len(stretch.lstrip())
            yield first, first + len(words_in)
        start = end


def _break(text: str, start: int, end: int) -> int:
    """The last end of a sentence before `end`, or of a word, or `end` itself."""
    sentences = [found.end() for found in _SENTENCE.finditer(text, start + (end - start) // 2, end)]
    if sentences:
        return sentences[-1]
    space = max(text.rfind(" ", start + 1, end), text.rfind("\n", start + 1, end))
    return space + 1 if space > start else end


def passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Passages p0001, p0002, ... at spans of a text, with what is needed to find them again."""
    return tuple(
        Passage(
            id=f"p{number:04d}", start=s.start, end=s.end, kind=s.kind, page=s.page, box=s.box,
            quote=quote_hash(text[s.start : s.end]),
            prefix=text[max(0, s.start - CONTEXT) : s.start], suffix=text[s.end : s.end + CONTEXT],
        )
        for number, s in enumerate(spans, 1)
    )  # fmt: skip
