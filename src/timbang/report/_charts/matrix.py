"""Matrices: who took part in what, by signs that need no colour; or numbers in shaded cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import attendance, rows
from timbang.report._charts.canvas import INK, PAPER, Canvas
from timbang.report._charts.heads import Heads
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Point, points, role
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, MOST = 560, (50, 12)  # most rows, most columns
SHADES = ("#f2f6fa", "#d5e3ef", "#a9c8e2", "#6ea3cc", "#3577ad", "#0b4f82")


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Signs where the measure lists who was present, else numbers."""
    if measure.draw.get("present"):
        return attendance.draw(measure, table, reader)
    every = points(measure, table, reader)
    y, x = role(measure, "y", measure.by[0]), role(measure, "x", measure.by[-1])
    more = [c for c in measure.by if c not in (x, y) and len({p.row[c] for p in every}) > 1]
    rows_of = [tuple(p.row[c] for c in (y, *more)) if more else p.row[y] for p in every]
    cells = {(key, p.row[x]): p for key, p in zip(rows_of, every, strict=True)}
    sides = [_in_order(codes, reader) for codes in (rows_of, [p.row[x] for p in every])]
    down, across = (_fullest(codes, cells, side) for side, codes in enumerate(sides))
    said_down = [_said(key if more else (key,), (y, *more), measure, reader) for key in down]
    said_across = [_said((code,), (x,), measure, reader) for code in across]
    canvas = grid(Grid(down, across, said_down, said_across, cells), measure, reader)
    return Sketch(canvas, _note(sides, down, across, reader), every)


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns, what each is called, and what stands where they cross."""

    down: list[Any]
    across: list[Any]
    said_down: list[str]
    said_across: list[str]
    cells: dict[tuple[Any, Any], Point]


def _said(codes: Sequence[Any], columns: Sequence[str], measure: Measure, reader: Reader) -> str:
    """What a row or column is called: a row by every column that tells it from others."""
    return " · ".join(reader.cell(c, code, measure.words) for c, code in zip(columns, codes, strict=True))


def _in_order(codes: list[Any], reader: Reader) -> list[Any]:
    """Each code once: members as the head lists them, then the others as they come."""
    members = list(reader.results.head.get("members", ()))
    seen = dict.fromkeys(codes)
    return [code for code in members if code in seen] + [code for code in seen if code not in members]


def _fullest(codes: list[Any], cells: dict[tuple[Any, Any], Point], side: int) -> list[Any]:
    """At most so many rows or columns: those with the largest sums, in their order."""
    most = MOST[side]
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


def grid(shown: Grid, measure: Measure, reader: Reader) -> Canvas:
    """The numbers, each in a cell shaded by its part of the largest; cells without a number are hatched."""
    room = rows.label_room(shown.said_down)
    wide = min(64.0, (WIDTH - room) / max(1, len(shown.across)))
    heads = Heads(shown.said_across, wide)
    tall = rows.heights(shown.said_down, room, least=24)
    canvas = Canvas(max(WIDTH, heads.right(room)), heads.height + sum(tall) + 4)
    heads.draw(canvas, room)
    top = max((p.value or 0 for p in shown.cells.values()), default=0) or 1
    y = heads.height
    for row, label, height in zip(shown.down, shown.said_down, tall, strict=True):
        rows.name(canvas, label, room, y + height / 2)
        for number, column in enumerate(shown.across):
            point = shown.cells.get((row, column))
            x = room + number * wide
            canvas.box(x, y, wide, height, edge=PAPER, line=1, **_look(point, top))
            if point:
                _number(canvas, point, x + wide / 2, y + height / 2, top, wide, measure, reader)
        y += height
    return canvas


def _level(point: Point, top: float) -> int:
    return 0 if point.value is None else min(len(SHADES) - 1, int(max(0.0, point.value) / top * len(SHADES)))


def _look(point: Point | None, top: float) -> dict[str, Any]:
    return {"fill": SHADES[_level(point, top)]} if point else {"fill": "#ececec", "hatch": "//"}


def _number(
    canvas: Canvas, point: Point, x: float, y: float, top: float, wide: float, measure: Measure, reader: Reader
) -> None:
    """The value, with its bounds in brackets beneath where they are two and have room."""
    colour = PAPER if _level(point, top) >= 4 else INK
    if not point.row:  # made for the drawing, with its own words
        canvas.text(x, y + 3, point.label, size=8, colour=colour, anchor="middle")
        return
    words = "?" if point.value is None else reader.amount(point.value, measure)
    doubt = reader.bounded(point.value, point.low, point.high, measure).removeprefix(words).strip()
    doubt = "" if point.value is None or text_width(doubt, 7.5) > wide - 2 else doubt
    canvas.text(x, y + (-0.5 if doubt else 3), words, colour=colour, anchor="middle")
    if doubt:
        canvas.text(x, y + 9, doubt, size=7.5, colour=colour, anchor="middle")
