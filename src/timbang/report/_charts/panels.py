"""Lines over years in panels, one for each state: small multiples on the same scales, so that panels compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import INK, SOFT, Canvas
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Key, Point, keys, role
from timbang.report._charts.scale import Scale, levels, linear, logarithmic, years
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, COLUMNS, LEFT, GAP = 560, 3, 40, 14
TALL, HEAD, FOOT = 74, 16, 18  # of a panel's lines, the name above them, the years beneath
EACH, MOST = HEAD + TALL + FOOT, 24
Dash = tuple[int, ...]
DASHES: tuple[Dash, ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3), (1, 2), (10, 4), (4, 1))
WIDE = (WIDTH - LEFT - (COLUMNS - 1) * GAP) / COLUMNS


def draw(measure: Measure, every: list[Point], reader: Reader) -> Sketch:
    """A panel per value of the panel's column, in the order of the table; a line breaks where a year is missing."""
    column = role(measure, "panel")
    names = list(dict.fromkeys(p.row[column] for p in every))
    styles = dict(list(keys([p.colour for p in every], measure, reader, faint=()).items())[: len(DASHES)])
    if not role(measure, "colour"):  # one line a panel, which needs no key
        styles = dict.fromkeys(styles, rows.PLAIN)
    used = list(styles.values()) if role(measure, "colour") else []
    places = _places(used)
    top = (places[-1][1] if places else 12) + 14
    canvas = Canvas(WIDTH, top + EACH * -(-min(len(names), MOST) // COLUMNS))
    canvas.text(0, 12, reader.say(measure.unit), colour=SOFT)
    _legend(canvas, used, places)
    drawn = [p for p in every if p.colour in styles]
    span = min(p.x for p in every), max(p.x for p in every)
    values = [p.value for p in drawn if p.value is not None]
    steep = bool(role(measure, "logarithmic")) and min(values, default=0) > 0
    for n, name in enumerate(names[:MOST]):
        left, high = LEFT + n % COLUMNS * (WIDE + GAP), top + n // COLUMNS * EACH
        canvas.text(left, high + 10, reader.cell(column, name, measure.words), bold=True)
        scale = (logarithmic if steep else linear)(values, high + HEAD + TALL, high + HEAD)
        across = Scale(span[0], max(span[1], span[0] + 1), left + 4, left + WIDE - 14)
        levels(canvas, scale, left, left + WIDE, _said(measure, reader) if n % COLUMNS == 0 else lambda _: "")
        years(canvas, *span, across, scale.start)
        zero = scale(max(scale.low, 0))  # the lowest, where the scale is logarithmic
        canvas.line(left, zero, left + WIDE, zero, edge=INK, line=0.8)
        for (colour, key), dash in zip(styles.items(), DASHES, strict=False):
            mine = [p for p in drawn if p.row[column] == name and p.colour == colour]
            _line(canvas, sorted(mine, key=lambda p: int(p.x)), key, dash, across, scale)
    over = max(0, len(names) - MOST)
    notes = [reader.word("chart_logarithmic")] * steep + [reader.word("chart_more_strips", n=over)] * bool(over)
    return Sketch(canvas, " ".join(notes), every)


def _said(measure: Measure, reader: Reader) -> Callable[[float], str]:
    return lambda value: reader.amount(value, measure)


def _places(used: Sequence[Key]) -> list[tuple[float, float]]:
    """Where the entry of each line begins in the legend, and its baseline."""
    places: list[tuple[float, float]] = []
    x, y = 0.0, 27.0
    for key in used:
        wide = 30 + text_width(key.label, 9) + 16
        if x > 0 and x + wide > WIDTH:
            x, y = 0.0, y + 15
        places.append((x, y))
        x += wide
    return places


def _legend(canvas: Canvas, used: Sequence[Key], places: list[tuple[float, float]]) -> None:
    """Each line's name beside a stretch of it."""
    for key, dash, (x, y) in zip(used, DASHES, places, strict=False):
        canvas.line(x, y - 3, x + 24, y - 3, edge=key.fill, line=1.6, dash=dash or None)
        canvas.text(x + 30, y, key.label)


def _line(canvas: Canvas, line: list[Point], key: Key, dash: Dash, across: Scale, scale: Scale) -> None:
    """One category in one panel, in order of years; a year that stands alone is a dot."""
    runs: list[list[tuple[float, float]]] = []
    last: int | None = None  # the year before, if it is known
    for point in line:
        if last is None or point.x != last + 1:
            runs.append([])
        last = None if point.value is None else int(point.x)
        if point.value is not None:
            runs[-1].append((across(point.x), scale(point.value)))
    for run in runs:
        if len(run) > 1:
            canvas.path(run, edge=key.fill, line=1.3, dash=dash or None)
        elif run:
            canvas.mark("circle", *run[0], 3, fill=key.fill, edge=None)
