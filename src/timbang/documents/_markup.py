"""A tree of markup into paragraphs and tables: one walk for HTML, for EPUB chapters and for what trafilatura keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timbang.documents._passages import Writing
from timbang.model.documents import PassageKind

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "head"))
BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "li", "dl", "dt", "dd",
     "blockquote", "quote", "pre", "figure", "figcaption", "address", "list", "item", "body", "hr", "form",
     "center", "details", "summary", "fieldset", "table", "caption")
) | HEADINGS  # fmt: skip
UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "select", "textarea", "button",
     "title", "meta", "link", "graphic", "img", "audio", "video", "canvas")
)  # fmt: skip
BREAKS = frozenset(("br", "lb"))
ROWS, CELLS = frozenset(("tr", "row")), frozenset(("td", "th", "cell"))
NOTES = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"))
DEEPEST = 300  # elements within elements; what lies deeper is taken as running text


@dataclass(slots=True)
class _Walk:
    writing: Writing
    words: list[str] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        if text:
            self.words.append(" ".join(text.split("\n")))

    def end(self, kind: PassageKind) -> None:
        """Close the paragraph that is being collected."""
        self.writing.add([" ".join("".join(self.words).split())], kind)
        self.words.clear()


def write(root: Any, writing: Writing) -> None:
    """Write the paragraphs, headings, notes and tables of an lxml tree, in its order."""
    walk = _Walk(writing)
    _element(root, walk, "body", 0)
    walk.end("body")


def name(element: Any) -> str:
    """The element's name in small letters, without its namespace; empty for comments and the like."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _element(element: Any, walk: _Walk, kind: PassageKind, depth: int) -> None:
    tag = name(element)
    if not tag or tag in UNSEEN or hidden(element):
        return
    if depth > DEEPEST:
        walk.say("".join(element.itertext()))
        return
    if tag == "table" and (rows := _rows(element)):
        walk.end(kind)
        walk.writing.table(rows)
        return
    inner = "heading" if tag in HEADINGS else "footnote" if _is_note(element) else kind
    if tag in BLOCKS:
        walk.end(kind)
    elif tag in BREAKS or tag in CELLS:
        walk.say(" ")
    walk.say(element.text)
    for child in element:
        _element(child, walk, inner, depth + 1)
        walk.say(child.tail)
    if tag in BLOCKS:
        walk.end(inner)


def hidden(element: Any) -> bool:
    """Whether a page hides the element from its readers."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style


def _is_note(element: Any) -> bool:
    kinds = " ".join(value for key, value in element.attrib.items() if re.split("[}:]", key)[-1] in ("type", "role"))
    return bool(NOTES.intersection(kinds.lower().split()))


def _rows(table: Any) -> list[list[str]]:
    """The rows of a table of data: none where it has a single column or row, or holds tables (then it is layout)."""
    if any(name(one) == "table" for one in table.iterdescendants()):
        return []
    rows = [list(_cells(row)) for row in table.iter() if name(row) in ROWS]
    return rows if len(rows) > 1 and max(map(len, rows)) > 1 else []


def _cells(row: Any) -> Iterator[str]:
    """The cells of a row; one that spans columns is followed by empty ones."""
    for cell in row:
        if name(cell) in CELLS:
            yield _words(cell)
            yield from [""] * (_span(cell) - 1)


def _span(cell: Any) -> int:
    span = cell.get("colspan") or "1"
    return min(int(span), 100) if span.isascii() and span.isdigit() and int(span) else 1


def _words(cell: Any) -> str:
    """The text of a cell: line breaks and paragraphs inside it part words."""
    parts: list[str] = []
    for one in cell.iter():
        tag = name(one)
        if one is not cell and (tag in BREAKS or tag in BLOCKS):
            parts.append(" ")
        if tag and tag not in UNSEEN:
            parts.append(one.text or "")
        if one is not cell:
            parts.append((" " if tag in BLOCKS else "") + (one.tail or ""))
    return " ".join("".join(parts).split())
