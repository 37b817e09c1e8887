"""The ground of a map: which window of the world it shows, and land, water and degrees in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from timbang.report._charts import land
from timbang.report._charts.canvas import SOFT, Canvas
from timbang.report._charts.letters import text_width
from timbang.report._charts.scale import Scale

WIDTH, TALLEST, SHORTEST = 560.0, 400.0, 220.0
LAND, SHORE, WATER, GRID = "#f3f0e6", "#8d8b80", "#eef3f7", "#d9dfe4"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of the drawing that is map."""

    across: Scale
    down: Scale
    top: float
    bottom: float


def window_around(lons: Sequence[float], lats: Sequence[float]) -> tuple[land.Window, float]:
    """A window around positions, at least 20 degrees wide, and the height of its sheet."""
    middle = (min(lats) + max(lats)) / 2
    squeeze = max(0.3, cos(radians(middle)))
    wide = max(20.0, (max(lons) - min(lons)) * 1.25)
    tall = max(8.0, (max(lats) - min(lats)) * 1.35)
    height = min(TALLEST, max(SHORTEST, WIDTH * tall / (wide * squeeze)))
    wide = max(wide, WIDTH * tall / (height * squeeze))
    tall = height * wide * squeeze / WIDTH
    centre = (min(lons) + max(lons)) / 2
    south = max(-90.0, min(90.0 - tall, middle - tall / 2))
    return (centre - wide / 2, south, centre + wide / 2, south + tall), height


def ground(canvas: Canvas, window: land.Window, sheet: Sheet) -> None:
    """Land, water and a grid of degrees."""
    across, down, top, bottom = sheet.across, sheet.down, sheet.top, sheet.bottom
    canvas.box(0, top, WIDTH, bottom - top, fill=WATER, edge=None)
    for ring in land.outlines(window):
        canvas.path([(across(lon), down(lat)) for lon, lat in ring], fill=LAND, edge=SHORE, line=0.6, closed=True)
    for lon in across.ticks:
        canvas.line(across(lon), top, across(lon), bottom, edge=GRID, line=0.5)
        if across(lon) + text_width("180°", 8) < WIDTH:
            canvas.text(across(lon) + 2, bottom - 4, f"{lon - 360 * round(lon / 360):g}°", size=7.5, colour=SOFT)
    for lat in down.ticks:
        canvas.line(0, down(lat), WIDTH, down(lat), edge=GRID, line=0.5)
        if top + 10 < down(lat) < bottom - 14:
            canvas.text(3, down(lat) - 2, f"{lat:g}°", size=7.5, colour=SOFT)
    canvas.box(0, top, WIDTH, bottom - top, edge=SHORE, line=0.8)
