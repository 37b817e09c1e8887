"""Matrices: who took part in what, by signs that need no colour; or numbers in shaded cells."""

from __future__ import annotations

from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import attendance, rows
from timbang.report._charts.canvas import INK, PAPER, Canvas, wrapped
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Point, points, role
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, MOST = 560, 60
SHADES = ("#f2f6fa", "#d5e3ef", "#a9c8e2", "#6ea3cc", "#3577ad", "#0b4f82")


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Signs where the measure lists who was present, else numbers."""
    if measure.draw.get("present"):
        return attendance.draw(measure, table, reader)
    every = points(measure, table, reader)
    y, x = role(measure, "y", measure.by[0]), role(measure, "x", measure.by[-1])
    cells = {(p.row[y], p.row[x]): p for p in every}
    sides = [list(dict.fromkeys(p.row[c] for p in every)) for c in (y, x)]
    down, across = _fullest(sides[0], cells, 0), _fullest(sides[1], cells, 1)
    said_down, said_across = ([reader.cell(c, v, measure.words) for v in s] for c, s in ((y, down), (x, across)))
    return Sketch(grid(down, across, said_down, said_across, cells, reader), _note(sides, down, across, reader), every)


def _fullest(codes: list[Any], cells: dict[tuple[Any, Any], Point], side: int) -> list[Any]:
    """At most so many rows (or a third of that in columns): those with the largest sums, in their order."""
    most = MOST if side == 0 else MOST // 3
    if len(codes) <= most:
        return codes
    sums = dict.fromkeys(codes, 0.0)
    for key, point in cells.items():
        sums[key[side]] += point.value or 0
    kept = set(sorted(codes, key=lambda c: (-sums[c], str(c)))[:most])
    return [code for code in codes if code in kept]


def _note(sides: list[list[Any]], down: list[Any], across: list[Any], reader: Reader) -> str:
    notes = [
        reader.word("chart_top_cells", n=len(kept), all=len(every))
        for every, kept in zip(sides, (down, across), strict=True)
        if len(kept) < len(every)
    ]
    return " ".join(notes)


def grid(
    down: list[Any], across: list[Any], said_down: list[str], said_across: list[str],
    cells: dict[tuple[Any, Any], Point], reader: Reader,
) -> Canvas:  # fmt: skip
    room = rows.label_room(said_down)
    wide = min(64.0, (WIDTH - room) / max(1, len(across)))
    heads = Heads(said_across, wide)
    tall = rows.heights(said_down, room, least=20)
    canvas = Canvas(max(WIDTH, heads.right(room)), heads.height + sum(tall) + 4)
    heads.draw(canvas, room)
    top = max((p.value or 0 for p in cells.values()), default=0) or 1
    y = heads.height
    for row, label, height in zip(down, said_down, tall, strict=True):
        rows.name(canvas, label, room, y + height / 2)
        for number, column in enumerate(across):
            _cell(canvas, cells.get((row, column)), (room + number * wide, y, wide, height), top, reader)
        y += height
    return canvas


def _cell(
    canvas: Canvas, point: Point | None, at: tuple[float, float, float, float], top: float, reader: Reader
) -> None:
    x, y, wide, tall = at
    if point is None:
        canvas.box(x, y, wide, tall, fill="#ececec", edge=PAPER, line=1, hatch="//")
        return
    level = 0 if point.value is None else min(len(SHADES) - 1, int(max(0.0, point.value) / top * len(SHADES)))
    canvas.box(x, y, wide, tall, fill=SHADES[level], edge=PAPER, line=1)
    words = "?" if point.value is None else reader.number(point.value)
    doubt = "±" if point.low != point.high else ""
    colour = PAPER if level >= 4 else INK
    canvas.text(x + wide / 2, y + tall / 2 + 3, words + doubt, size=8.5, colour=colour, anchor="middle")


class Heads:
    """Names over columns: upright in lines where they fit, else slanted."""

    def __init__(self, names: list[str], wide: float, size: float = 9):
        self._names, self._wide, self._size = names, wide, size
        self._lines = [wrapped(name, wide - 4, size) for name in names]
        widest = max((text_width(line, size) for lines in self._lines for line in lines), default=0)
        self.slanted = widest > wide - 2
        longest = max((text_width(name, size) for name in names), default=0)
        tall = longest * 0.72 + 14 if self.slanted else 11.0 * max(map(len, self._lines), default=1) + 6
        self.height = tall
        self._longest = longest

    def right(self, start: float) -> float:
        """The x that the last name reaches to."""
        over = text_width(self._names[-1], self._size) * 0.72 if self.slanted and self._names else 0
        return start + self._wide * (len(self._names) - 0.5) + over + 4

    def draw(self, canvas: Canvas, start: float) -> None:
        """All names, their first column beginning at `start`."""
        for number, name in enumerate(self._names):
            x = start + (number + 0.5) * self._wide
            if self.slanted:
                canvas.text(x, self.height - 6, name, size=self._size, angle=45)
                continue
            for line, words in enumerate(reversed(self._lines[number])):
                canvas.text(x, self.height - 5 - 11 * line, words, size=self._size, anchor="middle")
