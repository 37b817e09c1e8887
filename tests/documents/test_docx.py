"""Word documents: order, headings, tables, notes, what revision deleted, damage."""

import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from documents import made_archives

from timbang.documents import docx
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

NOTES = f"""<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{made_archives.W}">
<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>garis</w:t></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Ibid., hlm. 9.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def told(found: Extracted) -> list[tuple[str, str]]:
    return [(one.kind, found.text[one.start : one.end]) for one in found.passages]


def made(path: Path) -> Path:
    document = python_docx.Document()
    document.add_heading("Latihan", 1)
    document.add_paragraph("Paragraf satu.")
    table = document.add_table(3, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Tahun", "Peserta"
    table.cell(1, 0).text, table.cell(1, 1).text = "2007", "China"
    table.cell(2, 0).merge(table.cell(2, 1)).text = "Jumlah"
    document.add_paragraph("Учения прошли в Китае.")
    document.sections[0].header.paragraphs[0].text = "Kepala halaman"
    document.save(str(path))
    return path


def test_order_kinds_and_tables(tmp_path: Path) -> None:
    found = docx.read(made(tmp_path / "a.docx"))
    assert told(found) == [
        ("heading", "Latihan"), ("body", "Paragraf satu."), ("cell", "Tahun"), ("cell", "Peserta"), ("cell", "2007"),
        ("cell", "China"), ("cell", "Jumlah"), ("body", "Учения прошли в Китае."), ("running", "Kepala halaman"),
    ]  # fmt: skip
    assert found.grids[0].rows == (("Tahun", "Peserta"), ("2007", "China"), ("Jumlah", ""))


def test_a_note_follows_the_paragraph_that_refers_to_it(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx")
    mark = 'satu.</w:t><w:footnoteReference w:id="2"/>'
    made_archives.rewritten(path, "word/document.xml", "satu.</w:t>", mark)
    made_archives.rewritten(path, "word/_rels/document.xml.rels", "</Relationships>",
                            f'<Relationship Id="n" Type="{TYPE}" Target="footnotes.xml"/></Relationships>')  # fmt: skip
    made_archives.rewritten(path, "[Content_Types].xml", "</Types>",
                            f'<Override PartName="/word/footnotes.xml" ContentType="{CONTENT}"/></Types>')  # fmt: skip
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/footnotes.xml", NOTES)
    assert told(docx.read(path))[1:3] == [("body", "Paragraf satu."), ("footnote", "Ibid., hlm. 9.")]


def test_deleted_text_is_left_out_and_inserted_text_read(tmp_path: Path) -> None:
    path = made(tmp_path / "a.docx")
    deleted, inserted = (
        "<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>",
        "<w:ins><w:r><w:t> baru.</w:t></w:r></w:ins>",
    )
    change = f"</w:t></w:r>{deleted}{inserted}<w:r><w:t>"
    made_archives.rewritten(path, "word/document.xml", "Paragraf satu.", f"Paragraf{change}")
    assert told(docx.read(path))[1] == ("body", "Paragraf baru.")


def test_entities_are_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "laughs.docx")
    bomb = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document'
    made_archives.rewritten(path, "word/document.xml", "<w:document", bomb)
    with pytest.raises(TimbangError, match=r"laughs.docx: a part of the file declares entities"):
        docx.read(path)


def test_a_document_cut_off_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "cut.docx")
    path.write_bytes(path.read_bytes()[:5_000])
    with pytest.raises(TimbangError, match=r"cut.docx: the file is cut off or damaged"):
        docx.read(path)


def test_a_document_without_words_is_refused(tmp_path: Path) -> None:
    python_docx.Document().save(str(tmp_path / "empty.docx"))
    with pytest.raises(TimbangError, match="the document holds no text"):
        docx.read(tmp_path / "empty.docx")
