"""Recognizing scans: only on request, what is missing is said, and the text goes where its page stands."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from documents import made_pdfs
from reportlab.lib.utils import ImageReader

from timbang import documents
from timbang.documents import _ocr
from timbang.documents._ocr import spliced
from timbang.documents._passages import Writing, passages
from timbang.errors import TimbangError
from timbang.model.documents import Extracted, quote_hash


def document() -> Extracted:
    writing = Writing()
    writing.add(["Halaman satu."], page=1)
    writing.table([["a", "b"], ["c", "d"]], page=3)
    writing.add(["Halaman lima."], page=5)
    text, spans, grids = writing.whole()
    return Extracted(text=text, passages=passages(text, spans), grids=grids, pages=6, blank_pages=(2, 4, 6), reader="r")


def test_recognized_text_goes_where_its_page_stands() -> None:
    found = spliced(document(), {2: ["Dua a.", "Dua b."], 4: ["Empat."], 6: ["Enam."]})
    words = [(one.page, found.text[one.start : one.end]) for one in found.passages]
    assert words == [(1, "Halaman satu."), (2, "Dua a."), (2, "Dua b."), (3, "a"), (3, "b"), (3, "c"), (3, "d"),
                     (4, "Empat."), (5, "Halaman lima."), (6, "Enam.")]  # fmt: skip
    assert found.text[found.grids[0].start : found.grids[0].end] == "a\tb\nc\td"
    assert all(one.quote == quote_hash(found.text[one.start : one.end]) for one in found.passages)
    assert found.blank_pages == () and found.reader == "r, tesseract"


def test_a_document_that_is_all_scans() -> None:
    empty = replace(document(), text="", passages=(), grids=(), blank_pages=(1, 2))
    assert spliced(empty, {1: ["Satu."], 2: ["Dua."]}).text == "Satu.\n\nDua."


def test_without_tesseract_it_is_said_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_ocr.shutil, "which", lambda _: None)
    path = made_pdfs.pages(tmp_path / "scan.pdf", ["", ""])
    assert documents.read(path).blank_pages == (1, 2)
    with pytest.raises(TimbangError, match="tesseract is not installed"):
        documents.read(path, ocr=True)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scan_is_recognized(tmp_path: Path) -> None:
    made_pdfs.pages(tmp_path / "text.pdf", ["Joint exercise in August 2007"])
    (tmp_path / "page.png").write_bytes(documents.page_image(tmp_path / "text.pdf", 1))
    page = made_pdfs.canvas(tmp_path / "scan.pdf")
    page.drawImage(ImageReader(str(tmp_path / "page.png")), 0, 0, made_pdfs.WIDTH, made_pdfs.HEIGHT)
    page.save()
    found = documents.read(tmp_path / "scan.pdf", ["en"], ocr=True)
    assert "Joint exercise in August 2007" in found.text and found.passages[0].page == 1
