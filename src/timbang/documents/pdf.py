"""PDF: text in reading order with page and box, footnotes and running heads apart, ruled tables."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from timbang.documents import _limits
from timbang.documents._passages import Writing, passages
from timbang.documents._pdf_lines import Page, read_page
from timbang.documents._pdf_opening import REPAIR, opened
from timbang.documents._pdf_text import blocks, write
from timbang.errors import Problem, TimbangError
from timbang.model.documents import Extracted
from timbang.registry import Format
from timbang.text import Text

TAIL = 2_048  # bytes at the end in which a whole PDF has its end mark


def recognizes(head: bytes, name: str) -> bool:
    """Whether the mark of a PDF stands in the first kilobyte."""
    return b"%PDF-" in head[:1024]


def read(path: Path) -> Extracted:
    """The text, passages and tables of a PDF; TimbangError if it is encrypted, broken or beyond the limits."""
    writing, reading = Writing(), _Reading(path.name)
    with opened(path) as pages:
        for page in write(blocks(reading.pages(pages)), writing):
            if writing.size > _limits.LONGEST_TEXT:
                raise _limits.too_long(path)
            _limits.beat(page)
    if reading.failed == reading.count:
        raise TimbangError(reading.problems)
    text, spans, grids = writing.whole()
    problems = [*reading.problems, *_blank(reading, path.name), *_cut_off(path)]
    return Extracted(
        text=text, passages=passages(text, spans), grids=grids, pages=reading.count, blank_pages=tuple(reading.blank),
        reader=f"timbang-pdf 1, pdfminer.six {version('pdfminer.six')}, pdfplumber {version('pdfplumber')}",
        problems=tuple(problems),
    )  # fmt: skip


class _Reading:
    """Reads pages one by one, keeping note of those that are blank or broken."""

    def __init__(self, name: str):
        self.name = name
        self.count = self.failed = 0
        self.blank: list[int] = []
        self.problems: list[Problem] = []

    def pages(self, pages: list[Any]) -> Iterator[Page]:
        self.count = len(pages)
        for number, page in enumerate(pages, 1):
            if found := self._page(page, number):
                yield found
            page.close()  # so that a page's thousands of letters are let go
            _limits.beat(number)

    def _page(self, page: Any, number: int) -> Page | None:
        try:
            found = read_page(page, number)
        except MemoryError:
            raise
        except Exception as error:  # a broken page may raise anything; the others are read
            self.failed += 1
            told = error.problems[0].what if isinstance(error, TimbangError) else f"page {number} cannot be read"
            self.problems.append(Problem(what=told, file=self.name, value=type(error).__name__, todo=REPAIR))
            return None
        if not found.lines:
            self.blank.append(number)
        if found.unreadable:
            what = f"page {number} has {found.unreadable} letters whose font does not say what they are"
            self.problems.append(Problem(what=what, file=self.name, level="notice", todo="Compare with the page image"))
        return found


def _blank(reading: _Reading, name: str) -> list[Problem]:
    """A notice of the pages without text."""
    if not reading.blank:
        return []
    listed = ", ".join(map(str, reading.blank[:20])) + (", …" if len(reading.blank) > 20 else "")
    what = f"{len(reading.blank)} of {reading.count} pages hold no text (they are scanned, most likely): {listed}"
    todo = "Ask for optical character recognition, if you need their text"
    return [Problem(what=what, file=name, level="notice", todo=todo)]


def _cut_off(path: Path) -> list[Problem]:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - TAIL))
        whole = b"%%EOF" in file.read()
    what = "the PDF has no end mark: it may be cut off, and pages may be missing"
    return [] if whole else [Problem(what=what, file=path.name, level="notice", todo=REPAIR)]


FORMAT = Format(name="pdf", label=Text("PDF", "PDF"), suffixes=(".pdf",), recognizes=recognizes, read=read)
