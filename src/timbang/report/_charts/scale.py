"""Scales with round ticks, linear or logarithmic, and the grids that go with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from timbang.report._charts.canvas import RULE, SOFT, Canvas
from timbang.report._charts.letters import text_width


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to points on the sheet: `low` lies at `start`, `high` at `stop`."""

    low: float
    high: float
    start: float
    stop: float
    logarithmic: bool = False

    def __call__(self, value: float) -> float:
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = log10(low), log10(high), log10(max(value, self.low))
        return self.start + (value - low) / (high - low) * (self.stop - self.start)

    @property
    def ticks(self) -> list[float]:
        """Round values inside the scale: steps of 1, 2 or 5, or powers of ten."""
        if self.logarithmic:
            powers = range(ceil(log10(self.low) - 1e-9), floor(log10(self.high) + 1e-9) + 1)
            return [10.0**power for power in powers]
        step = _step(self.high - self.low)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return [round(n * step, 12) for n in range(first, last + 1)]


def _step(span: float, parts: int = 5) -> float:
    rough = span / parts
    power = 10.0 ** floor(log10(rough))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)


def linear(values: Iterable[float], start: float, stop: float, whole: bool = False) -> Scale:
    """A scale from zero (or the lowest value, if below) to a round value at or past the highest."""
    seen = [0.0, *values]
    low, high = min(seen), max(seen)
    if high == low:
        high = low + 1
    step = max(_step(high - low), 1.0 if whole else 0.0)
    return Scale(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, start, stop)


def logarithmic(values: Iterable[float], start: float, stop: float) -> Scale:
    """A scale of powers of ten around positive values."""
    seen = [v for v in values if v > 0] or [1.0, 10.0]
    low, high = 10.0 ** floor(log10(min(seen))), 10.0 ** ceil(log10(max(seen)))
    return Scale(low, high if high > low else low * 10, start, stop, logarithmic=True)


def columns(canvas: Canvas, scale: Scale, top: float, bottom: float, said: Callable[[float], str]) -> None:
    """Vertical grid lines with the ticks' values beneath."""
    for tick in _whole(scale):
        x = scale(tick)
        canvas.line(x, top, x, bottom, edge=RULE, line=0.6)
        canvas.text(x, bottom + 12, said(tick), size=9, colour=SOFT, anchor="middle")


def levels(canvas: Canvas, scale: Scale, left: float, right: float, said: Callable[[float], str]) -> None:
    """Horizontal grid lines with the ticks' values at the left."""
    for tick in _whole(scale):
        y = scale(tick)
        canvas.line(left, y, right, y, edge=RULE, line=0.6)
        canvas.text(left - 5, y + 3, said(tick), size=9, colour=SOFT, anchor="end")


def _whole(scale: Scale) -> list[float]:
    return scale.ticks


def years(canvas: Canvas, first: int, last: int, place: Callable[[int], float], y: float) -> None:
    """Years along a baseline, as many as fit."""
    room = (place(last) - place(first)) / max(1, last - first)
    every = next(n for n in (1, 2, 5, 10, 20, 50, 100) if n * room >= text_width("2000", 9) + 5 or n == 100)
    for year in range(first, last + 1):
        if every == 1 or year % every == 0:
            canvas.text(place(year), y + 12, str(year), size=9, colour=SOFT, anchor="middle")
