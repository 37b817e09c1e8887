"""Outlines of land (Natural Earth, vendored in land.json), cut to a window of longitudes and latitudes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

Ring = list[tuple[float, float]]
Window = tuple[float, float, float, float]  # west, south, east, north, degrees


@cache
def _rings() -> list[Ring]:
    text = files("timbang.report").joinpath("_charts", "land.json").read_text(encoding="utf-8")
    return [[(lon, lat) for lon, lat in ring] for ring in json.loads(text)["rings"]]


def outlines(window: Window) -> Iterator[Ring]:
    """Each piece of land within the window, as a closed ring."""
    west, south, east, north = window
    for ring in _rings():
        for turn in (-360, 0, 360):
            lons, lats = [lon + turn for lon, _ in ring], [lat for _, lat in ring]
            if max(lons) > west and min(lons) < east and max(lats) > south and min(lats) < north:
                cut = _cut(list(zip(lons, lats, strict=True)), window)
                if len(cut) > 2:
                    yield cut


def _cut(ring: Ring, window: Window) -> Ring:
    """The ring within the window (Sutherland & Hodgman 1974): cut at one side after the other."""
    for axis, bound, sign in ((0, window[0], 1), (1, window[1], 1), (0, window[2], -1), (1, window[3], -1)):
        kept: Ring = []
        for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            inside, was = sign * (here[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
            if inside != was:
                part = (bound - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + part * (here[0] - before[0]), before[1] + part * (here[1] - before[1])))
            if inside:
                kept.append(here)
        ring = kept
    return ring
