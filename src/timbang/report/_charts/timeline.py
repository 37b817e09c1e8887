"""A time line: every exercise under its year, its bar as long as its troops, unknown size set apart."""

from __future__ import annotations

from collections import Counter
from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import bars, rows
from timbang.report._charts.canvas import INK, PAPER, RULE, SOFT, Canvas
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import STYLES, Key, Point, keys, largest, points, role
from timbang.report._charts.scale import Scale, columns, logarithmic
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, MOST, YEAR, GAP = 560, 80, 36.0, 13.0
UNSIZED = "chart_unknown_size"
SIZED = ("chart_known_size", UNSIZED)
STUB = 26.0  # length of the bar of an exercise whose size is unknown


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Exercises in time; past `MOST` only the largest, and years without any as a faint line."""
    every = points(measure, table, reader)
    if len(every) > MOST and sum(p.value is not None for p in every) < MOST / 2:
        return _per_year(every, role(measure, "x", "start"), reader)
    shown, over = largest(every, MOST)
    x = role(measure, "x", "start")
    years = {id(p): _year(p.row.get(x) or p.row.get("year")) for p in shown}
    order = sorted(shown, key=lambda p: (years[id(p)] or 9999, str(p.row.get(x)), p.label))
    styles = keys([p.colour for p in shown], measure, reader) if role(measure, "colour", "series") else {}
    used = [styles[c] for c in styles]
    room = YEAR + rows.label_room([p.label for p in shown], most=205)
    tall = rows.heights([p.label for p in shown], room - YEAR)
    head = 26 + rows.legend_height(used, WIDTH)
    gaps = [] if over else _empty(years, reader)
    height = head + sum(tall) + len(gaps) * GAP + 34
    canvas = Canvas(WIDTH, height)
    rows.legend(canvas, used, 0, 12)
    axis = f"{reader.say(measure.unit)}, {reader.word('chart_log')}"
    canvas.text(WIDTH, head - 9, axis, colour=SOFT, anchor="end")
    sizes = [v for p in shown for v in (p.value, p.low, p.high) if v]
    said = {id(p): _said(p, measure, reader) for p in shown}
    margin = max((text_width(said[id(p)], 9) for p in shown if p.value), default=0) + 10
    scale = logarithmic(sizes, room + STUB, WIDTH - margin)
    columns(canvas, scale, head, height - 34, reader.number)
    _rows(canvas, order, [years[id(p)] for p in order], gaps, styles, scale, (head, room), said, reader)
    canvas.line(room, head, room, height - 34, edge=INK, line=0.8)
    note = reader.word("chart_largest", n=len(shown), all=len(every)) if over else ""
    return Sketch(canvas, note, every)


def _per_year(every: list[Point], x: str, reader: Reader) -> Sketch:
    """Where sizes are mostly unknown there is nothing to pick the largest by: exercises are counted by year."""
    counts = {
        code: Counter(_year(p.row.get(x)) for p in every if (p.value is None) == (code == UNSIZED)) for code in SIZED
    }
    years = range(reader.results.head["first_year"], reader.results.head["last_year"] + 1)
    strips = [
        bars.Strip(
            Key(reader.word(code), *look),
            [
                Point(year, None, code, str(year), counts[code][year], counts[code][year], counts[code][year], {})
                for year in years
            ],
        )
        for code, look in zip(SIZED, (STYLES[0], (PAPER, "", "circle")), strict=True)
    ]
    canvas = bars.strips(strips, reader.word("key_exercises"), reader.number)
    return Sketch(canvas, reader.word("chart_years_only", n=len(every)), every, usual=False)


def _said(point: Point, measure: Measure, reader: Reader) -> str:
    if point.value is None:
        return reader.word("chart_unknown_size")
    return reader.bounded(point.value, point.low, point.high, measure)


def _year(value: Any) -> int | None:
    text = str(value)[:4]
    return int(text) if text.isdigit() else None


def _empty(years: dict[int, int | None], reader: Reader) -> list[int]:
    """Years of the period without any exercise."""
    seen = {year for year in years.values() if year is not None}
    head = reader.results.head
    return [year for year in range(head["first_year"], head["last_year"] + 1) if year not in seen]


def _rows(
    canvas: Canvas, order: list[Point], years: list[int | None], gaps: list[int], styles: dict[Any, Key], scale: Scale,
    at: tuple[float, float], said: dict[int, str], reader: Reader,
) -> None:  # fmt: skip
    y, room = at
    waiting, before = list(gaps), None
    for point, year in zip(order, years, strict=True):
        while waiting and year is not None and waiting[0] < year:
            y = _gap(canvas, waiting.pop(0), y, room, reader)
        if year != before:
            canvas.line(0, y, WIDTH, y, edge=RULE, line=0.6)
            canvas.text(0, y + 12.5, "" if year is None else str(year), bold=True)
        before = year
        height = rows.heights([point.label], room - YEAR)[0]
        rows.name(canvas, point.label, room, y + height / 2, YEAR)
        _bar(canvas, point, styles.get(point.colour, rows.PLAIN), scale, room, y + height / 2, said[id(point)])
        y += height
    for year in waiting:
        y = _gap(canvas, year, y, room, reader)


def _gap(canvas: Canvas, year: int, y: float, room: float, reader: Reader) -> float:
    canvas.line(0, y, WIDTH, y, edge=RULE, line=0.6)
    canvas.text(0, y + 10, str(year), colour=SOFT)
    canvas.text(room - 8, y + 10, reader.word("chart_no_exercise"), size=8, colour=SOFT, anchor="end")
    return y + GAP


def _bar(canvas: Canvas, point: Point, key: Key, scale: Scale, left: float, middle: float, said: str) -> None:
    if not point.value:
        canvas.box(left, middle - 5, STUB, 10, fill=PAPER, edge=SOFT, line=0.8, dash=(2, 1.6))
        canvas.box(left, middle - 5, 5, 10, fill=key.fill, edge=INK, line=0.5)
        canvas.text(left + STUB / 2 + 2, middle + 3, "?" if point.value is None else "", anchor="middle", colour=SOFT)
        rows.halo(canvas, left + STUB + 5, middle + 3, said)
        return
    right = scale(point.value)
    canvas.box(left, middle - 5.5, right - left, 11, edge=INK, line=0.6, **key.style)
    end = rows.whisker(canvas, point, scale, middle)
    rows.halo(canvas, max(right, end) + 5, middle + 3, said)
