"""What stands on a PDF page: lines of text with size and weight, ruled tables, short rules above footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from timbang.documents import _limits
from timbang.errors import stop
from timbang.model.documents import Box

MOST_RULES = 3_000  # lines drawn on a page beyond which they are a map, not a table
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CID = re.compile(r"\(cid:\d+\)")
LAYOUT = {"boxes_flow": None, "all_texts": True}  # lines come from pdfminer, their order from _pdf_order


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: cell texts with their line ends, and the boxes of the cells."""

    rows: tuple[tuple[str, ...], ...]
    boxes: tuple[tuple[Box | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a table that stands in its place; points from the page's top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    table: Table | None = None


@dataclass(slots=True)
class Page:
    """The lines of one page, and where short horizontal rules stand on it."""

    number: int
    width: float
    height: float
    lines: list[Line]
    rules: list[float] = field(default_factory=list)
    unreadable: int = 0  # letters whose font does not say what they are


def read_page(page: Any, number: int) -> Page:
    """Lines, tables and rules of a pdfplumber page; TimbangError if it holds more than a page can."""
    layout = page.layout
    width, height = float(layout.width), float(layout.height)
    found, drawn = _found(layout, number)
    lines = [line for one in found if (line := _line(one, height))]
    tables = list(_tables(page, number)) if 4 <= len(drawn) <= MOST_RULES else []
    kept = [line for line in lines if not any(_inside(line, table) for table in tables)]
    unreadable = sum(line.text.count("\ufffd") for line in lines)
    rules = [height - float(one.y1) for one in drawn if one.height < 3 and 20 < one.width < 0.6 * width]
    return Page(number, width, height, kept + tables, rules, unreadable)


def _found(layout: Any, number: int) -> tuple[list[Any], list[Any]]:
    """The lines of text anywhere in a layout, and what is drawn on it."""
    from pdfminer.layout import LTContainer, LTCurve, LTTextLine

    lines: list[Any] = []
    drawn: list[Any] = []
    waiting, letters = [layout], 0
    while waiting:
        one = waiting.pop()
        if isinstance(one, LTTextLine):
            lines.append(one)
            letters += len(one)
        elif isinstance(one, LTContainer):
            waiting.extend(one)
        elif isinstance(one, LTCurve):  # lines and rectangles are such, too
            drawn.append(one)
    if letters > _limits.MOST_ON_A_PAGE:
        raise stop(f"page {number} holds {letters:,} letters", expected=f"at most {_limits.MOST_ON_A_PAGE:,}")
    return lines, drawn


def _line(found: Any, height: float) -> Line | None:
    from pdfminer.layout import LTChar

    text = _CID.sub("\ufffd", found.get_text()).translate(_LIGATURES).strip()
    letters = [one for one in found if isinstance(one, LTChar) and one.get_text().strip()]
    if not text or not letters:
        return None
    size = Counter(round(one.size * 2) / 2 for one in letters).most_common(1)[0][0]
    bold = sum("bold" in one.fontname.lower() for one in letters) * 2 > len(letters)
    x0, bottom, x1, top = found.bbox
    if len(letters) > 1 and letters[0].size > 1.8 * size and letters[1].get_text().islower():  # an initial
        text = text[0] + text[1:].lstrip()
        top, bottom = max(one.y1 for one in letters[1:]), min(one.y0 for one in letters[1:])
    return Line(text, float(x0), height - float(top), float(x1), height - float(bottom), size, bold)


def _tables(page: Any, number: int) -> Iterator[Line]:
    """Ruled tables of two rows and two columns at least; lines drawn around a paragraph are none."""
    for found in page.find_tables():
        rows = tuple(tuple((cell or "").translate(_LIGATURES) for cell in row) for row in found.extract())
        filled = sum(bool(cell.strip()) for row in rows for cell in row)
        if len(rows) > 1 and max(map(len, rows)) > 1 and filled > 2:
            boxes = tuple(tuple(_box(number, cell) for cell in row.cells) for row in found.rows)
            x0, top, x1, bottom = map(float, found.bbox)
            yield Line("", x0, top, x1, bottom, table=Table(rows, boxes))


def _box(number: int, cell: Sequence[float] | None) -> Box | None:
    return Box(number, *(round(float(value), 1) for value in cell)) if cell else None


def _inside(line: Line, table: Line) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.top + line.bottom) / 2
    return table.x0 <= x <= table.x1 and table.top <= y <= table.bottom


def with_initials(lines: list[Line], body: float) -> list[Line]:
    """Lines with a large initial letter put back before the word it begins (`M` and `emasuki`)."""
    kept = list(lines)
    for initial in [line for line in lines if len(line.text) == 1 and line.text.isalpha() and line.size > 1.8 * body]:
        beside = [line for line in kept if line is not initial and _right_of(initial, line)]
        if first := min(beside, key=lambda line: line.top, default=None):
            kept[kept.index(first)] = replace(first, text=initial.text + first.text, x0=initial.x0)
            kept.remove(initial)
    return kept


def _right_of(initial: Line, line: Line) -> bool:
    near = 0 <= line.x0 - initial.x1 < initial.size and line.text[:1].islower()
    return near and line.top < initial.bottom and line.bottom > initial.top
