"""Plain text and Markdown: encodings, paragraphs, the residue of a PDF, marks."""

from pathlib import Path

import pytest

from timbang.documents import markdown, txt
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

RUSSIAN = "Шесть государств приняли участие в учениях, которые прошли в августе на полигоне под Челябинском.\n" * 3
CHINESE = "各国军队参加了联合军事演习，演习在八月举行，上海合作组织成员国都派出了部队。\n" * 3


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def texts(found: Extracted) -> list[str]:
    return [found.text[one.start : one.end] for one in found.passages]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    found = txt.read(written(tmp_path / "a.txt", RUSSIAN.encode(encoding)))
    assert found.text == RUSSIAN and not found.problems


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(tmp_path: Path, encoding: str) -> None:
    found = txt.read(written(tmp_path / "a.txt", "Latihan bersama itu selesai.".encode(encoding)))
    assert found.text == "Latihan bersama itu selesai."


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (CHINESE, "gb18030")])
def test_other_encodings_are_told_by_their_bytes_and_said(tmp_path: Path, text: str, encoding: str) -> None:
    found = txt.read(written(tmp_path / "a.txt", text.encode(encoding)))
    assert found.text == text
    assert found.problems[0].level == "notice" and encoding in found.problems[0].what


def test_the_text_stays_as_it_is_but_for_line_ends_and_broken_words(tmp_path: Path) -> None:
    found = txt.read(
        written(tmp_path / "a.txt", b"\xef\xbb\xbfSatu  dua\r\ntiga mem-\r\nbangun.\r\n\r\n Empat\x00.\r\n")
    )
    assert found.text == "Satu  dua\ntiga membangun.\n\n\n Empat.\n"
    assert texts(found) == ["Satu  dua\ntiga membangun.", "Empat."]


def test_in_a_pdfs_residue_lines_make_paragraphs(tmp_path: Path) -> None:
    lines = ["Pada tahun itu beberapa negara anggota", "Shanghai Cooperation Organization mengadakan",
             "latihan bersama di wilayah salah satu", "negara tersebut selama sepuluh hari."] * 6  # fmt: skip
    found = txt.read(written(tmp_path / "a.txt", "\n\n".join(lines).encode()))
    assert len(found.passages) == 6 and " ".join(texts(found)[0].split()) == " ".join(lines[:4])


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match=r"is no text|is empty"):
        txt.read(written(tmp_path / "a.txt", bytes(range(1, 32)) * 40))


@pytest.mark.needs_shared
def test_the_articles_residue(shared: Path) -> None:
    found = txt.read(shared / "documents" / "000_10243b2ea409ef42.txt")
    assert "setidak-tidaknya" in found.text and "kesepakatan-kesepakatan" in found.text
    assert 200 < len(found.passages) < 500
    assert texts(found)[0].startswith("Abstrak") and texts(found)[1].startswith("Abstract")


MARKDOWN = """---
judul: tak dibaca
---
# Judul *utama*

Paragraf satu[^1] dan [tautan](http://contoh.id) mem-
bangun `kode`.

- butir satu
- butir dua

> Kutipan.

| Negara | Tentara |
|--------|---------|
| Rusia  | **2.000** |

[^1]: Ibid., hlm. 9.
[^dua]: Buku lain

<!-- komentar --><div>dalam</div>
"""


def test_markdown_without_its_marks(tmp_path: Path) -> None:
    found = markdown.read(written(tmp_path / "a.md", MARKDOWN.encode()))
    kinds = [(one.kind, text) for one, text in zip(found.passages, texts(found), strict=True)]
    assert kinds == [
        ("heading", "Judul utama"), ("body", "Paragraf satu dan tautan membangun kode."), ("body", "butir satu"),
        ("body", "butir dua"), ("body", "Kutipan."), ("cell", "Negara"), ("cell", "Tentara"), ("cell", "Rusia"),
        ("cell", "2.000"), ("footnote", "1 Ibid., hlm. 9."), ("footnote", "dua Buku lain"), ("body", "dalam"),
    ]  # fmt: skip
    assert found.grids[0].rows == (("Negara", "Tentara"), ("Rusia", "2.000"))


def test_deep_quotations_end_somewhere(tmp_path: Path) -> None:
    found = markdown.read(written(tmp_path / "a.md", b"kata\n\n" + b"> " * 20_000 + b"dalam\n"))
    assert found.text.startswith("kata")
