"""PDFs made as the journal sets them: order, kinds, places, tables, scans, scripts, damage."""

import io
from pathlib import Path

import pytest
from documents import made_pdfs
from PIL import Image

from timbang.documents import page_image, pdf
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

Told = list[tuple[str, int | None, str]]


def told(found: Extracted) -> Told:
    return [(one.kind, one.page, found.text[one.start : one.end]) for one in found.passages]


def test_an_article_in_two_columns_is_read_in_order_with_its_kinds(tmp_path: Path) -> None:
    found = pdf.read(made_pdfs.article(tmp_path / "article.pdf"))
    body = "dan terus berjalan sampai habis " * 12 + "titik."
    expected: Told = [
        ("running", 1, "Jurnal Contoh | Volume 4 Nomor 2 | Halaman 41"),
        ("heading", 1, "Perimbangan di Kawasan Contoh"),
        ("body", 1, " ".join(["Abstrak tulisan ini berusaha memahami dua hal yang berbeda."] * 4)),
        ("body", 1, f"Halaman 1 kolom 1 mulai di sini {body}"),
        ("body", 1, f"Halaman 1 kolom 2 mulai di sini {body}"),
        ("footnote", 1, "3 Penulis Satu, Judul Buku (Kota: Penerbit, 2008) hlm. 7."),
        ("footnote", 1, "4 Ibid., hlm. 9."),
        ("running", 1, "41"),
    ]
    assert told(found)[:8] == expected
    assert told(found)[8:14] == [
        ("running", 2, "Jurnal Contoh | Volume 4 Nomor 2 | Halaman 42"),
        ("body", 2, f"Halaman 2 kolom 1 mulai di sini {body}"),
        ("body", 2, f"Halaman 2 kolom 2 mulai di sini {body}"),
        ("footnote", 2, "6 Penulis Satu, Judul Buku (Kota: Penerbit, 2008) hlm. 14."),
        ("footnote", 2, "7 Ibid., hlm. 9."),
        ("running", 2, "42"),
    ]
    assert found.pages == 3 and not found.blank_pages and not found.problems


def test_boxes_tell_where_a_passage_stands(tmp_path: Path) -> None:
    found = pdf.read(made_pdfs.article(tmp_path / "article.pdf", pages=2))
    left, right = [one.box for one in found.passages if one.kind == "body"][1:3]
    assert left and right
    assert left.x0 == pytest.approx(made_pdfs.LEFT, abs=1)
    assert right.x0 == pytest.approx(made_pdfs.LEFT + made_pdfs.COLUMN + made_pdfs.GAP, abs=1)
    assert left.page == right.page == 1 and left.top == right.top < left.bottom < made_pdfs.HEIGHT


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    path = made_pdfs.two_columns(
        tmp_path / "columns.pdf",
        ["Kalimat pertama berjalan sampai baris", "kedua lalu selesai.", "Lalu negara-negara anggota mem-"],
        ["bangun kerja sama bersama para", "tetangga mereka di kawasan itu", "hingga selesai."],
    )
    whole = (
        "Lalu negara-negara anggota membangun kerja sama bersama para tetangga mereka di kawasan itu hingga selesai."
    )
    assert [text for _, _, text in told(pdf.read(path))] == [
        "Kalimat pertama berjalan sampai baris kedua lalu selesai.",
        whole,
    ]
    two = made_pdfs.pages(tmp_path / "pages.pdf", ["Paragraf ini berakhir pada", "halaman berikutnya."])
    assert told(pdf.read(two)) == [("body", 1, "Paragraf ini berakhir pada halaman berikutnya.")]


def test_a_ruled_table_is_a_grid_with_boxes(tmp_path: Path) -> None:
    rows = [["Tanggal", "Peserta"], ["10-11\nOktober 2002", "China dan Kir-\ngistan"], ["2003", ""]]
    found = pdf.read(made_pdfs.table(tmp_path / "table.pdf", rows))
    (grid,) = found.grids
    assert grid.rows == (("Tanggal", "Peserta"), ("10-11 Oktober 2002", "China dan Kirgistan"), ("2003", ""))
    assert grid.page == 1 and found.text[grid.start : grid.end].startswith("Tanggal\tPeserta\n")
    assert [text for kind, _, text in told(found) if kind == "body"] == [
        "Tabel di bawah ini memuat latihan yang dibuat-buat.", "Paragraf sesudah tabel.",
    ]  # fmt: skip
    cell = next(one for one in found.passages if one.kind == "cell")
    assert cell.box and cell.box.x0 == pytest.approx(made_pdfs.LEFT, abs=1)


