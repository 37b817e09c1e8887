"""PDFs made for the tests: an article in two columns with footnotes and running heads, ruled tables, scans, scripts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, TOP, GAP = 60.0, 80.0, 20.0
COLUMN = (WIDTH - 2 * LEFT - GAP) / 2
SIZE, NOTE = 11.0, 8.5


def canvas(path: Path) -> Canvas:
    """A canvas that has Cyrillic and Chinese letters; the same input gives the same bytes."""
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    pdfmetrics.registerFont(TTFont("DejaVu", str(fonts / "DejaVuSans.ttf")))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)


def lines(
    page: Canvas, texts: Sequence[str], x: float, top: float, size: float = SIZE, font: str = "Times-Roman"
) -> float:
    """Set lines one under the other from `top` (points from the page's top); the top of the next line."""
    page.setFont(font, size)
    for text in texts:
        page.drawString(x, HEIGHT - top - size, text)
        top += size * 1.25
    return top


def set_in(text: str, width: float, size: float = SIZE, font: str = "Times-Roman") -> list[str]:
    """A text broken into lines of a width."""
    return list(simpleSplit(text, font, size, width))


def article(path: Path, pages: int = 3) -> Path:
    """Pages as the journal sets them: head, abstract over both columns, two columns, footnotes over both, number."""
    page = canvas(path)
    for number in range(1, pages + 1):
        head = f"Jurnal Contoh | Volume 4 Nomor 2 | Halaman {number + 40}"
        lines(page, [head], LEFT, 36, 9)
        top = TOP
        if number == 1:
            top = lines(page, ["Perimbangan di Kawasan Contoh"], LEFT, top, 18, "Times-Bold") + 10
            abstract = "Abstrak tulisan ini berusaha memahami dua hal yang berbeda. " * 4
            top = lines(page, set_in(abstract.strip(), WIDTH - 2 * LEFT), LEFT, top) + 14
        for side in (0, 1):
            words = (
                f"Halaman {number} kolom {side + 1} mulai di sini " + "dan terus berjalan sampai habis " * 12 + "titik."
            )
            x = LEFT + side * (COLUMN + GAP)
            lines(page, set_in(words, COLUMN), x, top)
        page.line(LEFT, 150, LEFT + 144, 150)
        notes = [f"{number * 3} Penulis Satu, Judul Buku (Kota: Penerbit, 2008) hlm. {number * 7}.",
                 f"{number * 3 + 1} Ibid., hlm. 9."]  # fmt: skip
        lines(page, notes, LEFT, HEIGHT - 146, NOTE)
        lines(page, [str(number + 40)], WIDTH / 2, HEIGHT - 40, 9)
        page.showPage()
    page.save()
    return path


def two_columns(path: Path, left: Sequence[str], right: Sequence[str]) -> Path:
    """One page with given lines in its two columns."""
    page = canvas(path)
    lines(page, left, LEFT, TOP)
    lines(page, right, LEFT + COLUMN + GAP, TOP)
    page.save()
    return path


def table(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """A page with a paragraph, a ruled table, and a paragraph."""
    page = canvas(path)
    lines(page, ["Tabel di bawah ini memuat latihan yang dibuat-buat."], LEFT, TOP)
    top, width, height = TOP + 40, 120.0, 30.0
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            page.rect(LEFT + c * width, HEIGHT - top - (r + 1) * height, width, height)
            lines(page, cell.split("\n"), LEFT + c * width + 4, top + r * height + 2, 9)
    lines(page, ["Paragraf sesudah tabel."], LEFT, top + len(rows) * height + 30)
    page.save()
    return path


def pages(path: Path, texts: Sequence[str], font: str = "Times-Roman", password: str = "") -> Path:
    """One page for each text; an empty text gives a page that has only a drawn grey box, as a scan has."""
    made = canvas(path)
    if password:
        made.setEncrypt(password)
    for text in texts:
        if text:
            lines(made, text.split("\n"), LEFT, TOP, SIZE, font)
        else:
            made.setFillGray(0.8)
            made.rect(LEFT, 200, 300, 400, fill=1)
        made.showPage()
    made.save()
    return path
