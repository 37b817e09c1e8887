"""The XML of a Word document into paragraphs, tables and notes; what was deleted under revision is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from timbang.documents._passages import Writing

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# Deleted and moved-away text, a second form of what stands already, codes of fields, notes' own marks.
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", _FALLBACK, f"{W}pPr", f"{W}rPr"}
_WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
Notes = dict[tuple[str, str], Any]  # ("footnote", "2") -> its element


@dataclass(slots=True)
class Walk:
    """Writes the body of a document; each note follows the paragraph that refers to it."""

    writing: Writing
    headings: frozenset[str]  # ids of styles that are headings
    notes: Notes
    noted: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: int = 0

    def body(self, container: Any) -> Iterator[int]:
        """Write what a body, or a part of one, holds; yields the number of each paragraph and table."""
        for element in container:
            if element.tag == f"{W}p":
                self._paragraph(element)
            elif element.tag == f"{W}tbl":
                self.writing.table([list(self._cells(row)) for row in _rows(element)])
            elif element.tag in _WRAPPERS:
                yield from self.body(element)
                continue
            else:
                continue
            self._notes()
            self.paragraphs += 1
            yield self.paragraphs

    def _paragraph(self, element: Any) -> None:
        style = element.find(f"{W}pPr/{W}pStyle")
        heading = style is not None and style.get(f"{W}val") in self.headings
        self.writing.add([" ".join(self.text(element).split())], "heading" if heading else "body")

    def text(self, element: Any) -> str:
        """The text under an element, and note of the notes that it refers to."""
        parts: list[str] = []
        waiting = [element]
        while waiting:
            one = waiting.pop()
            tag = one.tag
            if tag in _SKIPPED:
                continue
            if tag == f"{W}t":
                parts.append(one.text or "")
            elif tag in (f"{W}tab", f"{W}br", f"{W}cr") or (tag == f"{W}p" and parts):
                parts.append(" ")
            elif tag == f"{W}noBreakHyphen":
                parts.append("-")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.noted.append((tag.removeprefix(W).removesuffix("Reference"), one.get(f"{W}id") or ""))
            waiting.extend(reversed(one))
        return "".join(parts)

    def _cells(self, row: Any) -> Iterator[str]:
        for cell in _within(row, f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            yield " ".join(self.text(cell).split())
            width = span.get(f"{W}val") or "" if span is not None else ""
            yield from [""] * (min(int(width), 100) - 1 if width.isascii() and width.isdigit() else 0)

    def _notes(self) -> None:
        noted, self.noted = self.noted, []
        for key in noted:
            if (note := self.notes.pop(key, None)) is not None:
                self.writing.add([" ".join(self.text(note).split())], "footnote")
        self.noted.clear()


def _rows(table: Any) -> Iterator[Any]:
    return _within(table, f"{W}tr")


def _within(element: Any, tag: str) -> Iterator[Any]:
    """Children of a kind, also inside content controls."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            yield from _within(one, tag)
