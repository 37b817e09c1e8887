"""Bars: columns over years (one strip per category), or rows per category; bounds as whiskers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import INK, PAPER, SOFT, Canvas, wrapped
from timbang.report._charts.points import Key, Point, by_year, keys, points, role
from timbang.report._charts.scale import Scale, levels, linear, years
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, RIGHT, STRIPS = 560, 8, 10


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Columns where the horizontal axis is years, else rows."""
    shown = points(measure, table, reader)
    return _columns(measure, shown, reader) if by_year(measure, shown) else rows.bars(measure, shown, reader)


@dataclass(frozen=True, slots=True)
class Strip:
    """One category's columns."""

    key: Key
    points: list[Point]


def _strips(measure: Measure, shown: list[Point], reader: Reader) -> list[Strip]:
    if not role(measure, "colour"):
        return [Strip(Key("", "#0072b2", "", "circle"), shown)]
    styles = keys([p.colour for p in shown], measure, reader, faint=())
    parts: dict[object, list[Point]] = {}
    for point in shown:
        parts.setdefault(point.colour, []).append(point)
    label = role(measure, "colour")
    return [
        Strip(Key(reader.cell(label, c, measure.words), *_look(styles[c])), parts[c])
        for c in sorted(parts, key=lambda c: (-sum(p.value or 0 for p in parts[c]), str(c)))
    ]


def _look(key: Key) -> tuple[str, str, str]:
    return key.fill, key.hatch, key.marker


def _columns(measure: Measure, shown: list[Point], reader: Reader) -> Sketch:
    every = _strips(measure, shown, reader)
    over = len(every) - STRIPS
    canvas = strips(every[:STRIPS], reader.say(measure.unit), lambda value: reader.amount(value, measure))
    return Sketch(canvas, reader.word("chart_more_strips", n=over) if over > 0 else "", shown)


def strips(shown: list[Strip], unit: str, said: Callable[[float], str]) -> Canvas:
    """Columns over years, one strip above the other, on one scale."""
    points = [p for strip in shown for p in strip.points]
    left, tall = (150, 46) if any(strip.key.label for strip in shown) else (36, 170)
    canvas = Canvas(WIDTH, 24 + len(shown) * (tall + 14) + 20)
    first, last = min(p.x for p in points), max(p.x for p in points)
    step = (WIDTH - left - RIGHT) / (last - first + 1)
    tops = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    canvas.text(0, 12, unit, size=9, colour=SOFT)
    bottom = 22.0
    for strip in shown:
        top, bottom = bottom + 6, bottom + tall + 6
        scale = linear(tops, bottom, top, whole=all(v == int(v) for v in tops))
        levels(canvas, scale, left, WIDTH - RIGHT, said)
        for n, line in enumerate(wrapped(strip.key.label, left - 40)[:3]):
            canvas.text(0, top + 14 + 11 * n, line, size=9)
        _one(canvas, strip, scale, left - first * step, step)
        bottom += 8
    years(canvas, first, last, lambda year: left + (year - first + 0.5) * step, bottom - 6)
    return canvas


def _one(canvas: Canvas, strip: Strip, scale: Scale, origin: float, step: float) -> None:
    """One strip of columns; `origin` is where year 0 would lie."""
    for point in strip.points:
        x, wide = origin + point.x * step + step * 0.15, step * 0.7
        if point.value is None:
            _least(canvas, point, x, wide, scale)
            continue
        y, floor = scale(point.value), scale(0)
        if point.value:
            canvas.box(x, min(y, floor), wide, abs(floor - y), edge=INK, line=0.6, **strip.key.style)
        _whisker(canvas, point, x + wide / 2, scale)
    canvas.line(origin + strip.points[0].x * step, scale(0), WIDTH - RIGHT, scale(0), edge=INK, line=0.8)


def _least(canvas: Canvas, point: Point, x: float, wide: float, scale: Scale) -> None:
    """A year whose value is not known: an empty box as high as the least it can be, and a question mark."""
    y = scale(point.low or 0)
    if point.low:
        canvas.box(x, y, wide, scale(0) - y, edge=SOFT, line=0.8, dash=(2, 1.6))
    canvas.text(x + wide / 2, y - 4, "?", size=9, colour=SOFT, anchor="middle")


def _whisker(canvas: Canvas, point: Point, x: float, scale: Scale) -> None:
    if point.low is None or point.high is None or point.low == point.high:
        return
    low, high = scale(point.low), scale(point.high)
    for edge, line in ((PAPER, 3.0), (INK, 1.2)):
        canvas.line(x, low, x, high, edge=edge, line=line)
    for y in (low, high):
        canvas.line(x - 3, y, x + 3, y, edge=INK, line=1.2)
