"""Rows: one line per point with its name at the left, a bar or dots along a scale, and its value in words."""

from __future__ import annotations

from collections.abc import Sequence

from timbang.registry import Measure
from timbang.report._charts.canvas import INK, PAPER, SOFT, Canvas, wrapped
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Key, Point, keys, largest, ranked, role
from timbang.report._charts.scale import Scale, columns, linear
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, MOST, LINE = 560, 40, 11
PLAIN = Key("", "#0072b2", "", "circle")


def label_room(labels: Sequence[str], most: float = 210) -> float:
    """Width that the names need, at most so much; longer names go on further lines."""
    return min(most, max((text_width(label, 9) for label in labels), default=0)) + 10


def heights(labels: Sequence[str], room: float, least: float = 18) -> list[float]:
    """Height of each row, by the lines its name takes."""
    return [max(least, LINE * len(wrapped(label, room - 10)) + 5) for label in labels]


def name(canvas: Canvas, label: str, room: float, middle: float, begin: float = 0) -> None:
    """A name, in as many lines as it takes, between `begin` and where its row's bar begins."""
    lines = wrapped(label, room - begin - 10)
    for n, line in enumerate(lines):
        canvas.text(room - 8, middle + 3.2 + LINE * (n - (len(lines) - 1) / 2), line, anchor="end")


def legend(canvas: Canvas, shown: Sequence[Key], x: float, y: float, *, dots: bool = False) -> float:
    """Keys in lines from x, y; returns the y below them."""
    at = x
    for key in dict.fromkeys(shown):
        wide = 18 + text_width(key.label, 9) + 16
        if at > x and at + wide > canvas.width:
            at, y = x, y + 15
        if dots:
            canvas.mark(key.marker, at + 6, y - 3, 8, fill=key.fill)
        else:
            canvas.box(at, y - 8, 13, 9, edge=INK, line=0.6, **key.style)
        canvas.text(at + 18, y, key.label)
        at += wide
    return y + 8


def legend_height(shown: Sequence[Key], width: float) -> float:
    """Height that `legend` will take."""
    return legend(_Blank(width), shown, 0, 0) + 7 if shown else 0  # type: ignore[arg-type]


class _Blank:
    """A sheet that only has a width, to try a legend's lines."""

    def __init__(self, width: float):
        self.width = width

    def box(self, *_: object, **__: object) -> None:
        """Nothing is drawn."""

    text = mark = box


def bars(measure: Measure, every: list[Point], reader: Reader) -> Sketch:
    """One bar per row."""
    shown, over = largest(ranked(measure, every), MOST)
    styles = keys([p.colour for p in shown], measure, reader) if role(measure, "colour") else {}
    used = [styles[p.colour] for p in shown] if styles else []
    room = label_room([p.label for p in shown])
    tall = heights([p.label for p in shown], room)
    top = 20 + legend_height(used, WIDTH)
    canvas = Canvas(WIDTH, top + sum(tall) + 22)
    legend(canvas, used, 0, 12)
    canvas.text(WIDTH, 12 if not used else top - 5, reader.say(measure.unit), colour=SOFT, anchor="end")
    tops = [v for p in shown for v in (p.value, p.low, p.high) if v is not None]
    margin = max(text_width(_said(p, measure, reader), 9) for p in shown) + 10
    scale = linear(tops, room, WIDTH - margin, whole=all(v == int(v) for v in tops))
    columns(canvas, scale, top, top + sum(tall), lambda value: reader.amount(value, measure))
    y = top
    for point, height in zip(shown, tall, strict=True):
        _bar(canvas, point, styles.get(point.colour, PLAIN), scale, y + height / 2, _said(point, measure, reader))
        name(canvas, point.label, room, y + height / 2)
        y += height
    canvas.line(scale(0), top, scale(0), y, edge=INK, line=0.8)
    return Sketch(canvas, reader.word("chart_largest", n=len(shown), all=len(every)) if over else "", every)


def _said(point: Point, measure: Measure, reader: Reader) -> str:
    if point.value is None:
        return f"? {reader.word('unknown')}"
    return reader.bounded(point.value, point.low, point.high, measure)


def _bar(canvas: Canvas, point: Point, key: Key, scale: Scale, middle: float, said: str) -> None:
    if point.value is None:
        canvas.text(scale(0) + 5, middle + 3, said, colour=SOFT)
        return
    left, right = sorted((scale(0), scale(point.value)))
    if right > left:
        canvas.box(left, middle - 5.5, right - left, 11, edge=INK, line=0.6, **key.style)
    end = whisker(canvas, point, scale, middle)
    halo(canvas, max(right, end) + 5, middle + 3, said)


def halo(canvas: Canvas, x: float, y: float, text: str) -> None:
    """Text over grid lines, on a patch of paper."""
    canvas.box(x - 2, y - 8, text_width(text, 9) + 4, 10, fill=PAPER, edge=None)
    canvas.text(x, y, text)


def whisker(canvas: Canvas, point: Point, scale: Scale, middle: float) -> float:
    """The bounds, if there are two, as a line with ends; returns the x where it stops."""
    if point.low is None or point.high is None or point.low == point.high:
        return 0
    low, high = scale(point.low), scale(point.high)
    for edge, line in ((PAPER, 3.0), (INK, 1.2)):
        canvas.line(low, middle, high, middle, edge=edge, line=line)
    for x in (low, high):
        canvas.line(x, middle - 3, x, middle + 3, edge=INK, line=1.2)
    return high
