"""Names over the columns of a matrix."""

from __future__ import annotations

from timbang.report._charts.canvas import Canvas, wrapped
from timbang.report._charts.letters import text_width


class Heads:
    """Names over columns: upright in lines where they fit, else slanted."""

    def __init__(self, names: list[str], wide: float, size: float = 9):
        self._names, self._wide, self._size = names, wide, size
        self._lines = [wrapped(name, wide - 4, size) for name in names]
        widest = max((text_width(line, size) for lines in self._lines for line in lines), default=0)
        self.slanted = widest > wide - 2
        longest = max((text_width(name, size) for name in names), default=0)
        tall = longest * 0.72 + 14 if self.slanted else 11.0 * max(map(len, self._lines), default=1) + 6
        self.height = tall
        self._longest = longest

    def right(self, start: float) -> float:
        """The x that the last name reaches to."""
        over = text_width(self._names[-1], self._size) * 0.72 if self.slanted and self._names else 0
        return start + self._wide * (len(self._names) - 0.5) + over + 4

    def draw(self, canvas: Canvas, start: float, down: float = 0) -> None:
        """All names, their first column beginning at `start`, `down` from the top."""
        foot = down + self.height
        for number, name in enumerate(self._names):
            x = start + (number + 0.5) * self._wide
            if self.slanted:
                canvas.text(x, foot - 6, name, size=self._size, angle=45)
                continue
            for line, words in enumerate(reversed(self._lines[number])):
                canvas.text(x, foot - 5 - 11 * line, words, size=self._size, anchor="middle")
