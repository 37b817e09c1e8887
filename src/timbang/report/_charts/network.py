"""Networks: states on a circle, ties as lines whose width is their strength."""

from __future__ import annotations

from math import cos, pi, sin

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts.canvas import INK, PAPER, SOFT, Canvas
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Point, points, role
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, RADIUS, MOST, THICKEST = 560, 150.0, 32, 11.0
TIE = "#3577ad"


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Members first, in the order the head gives; ties drawn weak to strong."""
    every = points(measure, table, reader)
    x, y = role(measure, "x", measure.by[0]), role(measure, "y", measure.by[-1])
    ties = _ties(every, x, y)
    strength: dict[str, float] = {}
    for pair, weight in ties.items():
        for state in pair:
            strength[state] = strength.get(state, 0) + weight
    order = [s for s in reader.results.head.get("members", ()) if s in strength]
    order += sorted((s for s in strength if s not in order), key=lambda s: (-strength[s], s))
    kept = set(sorted(strength, key=lambda s: (-strength[s], s))[:MOST])
    shown = [state for state in order if state in kept]
    room = max((text_width(reader.name(s), 9) for s in shown), default=0) + 24
    canvas = Canvas(WIDTH, 2 * RADIUS + 92)
    middle, radius = (WIDTH / 2, RADIUS + 30), min(RADIUS, WIDTH / 2 - room)
    place = {state: _on_circle(n, len(shown), middle, radius) for n, state in enumerate(shown)}
    _draw_ties(canvas, ties, place)
    strongest = max(strength.values(), default=0) or 1  # where no one met anyone, all are alike
    for state in shown:
        _node(canvas, reader.name(state), place[state], middle, strength[state] / strongest)
    _scale(canvas, max(ties.values(), default=0), measure, reader)
    note = reader.word("chart_top_cells", n=len(shown), all=len(order)) if len(shown) < len(order) else ""
    return Sketch(canvas, note, every)


def _ties(every: list[Point], x: str, y: str) -> dict[tuple[str, str], float]:
    ties: dict[tuple[str, str], float] = {}
    for point in every:
        a, b = sorted((str(point.row[x]), str(point.row[y])))
        if a != b:
            ties[a, b] = max(ties.get((a, b), 0.0), point.value or 0.0)
    return ties


def _on_circle(number: int, of: int, middle: tuple[float, float], radius: float) -> tuple[float, float]:
    angle = 2 * pi * number / of - pi / 2
    return round(middle[0] + radius * cos(angle), 2), round(middle[1] + radius * sin(angle), 2)


def _draw_ties(canvas: Canvas, ties: dict[tuple[str, str], float], place: dict[str, tuple[float, float]]) -> None:
    top = max(ties.values(), default=0) or 1
    for (a, b), weight in sorted(ties.items(), key=lambda tie: (tie[1], tie[0])):
        if weight <= 0 or a not in place or b not in place:
            continue
        for edge, line in ((PAPER, 1.6), (TIE, 0.0)):
            canvas.line(*place[a], *place[b], edge=edge, line=max(0.5, THICKEST * weight / top) + line)


def _node(canvas: Canvas, name: str, at: tuple[float, float], middle: tuple[float, float], share: float) -> None:
    x, y = at
    canvas.mark("circle", x, y, 9 + 9 * share, fill=PAPER, edge=INK, line=1.4)
    canvas.mark("circle", x, y, 3, fill=INK, edge=None)
    side = x - middle[0]
    anchor = "middle" if abs(side) < 12 else "start" if side > 0 else "end"
    shift = 0 if anchor == "middle" else 14 if side > 0 else -14
    rise = (-14 if y < middle[1] else 21) if anchor == "middle" else 3
    canvas.text(x + shift, y + rise, name, anchor=anchor)  # type: ignore[arg-type]


def _scale(canvas: Canvas, top: float, measure: Measure, reader: Reader) -> None:
    """What the widest line, and one half as wide, stand for."""
    if not top:
        return
    x, y = 8.0, canvas.height - 10
    for part in (1.0, 0.5):
        canvas.line(x, y, x + 34, y, edge=TIE, line=THICKEST * part)
        said = f"{reader.number(round(top * part, 2))} {reader.say(measure.unit) if part == 0.5 else ''}".strip()
        canvas.text(x + 40, y + 3, said, colour=SOFT)
        x += 40 + text_width(said, 9) + 14
