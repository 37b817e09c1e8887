"""Files made to do harm, or something else altogether, are refused with words that say why."""

import stat
import zipfile
from pathlib import Path

import pytest
from support.refi import project, qdpx

from timbang.errors import TimbangError
from timbang.evidence.exchange import archive, markup
from timbang.evidence.exchange.codebook_qdc import read_qdc
from timbang.evidence.exchange.project_in import read_project

GOOD = project("")


def said(path: Path) -> str:
    with pytest.raises(TimbangError) as caught:
        read_qdc(path) if path.suffix == ".qdc" else read_project(path)
    (problem,) = caught.value.problems
    assert problem.file.startswith(path.name)
    assert caught.value.status == 1
    return problem.what


@pytest.mark.parametrize(
    "name", ["../out.txt", "sources/../../out.txt", "/etc/passwd", "C:/x.txt", r"..\out.txt", "C:x"]
)
def test_paths_that_lead_out(tmp_path: Path, name: str) -> None:
    path = qdpx(tmp_path / "p.qdpx", GOOD)
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr(name, "x")
    assert "leads out" in said(path)
    assert list(tmp_path.iterdir()) == [path]


def test_symbolic_links(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "p.qdpx", GOOD)
    link = zipfile.ZipInfo("sources/a.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr(link, "/etc/passwd")
    assert "symbolic link" in said(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["project.qde", "PROJECT.qde", "sources/ONE.txt"])
def test_two_files_of_one_name(tmp_path: Path, name: str) -> None:
    path = qdpx(tmp_path / "p.qdpx", GOOD, one="x")
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr(name, GOOD)
    assert "two files of one name" in said(path)


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("project.qde", b" " * 60_000_000)
    assert path.stat().st_size < 100_000
    assert "far more than it should" in said(path)
    monkeypatch.setattr(archive, "LARGEST_ALL", 1000)
    assert "unpacks to" in said(qdpx(tmp_path / "q.qdpx", GOOD, one="x" * 2000))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 3)
    assert "holds 4 files" in said(qdpx(tmp_path / "r.qdpx", GOOD, a="", b="", c=""))


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    path = qdpx(tmp_path / "p.qdpx", GOOD + " " * 5000)
    data = path.read_bytes()
    size = len(GOOD.encode()) + 5000
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little")))
    assert said(path) in (
        "a file in the archive is damaged",
        "this is no XML that can be read: ...",
    ) or "no XML" in said(path)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 20))


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        (f'<!DOCTYPE Project [<!ENTITY l0 "ha">{LAUGHS}]>' + GOOD.replace('name="P"', 'name="&l19;"'), "no XML"),
        (
            f'<!DOCTYPE Project [<!ENTITY l0 "ha">{LAUGHS}]>'
            + GOOD.replace("</Project>", "<Description>&l19;</Description></Project>"),
            "entity nesting",
        ),
        (
            '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            + GOOD.replace("</Project>", "<Description>&x;</Description></Project>"),
            "document type",
        ),
        ('<!DOCTYPE Project SYSTEM "http://127.0.0.1:1/x.dtd">' + GOOD, "document type"),
        ("<Project xmlns='urn:QDA-XML:project:1.0'>" + "<a>" * 5000 + "</a>" * 5000 + "</Project>", "no XML"),
        ("", "no XML"),
        ("<Project", "no XML"),
        ("{}", "no XML"),
        ("<html/>", "something else"),
        ("<Project xmlns='http://schemas.microsoft.com/project'/>", "something else"),
        ("<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>", "something else"),
    ],
)
def test_xml(tmp_path: Path, xml: str, why: str) -> None:
    assert why in said(qdpx(tmp_path / "p.qdpx", xml))


def test_entities_in_utf16_are_seen(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE Project [<!ENTITY x "y">]>' + GOOD
    assert "document type" in said(qdpx(tmp_path / "p.qdpx", xml.encode("utf-16")))


def test_what_is_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "b.qdpx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    assert "no ZIP" in said(broken)
    assert "cannot be read" in said(tmp_path / "none.qdpx")
    with zipfile.ZipFile(tmp_path / "e.qdpx", "w") as opened:
        opened.writestr("readme.txt", "x")
    assert "holds no project" in said(tmp_path / "e.qdpx")
    with zipfile.ZipFile(tmp_path / "f.qdpx", "w") as opened:
        opened.writestr("a.qde", GOOD)
        opened.writestr("b.qde", GOOD)
    assert "several projects" in said(tmp_path / "f.qdpx")
    monkeypatch.setattr(markup, "LARGEST_XML", 10)
    assert "too large" in said(qdpx(tmp_path / "l.qdpx", GOOD))


def test_codebooks(tmp_path: Path) -> None:
    path = tmp_path / "c.qdc"
    path.write_text(GOOD)
    assert "something else" in said(path)
    path.write_text('<!DOCTYPE CodeBook [<!ENTITY x "y">]><CodeBook/>')
    assert "document type" in said(path)
    assert "archive" in said(qdpx(tmp_path / "d.qdc", GOOD))


def test_an_archive_whose_project_has_another_name_is_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.qdpx", "w") as opened:
        opened.writestr("My project.qde", GOOD)
    assert read_project(tmp_path / "p.qdpx").name == "P"
