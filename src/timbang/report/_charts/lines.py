"""Lines over years, one per category, told apart by colour, dash and marker, with whiskers for bounds."""

from __future__ import annotations

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import INK, SOFT, Canvas
from timbang.report._charts.points import Key, Point, by_year, keys, points, role
from timbang.report._charts.scale import Scale, levels, linear, years
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, TALL, LEFT, MOST = 560, 200, 40, 7
DASHES = ((), (6, 3), (2, 2), (8, 3, 2, 3), (1, 2), (10, 4), (4, 1))


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """One line per category; panels of them, if a column is to have a panel each; without years, rows with dots."""
    every = points(measure, table, reader)
    if not by_year(measure, every):
        from timbang.report._charts import dots

        return dots.draw(measure, table, reader)
    if role(measure, "panel"):
        from timbang.report._charts import panels

        return panels.draw(measure, every, reader)
    styles = keys([p.colour for p in every], measure, reader, faint=())
    shown, over = list(styles)[:MOST], max(0, len(styles) - MOST)
    used = [styles[c] for c in shown] if role(measure, "colour") else []
    top = 22 + rows.legend_height(used, WIDTH)
    canvas = Canvas(WIDTH, top + TALL + 22)
    canvas.text(0, 12, reader.say(measure.unit), colour=SOFT)
    if used:
        rows.legend(canvas, used, 0, 27, dots=True)
    seen = [v for p in every if p.colour in shown for v in (p.value, p.low, p.high) if v is not None]
    scale = linear(seen, top + TALL, top + 4, whole=all(v == int(v) for v in seen))
    first, last = min(p.x for p in every), max(p.x for p in every)
    across = Scale(first, max(last, first + 1), LEFT + 14, WIDTH - 14)
    levels(canvas, scale, LEFT, WIDTH, lambda value: reader.amount(value, measure))
    years(canvas, first, last, across, top + TALL)
    for rank, colour in enumerate(shown):
        line = sorted((p for p in every if p.colour == colour), key=lambda p: p.x)
        _bounds(canvas, line, across, scale)
        _line(canvas, line, styles[colour] if used else rows.PLAIN, DASHES[rank], across, scale)
    canvas.line(LEFT, scale(max(scale.low, 0)), WIDTH, scale(max(scale.low, 0)), edge=INK, line=0.8)
    return Sketch(canvas, reader.word("chart_more_strips", n=over) if over else "", every)


def _runs(line: list[Point]) -> list[list[Point]]:
    """Stretches without an unknown year between."""
    runs: list[list[Point]] = [[]]
    for point in line:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _bounds(canvas: Canvas, line: list[Point], across: Scale, scale: Scale) -> None:
    for point in line:
        if point.low is not None and point.high is not None and point.low != point.high:
            x, low, high = across(point.x), scale(point.low), scale(point.high)
            canvas.line(x, low, x, high, edge=INK, line=1)
            for y in (low, high):
                canvas.line(x - 3, y, x + 3, y, edge=INK, line=1)


def _line(canvas: Canvas, line: list[Point], key: Key, dash: tuple[int, ...], across: Scale, scale: Scale) -> None:
    for run in _runs(line):
        places = [(across(p.x), scale(p.value or 0)) for p in run]
        if len(places) > 1:
            canvas.path(places, edge=key.fill, line=1.8, dash=dash or None)
        for x, y in places:
            canvas.mark(key.marker, x, y, 6, fill=key.fill, edge=INK, line=0.6)
    for point in line:
        if point.value is None:
            canvas.text(across(point.x), scale(scale.low) - 4, "?", colour=SOFT, anchor="middle")
