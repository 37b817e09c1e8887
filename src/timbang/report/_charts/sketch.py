"""What a chart hands back: the sheet it drew on, what it had to leave out, and the points it drew from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timbang.report._charts.canvas import Canvas
from timbang.report._charts.points import Point


@dataclass(frozen=True, slots=True)
class Sketch:
    """A finished sheet."""

    canvas: Canvas
    note: str
    points: Sequence[Point]
    usual: bool = True  # whether it uses the signs that charts of its kind use
