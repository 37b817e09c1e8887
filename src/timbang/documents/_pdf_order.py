"""The order in which a page is read: columns from left to right, between whatever spans them; then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from timbang.documents._pdf_lines import Line

FEWEST = 3  # lines side by side that make two columns
NARROW = 0.15  # share of the page's text width under which a column is one of numbers, read across
GUTTER = 6  # points of white between columns, at least
_ENDED = re.compile(r"""[.!?:;。！？]["'”’»)\]\d]*$""")


def regions(lines: Sequence[Line]) -> list[list[Line]]:
    """Stretches of lines to be read one after the other, each from top to bottom."""
    gutter = _gutter(lines)
    if gutter is None:
        return [rows(lines)] if lines else []
    found: list[list[Line]] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        spanning = line.x0 < gutter < line.x1
        if band and spanning != (band[-1].x0 < gutter < band[-1].x1):
            found += _band(band, gutter)
            band = []
        band.append(line)
    return found + _band(band, gutter)


def _band(band: list[Line], gutter: float) -> list[list[Line]]:
    """A stretch of spanning lines, or the columns on either side of the gutter."""
    if band[0].x0 < gutter < band[0].x1:
        return [rows(band)]
    left = [line for line in band if line.x1 <= gutter]
    return regions(left) + regions([line for line in band if line.x1 > gutter])


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the white strip between two columns, if there are two."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    covered = [0] * (int(right - left) + 2)
    for line in lines:
        for x in range(int(line.x0 - left), int(line.x1 - left) + 1):
            covered[x] += 1
    first, last = int(len(covered) * 0.15), int(len(covered) * 0.85)
    strips = sorted(_strips(covered, first, last), key=lambda strip: strip[0] - strip[1])
    middles = (left + (a + b) / 2 for a, b in strips if b - a >= GUTTER)
    return next((x for x in middles if _columns(lines, x, right - left)), None)


def _strips(covered: list[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of points that the fewest lines cover."""
    lowest = min(covered[first:last], default=0)
    start = None
    for x in range(first, last + 1):
        if x < last and covered[x] == lowest:
            start = x if start is None else start
        elif start is not None:
            yield start, x
            start = None


def _columns(lines: Sequence[Line], x: float, width: float) -> bool:
    """Whether lines stand side by side left and right of x, neither side being a mere column of numbers."""
    left = [line for line in lines if line.x1 <= x]
    right = [line for line in lines if line.x0 >= x]
    if min(len(left), len(right)) < FEWEST:
        return False
    if any(median(line.x1 - line.x0 for line in side) < NARROW * width for side in (left, right)):
        return False
    low, high = min(line.top for line in right), max(line.bottom for line in right)
    beside = [line for line in left if line.bottom > low and line.top < high]
    return len(beside) >= FEWEST


def rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; those on one height become one, from left to right."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.top, line.x0)):
        if found and not line.table and not found[-1].table and _level(found[-1], line):
            found[-1] = _beside(found[-1], line)
        else:
            found.append(line)
    return found


def _level(one: Line, other: Line) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _beside(one: Line, other: Line) -> Line:
    first, second = sorted((one, other), key=lambda line: line.x0)
    larger = max(one, other, key=lambda line: line.x1 - line.x0)
    return replace(
        larger, text=f"{first.text} {second.text}", x0=first.x0, x1=max(one.x1, other.x1),
        top=min(one.top, other.top), bottom=max(one.bottom, other.bottom),
    )  # fmt: skip


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a region as paragraphs; a table is one of its own."""
    text = [line for line in lines if not line.table]
    steps = [b.top - a.top for a, b in pairwise(text) if b.top > a.top]
    usual = median(steps) if steps else 0.0
    left, right = min((line.x0 for line in text), default=0.0), max((line.x1 for line in text), default=0.0)
    found: list[list[Line]] = []
    for line in lines:
        if found and not _begins(found[-1][-1], line, usual, (left, right)):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _begins(before: Line, line: Line, usual: float, column: tuple[float, float]) -> bool:
    """Whether a line begins a paragraph: a gap, another size, an indent, or a short line before it that ends one."""
    left, right = column
    size = max(line.size, 1.0)
    if line.table or before.table or abs(before.size - line.size) > 0.12 * size or before.bold != line.bold:
        return True
    if usual and line.top - before.top > 1.35 * max(usual, size):
        return True
    if line.x0 - left > 0.8 * size and before.x0 - left < 0.5 * size and _ENDED.search(before.text):
        return True
    short = right - before.x1 > 0.15 * (right - left)
    return short and (bool(_ENDED.search(before.text)) or line.x0 - left > 0.8 * size)


def ended(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_ENDED.search(text.rstrip()))
