"""Who took part in what: exercises down, states across, a sign in each cell."""

from __future__ import annotations

from collections import Counter

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import INK, PAPER, RULE, SOFT, Canvas
from timbang.report._charts.heads import Heads
from timbang.report._charts.letters import text_width
from timbang.report._charts.points import Point, points
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

WIDTH, MOST, COLUMNS, YEAR = 560, 70, 24, 36.0
BLUE = "#0072b2"
PARTS = (("took", "present"), ("uncertain", "uncertain"), ("possible", "possible"), ("outside", "outside"))
STATUSES = ("took", "uncertain", "possible", "absent", "absent_or_outside", "outside")


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Every exercise as a row; years as rows where there are too many exercises."""
    every = points(measure, table, reader)
    states = _states(every, measure, reader)
    if len(every) > MOST:
        from timbang.report._charts.attendance_years import by_year

        return by_year(every, states, measure, reader)
    labels = [p.label for p in every]
    room = YEAR + rows.label_room(labels, most=200)
    wide = min(48.0, (WIDTH - room) / max(1, len(states)))
    heads = Heads([reader.name(state) for state in states], wide)
    tall = rows.heights(labels, room - YEAR, least=17)
    present = {_status(p, state, measure) for p in every for state in states}
    top = 22.0 + heads.height
    canvas = Canvas(max(WIDTH, heads.right(room)), top + sum(tall) + 4)
    _legend(canvas, [s for s in STATUSES if s in present], reader)
    heads.draw(canvas, room, down=22)
    y, before = top, ""
    for point, label, height in zip(every, labels, tall, strict=True):
        year = reader.began.get(str(point.row.get("exercise")), "")[:4]
        canvas.line(0 if year != before else YEAR, y, room + wide * len(states), y, edge=RULE, line=0.5)
        if year != before:
            canvas.text(0, y + height / 2 + 3.2, year, bold=True)
        before = year
        rows.name(canvas, label, room, y + height / 2)
        for number, state in enumerate(states):
            sign(canvas, _status(point, state, measure), room + (number + 0.5) * wide, y + height / 2)
        y += height
    return Sketch(canvas, "", every)


def _listed(point: Point, measure: Measure, status: str) -> list[str]:
    return list(point.row.get(measure.draw.get(status, status)) or ())


def _status(point: Point, state: str, measure: Measure) -> str:
    for status, part in PARTS:
        if state in _listed(point, measure, part):
            return status
    return "absent" if "outside" in measure.draw else "absent_or_outside"


def _states(every: list[Point], measure: Measure, reader: Reader) -> list[str]:
    """Members in the order the head gives, then those outsiders that took part most often."""
    members = list(reader.results.head.get("members", ()))
    seen = Counter(s for p in every for part in ("present", "uncertain") for s in _listed(p, measure, part))
    outsiders = sorted((s for s in seen if s not in members), key=lambda s: (-seen[s], s))
    members = members or sorted(seen)
    return (members + [s for s in outsiders if s not in members])[: max(COLUMNS, len(members))]


def _legend(canvas: Canvas, statuses: list[str], reader: Reader) -> None:
    x = 4.0
    for status in statuses:
        sign(canvas, status, x + 4, 9)
        label = reader.among("status", status)
        canvas.text(x + 14, 12, label)
        x += 14 + text_width(label, 9) + 14


def sign(canvas: Canvas, status: str, x: float, y: float) -> None:
    """The sign of a status: full, question mark in a box, open ring, dot, nothing but a slash."""
    if status == "took":
        canvas.box(x - 5, y - 5, 10, 10, fill=BLUE, edge=INK, line=0.6)
    elif status == "uncertain":
        canvas.box(x - 5, y - 5, 10, 10, fill="#f7dfae", edge=INK, line=0.8)
        canvas.text(x, y + 3.2, "?", size=8.5, bold=True, anchor="middle")
    elif status == "possible":
        canvas.mark("circle", x, y, 9, fill=PAPER, edge=INK, line=0.9, dash=(2, 1.4))
    elif status.startswith("absent"):
        canvas.mark("circle", x, y, 2.2, fill=SOFT, edge=None)
    else:
        canvas.line(x - 4, y + 4, x + 4, y - 4, edge=SOFT, line=0.7)
