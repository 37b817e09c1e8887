"""A sheet to draw on, in points from the top left: matplotlib's SVG backend, driven directly."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from timbang.report._charts.letters import EM, letter, text_width, uses

Anchor = Literal["start", "middle", "end"]
INK, SOFT, RULE, PAPER = "#1b1b1b", "#555555", "#c9c9c9", "#ffffff"
SETTINGS = {"svg.fonttype": "path", "svg.hashsalt": "timbang", "path.simplify": False}
MARKERS = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D", "cross": "X", "star": "*", "down": "v"}


class Canvas:
    """One drawing. Coordinates and sizes are points; y grows downwards."""

    def __init__(self, width: float, height: float):
        from matplotlib.backends.backend_svg import RendererSVG
        from matplotlib.transforms import Affine2D

        self.width, self.height, self._out = width, height, io.StringIO()
        self.letters: dict[str, str] = {}  # id -> outline, of the letters used
        # Every key of the metadata is emptied: no dates, no names of machines or versions.
        blank = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        self._pen: Any = RendererSVG(width, height, self._out, metadata=blank)  # type: ignore[no-untyped-call]
        self._down = Affine2D().scale(1, -1).translate(0, height)

    def _gc(self, edge: str | None, line: float, dash: Sequence[float] | None, hatch: str | None) -> Any:
        gc = self._pen.new_gc()
        gc.set_linewidth(line if edge else 0)
        gc.set_foreground(edge or INK)
        gc.set_joinstyle("miter")
        if dash:
            gc.set_dashes(0, list(dash))
        if hatch:
            gc.set_hatch(hatch)
            gc.set_hatch_color(edge or INK)
            gc.set_hatch_linewidth(0.6)
        return gc

    def path(
        self, points: Iterable[tuple[float, float]], *, fill: str | None = None, edge: str | None = INK,
        line: float = 0.8, dash: Sequence[float] | None = None, hatch: str | None = None, closed: bool = False,
    ) -> None:  # fmt: skip
        """A line through points, or a closed and filled shape."""
        from matplotlib.colors import to_rgb
        from matplotlib.path import Path

        corners = list(points)
        path = Path([*corners, corners[0]] if closed else corners, closed=closed)
        self._pen.draw_path(self._gc(edge, line, dash, hatch), path, self._down, to_rgb(fill) if fill else None)

    def box(self, x: float, y: float, width: float, height: float, **style: Any) -> None:
        """A rectangle with its top left corner at x, y."""
        right, bottom = x + width, y + height
        self.path([(x, y), (right, y), (right, bottom), (x, bottom)], closed=True, **style)

    def line(self, x1: float, y1: float, x2: float, y2: float, **style: Any) -> None:
        """A straight line."""
        self.path([(x1, y1), (x2, y2)], **style)

    def mark(
        self, shape: str, x: float, y: float, size: float, *, fill: str | None = None, edge: str | None = INK,
        line: float = 0.8, dash: Sequence[float] | None = None, hatch: str | None = None,
    ) -> None:  # fmt: skip
        """A marker (see MARKERS) centred on x, y; `size` is its width."""
        from matplotlib.colors import to_rgb
        from matplotlib.markers import MarkerStyle
        from matplotlib.transforms import Affine2D

        style = MarkerStyle(MARKERS[shape])
        place = style.get_transform() + Affine2D().scale(size, -size).translate(x, y) + self._down
        gc = self._gc(edge, line, dash, hatch)
        self._pen.draw_path(gc, style.get_path(), place, to_rgb(fill) if fill else None)

    def text(
        self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False,
        colour: str = INK, anchor: Anchor = "start", angle: float = 0,
    ) -> None:  # fmt: skip
        """A line of text whose baseline is at y; drawn as outlines, so that it looks alike everywhere."""
        x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * text_width(text, size, bold)
        turn, scale = f" rotate({-angle:g})" if angle else "", size / EM
        place = f"translate({x:.2f} {y:.2f}){turn} scale({scale:g} {-scale:g})"
        self.letters |= {one.id: one.outline for one in (letter(c, bold) for c in set(text)) if one.outline}
        self._out.write(f'<g fill="{colour}" transform="{place}">{uses(text, bold)}</g>\n')

    def finish(self) -> str:
        """The drawing as matplotlib wrote it."""
        self._pen.finalize()
        return self._out.getvalue()


def wrapped(text: str, width: float, size: float = 9, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`; a single long word is not broken."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size, bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]
