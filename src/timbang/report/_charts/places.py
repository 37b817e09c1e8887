"""Maps: places on land without borders, cropped to them; names beside the marks where they fit, else numbered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import sqrt
from typing import Any

from timbang.findings.finding import Table
from timbang.registry import Measure
from timbang.report._charts import rows
from timbang.report._charts.canvas import PAPER, Canvas, wrapped
from timbang.report._charts.ground import WIDTH, Sheet, ground, window_around
from timbang.report._charts.labels import Box, Labels
from timbang.report._charts.points import Key, Point, keys, points, role
from timbang.report._charts.scale import Scale
from timbang.report._charts.sketch import Sketch
from timbang.report._reader import Reader

MARK = "#d55e00"
NAMED = 24  # places that get their names; the rest are marks, named in the table
VAGUE = ("region", "country")


@dataclass(frozen=True, slots=True)
class Spot:
    """One position: what is there, and how often."""

    lon: float
    lat: float
    name: str
    count: int
    vague: bool
    colour: Any


def draw(measure: Measure, table: Table, reader: Reader) -> Sketch:
    """Each position once, its mark growing with the number of rows there."""
    every = points(measure, table, reader)
    spots = _spots(every, measure, reader)
    missing = sum(_at(p, measure) is None for p in every)
    note = reader.word("chart_unplaced", n=missing) if missing else ""
    if not spots:
        canvas = Canvas(WIDTH, 30)
        canvas.text(0, 18, note)
        return Sketch(canvas, note, every)
    styles = keys([s.colour for s in spots], measure, reader, faint=()) if role(measure, "colour") else {}
    used = list(styles.values()) if any(s.colour for s in spots) else []  # a key of `unknown` alone tells nothing
    top = rows.legend_height(used, WIDTH) + 4 if used else 0.0
    window, tall = window_around([s.lon for s in spots], [s.lat for s in spots])
    sheet = Sheet(Scale(window[0], window[2], 0, WIDTH), Scale(window[1], window[3], top + tall, top), top, top + tall)
    marks = [(sheet.across(s.lon), sheet.down(s.lat), _size(s, spots)) for s in spots]
    named = _named(spots[:NAMED], marks, sheet, reader)
    listed = [spot for spot, (_, number) in zip(spots, named, strict=False) if number]
    lines = [wrapped(f"{n}  {_said(spot, reader)}", WIDTH - 8) for n, spot in enumerate(listed, 1)]
    canvas = Canvas(WIDTH, sheet.bottom + 8 + sum(12 * len(text) + 2 for text in lines))
    rows.legend(canvas, used, 4, 12, dots=True)
    ground(canvas, window, sheet)
    for spot, (x, y, size) in reversed(list(zip(spots, marks, strict=True))):
        key = styles.get(spot.colour, Key("", MARK, "", "circle"))
        dash = (2, 1.5) if spot.vague else None
        canvas.mark(key.marker, x, y, size, fill=PAPER if spot.vague else key.fill, line=1, dash=dash)
    for spot, (at, number) in zip(spots, named, strict=False):
        words = str(number) if number else _said(spot, reader)
        canvas.text(at.left, at.bottom - 2.5, words, size=8.5, bold=bool(number))
    y = sheet.bottom + 4
    for text in lines:
        for line in text:
            y += 12
            canvas.text(4, y, line)
        y += 2
    if len(spots) > NAMED:
        note = f"{note} {reader.word('chart_unnamed', n=len(spots) - NAMED)}".strip()
    return Sketch(canvas, note, every)


def _named(
    spots: list[Spot], marks: list[tuple[float, float, float]], sheet: Sheet, reader: Reader
) -> list[tuple[Box, int]]:
    """Where each spot's name or, where that has no room, its number goes."""
    labels = Labels(WIDTH, sheet.top, sheet.bottom)
    for x, y, size in marks:
        labels.take(Box(x - size / 2, y - size / 2, x + size / 2, y + size / 2))
    named, number = [], 0
    for spot, (x, y, size) in zip(spots, marks, strict=False):
        box = labels.place(_said(spot, reader), x, y, size)
        if box is None:
            number += 1
            at = labels.place(str(number), x, y, size) or Box(x - 4, y - 5, x + 4, y + 6)
            named.append((at, number))
        else:
            named.append((box, 0))
    return named


def _at(point: Point, measure: Measure) -> tuple[float, float] | None:
    lon, lat = point.row.get(role(measure, "x", "lon")), point.row.get(role(measure, "y", "lat"))
    return None if lon is None or lat is None else (float(lon), float(lat))


def _spots(every: list[Point], measure: Measure, reader: Reader) -> list[Spot]:
    named = role(measure, "label", "place") or measure.by[0]
    found: dict[tuple[float, float], list[Point]] = {}
    for point in every:
        at = _at(point, measure)
        if at is not None:
            found.setdefault(at, []).append(point)
    spots = []
    for (lon, lat), here in sorted(found.items()):
        names = Counter(reader.cell(named, p.row.get(named), measure.words) for p in here)
        name = min(names, key=lambda name: (-names[name], len(name), name))
        vague = all(p.row.get("precision") in VAGUE for p in here)
        spots.append(Spot(lon, lat, name, len(here), vague, here[0].colour))
    return sorted(spots, key=lambda s: (-s.count, s.name, s.lon))


def _size(spot: Spot, spots: list[Spot]) -> float:
    """Width of its mark: the area grows with the count."""
    top = max(s.count for s in spots)
    return float(round(max(4.5, min(9.0, 26 / sqrt(top)) * sqrt(spot.count)), 2))


def _said(spot: Spot, reader: Reader) -> str:
    return f"{spot.name} ({reader.number(spot.count)})" if spot.count > 1 else spot.name
