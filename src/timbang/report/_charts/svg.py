"""From matplotlib's SVG to a small, self-explaining one whose ids collide with nothing on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

_DEFS = re.compile(r"<defs>\s*</defs>")
_PATH = re.compile(r' d="([^"]*)"')
_LONG = re.compile(r"-?\d+\.\d{3,}")
_OWN = re.compile(r'(id="|url\(#|href="#)([hmp][0-9a-f]{10})')


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in one language: its shapes, the outlines of its letters, and the words that say it."""

    name: str
    lang: str
    width: float
    height: float
    body: str
    glyphs: dict[str, str]  # id -> outline; shared by all figures of a page
    title: str
    alt: str
    note: str = ""  # what the drawing leaves out, if it had to
    usual: bool = True  # whether it uses the signs that charts of its kind use

    @property
    def _frame(self) -> str:
        return f'viewBox="0 0 {self.width:g} {self.height:g}" role="img"'

    def inline(self) -> str:
        """For a page that holds the glyphs itself (`sheet`); the page says the alternative text."""
        words = escape(f"{self.title}. {self.alt}", quote=True)
        size = f"max-width:{self.width * 4 / 3:.0f}px"
        return f'<svg class="chart" {self._frame} aria-label="{words}" style="{size}">{self.body}</svg>'

    def file(self) -> str:
        """A file of its own, with title, description and letters."""
        head = f'<title id="t">{escape(self.title)}</title><desc id="d">{escape(self.alt)}</desc>'
        size = f'width="{self.width:g}pt" height="{self.height:g}pt" xml:lang="{self.lang}" aria-labelledby="t d"'
        start = f'<svg xmlns="http://www.w3.org/2000/svg" {self._frame} {size}>'
        return f'<?xml version="1.0" encoding="utf-8"?>\n{start}\n{head}{outlines(self.glyphs)}{self.body}</svg>\n'


def outlines(glyphs: dict[str, str]) -> str:
    """The definitions of letters, in order of their ids."""
    return "<defs>" + "".join(f'<path id="{k}" d="{v}"/>' for k, v in sorted(glyphs.items())) + "</defs>"


def tidy(raw: str, name: str) -> str:
    """The shapes of a raw drawing, without prolog, comments and idle ids."""
    body = raw[raw.index("<svg") :]
    body = body[body.index(">") + 1 : body.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<style[^>]*>.*?</style>", "", body, flags=re.S)
    body = _OWN.sub(lambda m: f"{m[1]}{name}-{m[2]}", body).replace("xlink:href", "href")
    body = _PATH.sub(lambda m: f' d="{_LONG.sub(_two, " ".join(m[1].split()))}"', body)
    return re.sub(r">\s+<", "><", _DEFS.sub("", body)).strip()


def _two(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
