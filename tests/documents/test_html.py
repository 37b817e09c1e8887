"""Pages: what is around the text goes, tables stay, declared and undeclared encodings, hostile markup."""

from pathlib import Path

import pytest

from timbang.documents import html
from timbang.errors import TimbangError

MAIN = """<h2>Latihan bersama</h2>
<p>Latihan itu diadakan di Chelyabinsk dari 9 sampai 17 Agustus 2007 dan diikuti sekitar enam ribu tentara.</p>
<p>Pengamat datang dari negara lain, kata penyelenggara kepada pers pada hari itu di ibu kota negara tersebut.</p>
<table><tr><th>Negara</th><th>Tentara</th></tr><tr><td>Rusia</td><td>2.000</td></tr>
<tr><td>Tiongkok</td><td>1.600</td></tr></table>
<p>Последнее предложение о совместных учениях стран региона, которые прошли летом того же года в горах.</p>"""
PAGE = f"""<!DOCTYPE html><html><head><meta charset="{{}}"><title>Latihan</title><script>alert('skrip')</script></head>
<body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita lain</a></li></ul></nav>
<header><h1>Judul halaman ini</h1></header><article>{MAIN}</article>
<div class="cookie-banner">Kami memakai kuki. <button>Setuju</button></div>
<footer>Hak cipta. <a href="#">Langganan</a></footer>
</body></html>"""


def page(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_the_text_stays_and_what_is_around_it_goes(tmp_path: Path) -> None:
    found = html.read(page(tmp_path / "a.html", PAGE.format("utf-8")))
    texts = [(one.kind, found.text[one.start : one.end]) for one in found.passages]
    assert texts[:2] == [("heading", "Judul halaman ini"), ("heading", "Latihan bersama")]
    assert texts[-1][1].startswith("Последнее предложение")
    assert not any(word in found.text for word in ("Beranda", "kuki", "Hak cipta", "skrip", "Langganan"))
    assert found.grids[0].rows == (("Negara", "Tentara"), ("Rusia", "2.000"), ("Tiongkok", "1.600"))


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "koi8-r"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = html.read(page(tmp_path / "a.html", PAGE.format(encoding), encoding))
    assert "Последнее предложение" in found.text and not found.problems


def test_a_page_of_little_text_is_taken_whole(tmp_path: Path) -> None:
    found = html.read(page(tmp_path / "a.html", "<html><body><div>Satu</div><div>Dua <p>tiga</p></div></body></html>"))
    assert found.text.split() == ["Satu", "Dua", "tiga"]


def test_hidden_text_and_scripts_are_not_read_where_the_page_is_taken_whole(tmp_path: Path) -> None:
    text = "<html><body><p>Tampak</p><p style='display: none'>Gaib</p><script>x()</script><p hidden>H</p></body></html>"
    assert html.read(page(tmp_path / "a.html", text)).text == "Tampak"


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="the page holds no text"):
        html.read(page(tmp_path / "a.html", "<html><body><script>draw()</script></body></html>"))


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 50_000 + "dalam sekali" + "</div>" * 50_000,
    "unclosed": "<html><body>" + "<table><tr><td>" * 5_000 + "kata",
    "many attributes": "<html><body><p " + " ".join(f"a{n}='x'" for n in range(3_000)) + ">kata kata</p>",
    "entities": '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>kata &b;</p></body></html>',
    "nulls": "<html><body><p>ka\x00ta</p></body></html>",
    "wide table": "<html><body><table>" + ("<tr>" + "<td colspan='99999999'>1</td>" * 9 + "</tr>") * 9 + "</table>",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_is_read_or_refused_with_a_message(tmp_path: Path, text: str) -> None:
    try:
        assert len(html.read(page(tmp_path / "a.html", text)).text) < 100_000
    except TimbangError as error:
        assert error.problems[0].file == "a.html"


def test_code_within_a_sentence_stays_within_it(tmp_path: Path) -> None:
    text = PAGE.replace("Chelyabinsk", "<code>Chelyabinsk</code>").format("utf-8")
    assert "diadakan di Chelyabinsk dari 9" in html.read(page(tmp_path / "a.html", text)).text
