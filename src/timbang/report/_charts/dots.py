"""Dots: one row per category, a dot per value (one marker per colour), and bounds as whiskers."""

from __future__ import annotations

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import INK, RULE, SOFT, Canvas
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Key, Point, keys, largest, points, ranked, role
from timbang.report._charts.scale import Scale, columns, linear
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Values along one scale; rows in the table's order, those of one name together."""
    every = points(measure, table, reader)
    shown, over = largest(ranked(measure, every), rows.MOST)
    coloured = bool(role(measure, "colour"))
    styles = keys([p.colour for p in shown], measure, reader, faint=()) if coloured else {}
    named: dict[str, list[Point]] = {}
    for point in shown:
        named.setdefault(point.label, []).append(point)
    room = rows.label_room(list(named))
    tall = rows.heights(list(named), room, least=20)
    used = [styles[c] for c in styles]
    top = 20 + rows.legend_height(used, rows.WIDTH)
    canvas = Canvas(rows.WIDTH, top + sum(tall) + 22)
    rows.legend(canvas, used, 0, 12, dots=True)
    canvas.text(rows.WIDTH, 12 if not used else top - 5, reader.say(measure.unit), colour=SOFT, anchor="end")
    said = {id(p): "" if coloured else reader.bounded(p.value, p.low, p.high, measure) for p in shown}
    margin = max(text_width(words, 9) for words in said.values()) + 14
    scale = _scale(measure, shown, room + 4, rows.WIDTH - max(20.0, margin))
    columns(canvas, scale, top, top + sum(tall), lambda value: reader.amount(value, measure))
    y = top
    for (label, alike), height in zip(named.items(), tall, strict=True):
        middle = y + height / 2
        canvas.line(scale.start, middle, scale.stop, middle, edge=RULE, line=0.5, dash=(1, 2))
        rows.name(canvas, label, room, middle)
        for point in alike:
            _dot(canvas, point, styles.get(point.colour, rows.PLAIN), scale, middle, said[id(point)])
        y += height
    return Sketch(canvas, reader.word("chart_largest", n=len(shown), all=len(every)) if over else "", every)


def _scale(measure: Measure, shown: list[Point], start: float, stop: float) -> Scale:
    low, high = measure.range
    if low is not None and high is not None:
        return Scale(low, high, start, stop)
    return linear([v for p in shown for v in (p.value, p.low, p.high) if v is not None], start, stop)


def _dot(canvas: Canvas, point: Point, key: Key, scale: Scale, y: float, said: str) -> None:
    if point.value is None:
        canvas.text(scale.start + 4, y + 3, "?", colour=SOFT)
        canvas.text(scale.stop + 8, y + 3, said, colour=SOFT)
        return
    rows.whisker(canvas, point, scale, y)
    canvas.mark(key.marker, scale(point.value), y, 8.5, fill=key.fill, edge=INK)
    canvas.text(scale.stop + 8, y + 3, said)