def test_pages_without_text_are_named(tmp_path: Path) -> None:
    found = pdf.read(made_pdfs.pages(tmp_path / "scan.pdf", ["Satu halaman.", "", "Tiga.", ""]))
    assert found.blank_pages == (2, 4) and found.pages == 4
    assert [problem.level for problem in found.problems] == ["notice"]
    assert "2 of 4 pages hold no text" in found.problems[0].what


def test_a_scan_without_any_text_is_read_as_blank(tmp_path: Path) -> None:
    found = pdf.read(made_pdfs.pages(tmp_path / "scan.pdf", ["", ""]))
    assert (found.text, found.passages, found.blank_pages) == ("", (), (1, 2))


def test_cyrillic_and_chinese(tmp_path: Path) -> None:
    russian = made_pdfs.pages(tmp_path / "ru.pdf", ["Учения об-\nщего вида прошли в Китае."], "DejaVu")
    assert pdf.read(russian).text == "Учения общего вида прошли в Китае."
    chinese = made_pdfs.pages(tmp_path / "zh.pdf", ["各国军队参加了\n联合军事演习。"], "STSong-Light")
    assert pdf.read(chinese).text == "各国军队参加了联合军事演习。"


def test_a_page_image_is_a_picture_of_that_page(tmp_path: Path) -> None:
    path = made_pdfs.article(tmp_path / "article.pdf", pages=2)
    image = Image.open(io.BytesIO(page_image(path, 2)))
    assert image.format == "PNG" and image.width == pytest.approx(made_pdfs.WIDTH / 72 * 150, abs=2)
    assert image.convert("L").getextrema() == (0, 255)
    with pytest.raises(TimbangError, match="there is no page 3"):
        page_image(path, 3)


def test_an_encrypted_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match=r"rahasia.pdf: the PDF is encrypted with a password"):
        pdf.read(made_pdfs.pages(tmp_path / "rahasia.pdf", ["rahasia"], password="kunci"))


def test_a_pdf_cut_off_is_refused_or_said_to_be(tmp_path: Path) -> None:
    whole = made_pdfs.article(tmp_path / "whole.pdf").read_bytes()
    outcomes = []
    for share in (0.1, 0.5, 0.9, 0.99):
        path = tmp_path / "cut.pdf"
        path.write_bytes(whole[: int(len(whole) * share)])
        try:
            outcomes.append(" ".join(problem.what for problem in pdf.read(path).problems))
        except TimbangError as error:
            outcomes.append(str(error))
    assert all("cut off" in outcome for outcome in outcomes)


def test_an_initial_goes_back_to_its_word(tmp_path: Path) -> None:
    page = made_pdfs.canvas(tmp_path / "initial.pdf")
    made_pdfs.lines(page, ["M"], 60, 78, 40)
    made_pdfs.lines(page, ["emasuki abad baru, pelibatan banyak", "aktor di kawasan itu bertambah."], 98, 90)
    made_pdfs.lines(page, ["Paragraf lain menyusul di bawahnya dan", "panjangnya dua baris."], 60, 160)
    page.save()
    assert pdf.read(tmp_path / "initial.pdf").text.startswith("Memasuki abad baru, pelibatan banyak aktor")


def test_a_head_that_no_page_repeats_does_not_enter_the_sentence_under_it(tmp_path: Path) -> None:
    page = made_pdfs.canvas(tmp_path / "heads.pdf")
    for head, text in (("Judul jurnal", "Paragraf ini berakhir pada"), ("Nama penulis", "halaman berikutnya.")):
        made_pdfs.lines(page, [head], made_pdfs.LEFT, 36, 9)
        made_pdfs.lines(page, [text], made_pdfs.LEFT, 80)
        page.showPage()
    page.save()
    assert told(pdf.read(tmp_path / "heads.pdf"))[1:] == [
        ("body", 1, "Paragraf ini berakhir pada halaman berikutnya."), ("running", 2, "Nama penulis"),
    ]  # fmt: skip


def test_small_print_at_the_foot_is_no_footnote_without_mark_or_rule(tmp_path: Path) -> None:
    page = made_pdfs.canvas(tmp_path / "listing.pdf")
    made_pdfs.lines(page, ["Teks biasa yang panjangnya lebih dari cukup untuk sebuah paragraf."], made_pdfs.LEFT, 80)
    made_pdfs.lines(page, ["Keterangan:", "4 CARD32", "8 CARD64"], made_pdfs.LEFT, 200, 8)
    page.save()
    assert "footnote" not in {kind for kind, _, _ in told(pdf.read(tmp_path / "listing.pdf"))}
