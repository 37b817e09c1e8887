"""Books: the order of the spine, notes, tables, encryption, broken chapters."""

from pathlib import Path

import pytest
from documents.made_archives import epub

from timbang.documents import epub as reader
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

ONE = '<h1>Bab satu</h1><p>Kalimat <b>tebal</b>.</p><aside epub:type="footnote"><p>1 Ibid.</p></aside>'
TWO = "<p>Второй раздел.</p><table><tr><th>a</th><th>b</th></tr><tr><td colspan='2'>1</td></tr></table>"


def told(found: Extracted) -> list[tuple[str, str]]:
    return [(one.kind, found.text[one.start : one.end]) for one in found.passages]


def test_chapters_come_in_the_order_of_the_spine(tmp_path: Path) -> None:
    found = reader.read(epub(tmp_path / "a.epub", {"two": TWO, "one": ONE}, ["one", "two"]))
    assert told(found) == [
        ("heading", "Bab satu"), ("body", "Kalimat tebal."), ("footnote", "1 Ibid."), ("body", "Второй раздел."),
        ("cell", "a"), ("cell", "b"), ("cell", "1"),
    ]  # fmt: skip
    assert found.grids[0].rows == (("a", "b"), ("1", ""))


def test_an_encrypted_book_is_refused_but_hidden_fonts_are_not(tmp_path: Path) -> None:
    lock = '<encryption><CipherReference URI="OEBPS/{}"/></encryption>'
    fonts = epub(tmp_path / "a.epub", {"one": ONE}, more={"META-INF/encryption.xml": lock.format("font.otf")})
    assert reader.read(fonts).text.startswith("Bab satu")
    book = epub(tmp_path / "b.epub", {"one": ONE}, more={"META-INF/encryption.xml": lock.format("one.xhtml")})
    with pytest.raises(TimbangError, match="the book is encrypted"):
        reader.read(book)


def test_a_chapter_that_declares_entities_is_left_out_and_said(tmp_path: Path) -> None:
    found = reader.read(epub(tmp_path / "a.epub", {"one": ONE, "bad": '<!ENTITY a "ha"> &a;', "two": TWO}))
    assert "Bab satu" in found.text and "Второй" in found.text and "ha" not in found.text
    assert [problem.what for problem in found.problems] == [
        "a part of the file declares entities, which can make it grow without end"
    ]


def test_a_missing_chapter_is_said_and_the_rest_read(tmp_path: Path) -> None:
    path = epub(tmp_path / "a.epub", {"one": ONE})
    from documents.made_archives import rewritten

    rewritten(path, "OEBPS/content.opf", "</manifest>",
              '<item id="x" href="x.xhtml" media-type="application/xhtml+xml"/></manifest>')  # fmt: skip
    rewritten(path, "OEBPS/content.opf", "</spine>", '<itemref idref="x"/></spine>')
    found = reader.read(path)
    assert found.text.startswith("Bab satu") and found.problems[0].value == "OEBPS/x.xhtml"
