"""Letters as outlines: DejaVu Sans as matplotlib ships it, by file, so that text looks alike on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

EM = 100.0  # size at which outlines are taken, in points
FILES = {False: "DejaVuSans.ttf", True: "DejaVuSans-Bold.ttf"}  # not bold, bold


@dataclass(frozen=True, slots=True)
class Letter:
    """One character of one face: its id on a page, how far it carries on, and its outline."""

    id: str
    advance: float
    outline: str


@cache
def _face(bold: bool) -> Any:
    import matplotlib
    from matplotlib.font_manager import get_font

    face = get_font(f"{matplotlib.get_data_path()}/fonts/ttf/{FILES[bold]}")
    face.set_size(EM, 72)
    return face


@cache
def letter(character: str, bold: bool) -> Letter:
    """A character's outline; one the face lacks is a box."""
    from matplotlib.ft2font import LoadFlags

    face = _face(bold)
    glyph = face.load_glyph(face.get_char_index(ord(character)), flags=LoadFlags.NO_HINTING)
    corners, codes = face.get_path()
    outline = " ".join(_pieces(corners.tolist(), codes.tolist()))
    return Letter(f"{'b' if bold else 'g'}{ord(character):x}", round(glyph.linearHoriAdvance / 65536, 3), outline)


def _pieces(corners: Iterable[tuple[float, float]], codes: Iterable[int]) -> Iterator[str]:
    """SVG path commands from matplotlib's codes (a curve's code stands once per point)."""
    names, waiting = {1: "M", 2: "L", 3: "Q", 4: "C"}, 0
    for (x, y), code in zip(corners, codes, strict=True):
        if code == 79:
            yield "z"
            continue
        at = f"{x:.1f} {y:.1f}"
        yield at if waiting else f"{names[code]} {at}"
        waiting = waiting - 1 if waiting else max(0, code - 2)


@cache
def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width of a line of text, in points."""
    return sum(letter(character, bold).advance for character in text) * size / EM


@cache
def uses(text: str, bold: bool) -> str:
    """References to the letters of a line, each at its place, in units of the outlines."""
    at, pieces = 0.0, []
    for character in text:
        one = letter(character, bold)
        if one.outline:
            pieces.append(f'<use href="#{one.id}" x="{at:.4g}"/>' if at else f'<use href="#{one.id}"/>')
        at += one.advance
    return "".join(pieces)
