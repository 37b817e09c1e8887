"""How fast documents are read, by format, and whether memory stays flat as pages grow tenfold.

Run `.venv/bin/python benchmarks/documents.py [10 100 1000]`: the numbers are pages of the PDFs. All documents
are made here; their words say nothing of the world. Reading happens in a child process, as for users.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from _timing import machine

from timbang import documents
from timbang.documents import Worker
from timbang.errors import TimbangError

WORDS = ("negara", "anggota", "latihan", "bersama", "perbatasan", "ancaman", "kerja", "sama", "pertahanan", "wilayah")
PARAGRAPHS, LENGTH = 30, 80  # paragraphs of a document, words of a paragraph: six pages of print or so
COPIES = 40  # documents of each format
A_PAGE = 8  # paragraphs set on one page of a PDF


def paragraphs(number: int, seed: int) -> list[str]:
    """Paragraphs drawn with a fixed seed."""
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=LENGTH)).capitalize() + "." for _ in range(number)]


def pdf(path: Path, texts: list[str]) -> None:
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(path), invariant=1)
    for first in range(0, len(texts), A_PAGE):
        text = page.beginText(60, 780)
        text.setFont("Times-Roman", 10)
        for one in texts[first : first + A_PAGE]:
            for line in [*simpleSplit(one, "Times-Roman", 10, 470), ""]:
                text.textLine(line)
        page.drawText(text)
        page.drawString(300, 30, str(first // A_PAGE + 1))
        page.showPage()
    page.save()


def docx(path: Path, texts: list[str]) -> None:
    import docx as word

    document = word.Document()
    for one in texts:
        document.add_paragraph(one)
    document.save(str(path))


def html(path: Path, texts: list[str]) -> None:
    body = "".join(f"<p>{one}</p>" for one in texts)
    path.write_text(f"<!doctype html><html><body><nav><a href='/'>x</a></nav><article>{body}</article></body></html>")


def epub(path: Path, texts: list[str]) -> None:
    names = [f"c{n}.xhtml" for n in range(0, len(texts), 10)]
    items = "".join(f'<item id="{n}" href="{n}" media-type="application/xhtml+xml"/>' for n in names)
    spine = "".join(f'<itemref idref="{n}"/>' for n in names)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", '<container><rootfile full-path="p.opf"/></container>')
        book.writestr("p.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for place, name in enumerate(names):
            chapter = "".join(f"<p>{one}</p>" for one in texts[place * 10 : place * 10 + 10])
            book.writestr(name, f"<html><body>{chapter}</body></html>")


def plain(path: Path, texts: list[str]) -> None:
    path.write_text("\n\n".join(texts))


MAKERS: dict[str, Callable[[Path, list[str]], None]] = {
    "pdf": pdf, "docx": docx, "html": html, "epub": epub, "md": plain, "txt": plain,
}  # fmt: skip


def rate(paths: list[Path], processes: int) -> float:
    """Documents read in a second, after one of them was read to start the processes."""
    results = documents.read_all([*paths[:processes], *paths], processes=processes)
    for _ in range(processes):
        check(next(results)[1])
    began = time.perf_counter()
    for _, found in results:
        check(found)
    return len(paths) / (time.perf_counter() - began)


def check(found: object) -> None:
    if isinstance(found, TimbangError):
        raise found


def formats(folder: Path) -> None:
    """Documents of a few pages, by format, in one process and in two."""
    print(f"{'format':>8} {'one process, documents/s':>26} {'two':>8}")
    for suffix, make in MAKERS.items():
        paths = [folder / f"{n}.{suffix}" for n in range(COPIES)]
        for n, path in enumerate(paths):
            make(path, paragraphs(PARAGRAPHS, n))
        print(f"{suffix:>8} {rate(paths, 1):>26.1f} {rate(paths, 2):>8.1f}", flush=True)


def peak(process: int) -> float:
    """The largest memory a process has had, in MiB."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def pages(folder: Path, sizes: Iterable[int]) -> None:
    """One PDF of so many pages: time and the reader's peak memory, which may grow with its text only."""
    print(f"{'pages':>8} {'seconds':>9} {'ms a page':>10} {'peak, MiB':>10} {'text, MiB':>10}")
    for size in sizes:
        path = folder / f"{size}.pdf"
        pdf(path, paragraphs(size * A_PAGE, size))
        with Worker() as worker:
            began = time.perf_counter()
            found = worker.read(path, ["id"])
            took = time.perf_counter() - began
            memory = peak(worker.process)
        text = len(found.text.encode()) / 2**20
        print(f"{size:>8} {took:>9.1f} {1000 * took / size:>10.1f} {memory:>10.0f} {text:>10.1f}", flush=True)


def main(sizes: list[int]) -> None:
    print(machine())
    with tempfile.TemporaryDirectory() as name:
        formats(Path(name))
        pages(Path(name), sizes)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10, 100, 1000])
