"""From matplotlib's SVG to a small, self-explaining one whose ids collide with nothing on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

SCALE = 'transform="scale(0.015625)"'  # matplotlib draws letters 64 times as large
_GLYPH = re.compile(r'<path id="(DejaVuSans[\w-]*)"(?: d="([^"]*)")?[^>]*/>')
_USE = re.compile(r'<use xlink:href="#(DejaVuSans[\w-]*)"(?: transform="translate\(([-\d.e]+) ([-\d.e]+)\)[^"]*")?/>')
_DEFS = re.compile(r"<defs>\s*</defs>")
_SPACE = re.compile(r'<use href="#[gb]3"[^>]*/>')
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
    return "<defs>" + "".join(f'<path id="{k}" {SCALE} d="{v}"/>' for k, v in sorted(glyphs.items())) + "</defs>"


def tidy(raw: str, name: str) -> tuple[str, dict[str, str]]:
    """The shapes of a raw drawing, without prolog, comments and idle ids; and its letters apart."""
    body = raw[raw.index("<svg") :]
    body = body[body.index(">") + 1 : body.rindex("</svg>")]
    body = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<style[^>]*>.*?</style>", "", body, flags=re.S)
    glyphs = {_short(key): _line(path) for key, path in _GLYPH.findall(body) if path}
    body = _SPACE.sub("", _USE.sub(_use, _GLYPH.sub("", body)))
    body = _OWN.sub(lambda m: f"{m[1]}{name}-{m[2]}", body).replace("xlink:href", "href")
    body = _PATH.sub(lambda m: f' d="{_LONG.sub(_two, _line(m[1]))}"', body)
    return re.sub(r">\s+<", "><", _DEFS.sub("", body)).strip(), glyphs


def _short(glyph: str) -> str:
    return glyph.replace("DejaVuSans-Bold-", "b").replace("DejaVuSans-", "g")


def _two(number: re.Match[str]) -> str:
    return f"{float(number[0]):.2f}".rstrip("0").rstrip(".")


def _line(path: str) -> str:
    return re.sub(r"\s+", " ", path).strip()


def _use(found: re.Match[str]) -> str:
    x, y = (f"{float(found[n] or 0):.4g}" for n in (2, 3))
    places = (f' x="{x}"' if x != "0" else "") + (f' y="{y}"' if y != "0" else "")
    return f'<use href="#{_short(found[1])}"{places}/>'
