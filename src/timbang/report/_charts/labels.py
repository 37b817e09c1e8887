"""Places for labels beside marks, so that none lies over another or leaves the sheet."""

from __future__ import annotations

from dataclasses import dataclass

from timbang.report._charts.letters import text_width


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        apart = (
            self.right <= other.left or other.right <= self.left or self.bottom <= other.top or other.bottom <= self.top
        )
        return not apart


class Labels:
    """Keeps what is taken, and finds room at the right, left, above or below a mark."""

    def __init__(self, width: float, top: float, bottom: float):
        self._sheet = Box(2, top + 2, width - 2, bottom - 2)
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """Keep a place free."""
        self._taken.append(box)

    def place(self, text: str, x: float, y: float, size: float) -> Box | None:
        """The first free place for a label, now taken; None if there is none."""
        wide, tall, away = text_width(text, 8.5), 11.0, size / 2 + 3
        corners = (
            (x + away, y - tall / 2), (x - away - wide, y - tall / 2), (x - wide / 2, y - away - tall),
            (x - wide / 2, y + away), (x + away * 0.7, y + away * 0.5), (x + away * 0.7, y - tall - away * 0.4),
            (x - wide - away * 0.7, y + away * 0.5), (x - wide - away * 0.7, y - tall - away * 0.4),
        )  # fmt: skip
        for left, top in corners:
            box = Box(left, top, left + wide, top + tall)
            if self._inside(box) and not any(box.meets(other) for other in self._taken):
                self._taken.append(box)
                return box
        return None

    def _inside(self, box: Box) -> bool:
        sheet = self._sheet
        inside = box.left >= sheet.left and box.top >= sheet.top
        return inside and box.right <= sheet.right and box.bottom <= sheet.bottom
