"""The ledger's codings to a project and back."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from timbang.evidence.codebook import Codebook, open_codebook
from timbang.evidence.exchange.guids import guid
from timbang.evidence.exchange.matching import Held
from timbang.evidence.exchange.nouns import Mark, Project, ProjectCode, Source, User
from timbang.evidence.exchange.project_in import read_project
from timbang.evidence.exchange.project_out import write_project
from timbang.evidence.exchange.to_codings import UNNAMED, codings_of
from timbang.evidence.exchange.to_project import project_of
from timbang.model.codings import Coding, Edition
from timbang.model.documents import Passage

TEXT = "Terorisme é mengancam.\n\nNATO mendekat 😀. NATO lagi."
DOCUMENT = Held(
    sha256="a" * 64,
    title="Satu",
    text=TEXT,
    passages=(Passage(id="p0001", start=0, end=22), Passage(id="p0002", start=24, end=51)),
)
OTHER = Held(sha256="b" * 64, title="Dua", text="Lain.")
BOOK = Edition("balancing", "1", "0123")
LEXICAL = Coding(document=DOCUMENT.sha256, passage="p0001", start=0, end=11, code="threat-nonstate", coder="lexical",
                 by="program", codebook=BOOK, program="timbang 0.1.0, lexical 1", kind="says", negated=True,
                 quoted=True, speaker="Vladimir\nPutin", score=0.25, time="2026-11-23T10:00:00Z")  # fmt: skip
ANN = replace(LEXICAL, coder="Ann", by="person", program="sheet", negated=False, quoted=False, speaker="", score=1.0)


@cache
def book() -> Codebook:
    return open_codebook("balancing")


def through(project: Project, folder: Path) -> Project:
    write_project(project, folder / "p.qdpx")
    return read_project(folder / "p.qdpx")


def test_there_and_back(tmp_path: Path) -> None:
    second = next(code for code in book().codes if code != "threat-nonstate")
    codings = [LEXICAL, ANN, replace(ANN, code=second), replace(ANN, passage="p0002", start=24, end=28)]
    project = through(project_of("P", codings, book(), [DOCUMENT, OTHER], "timbang 0.1.0"), tmp_path)
    found, problems = codings_of(project, book(), [DOCUMENT, OTHER])
    assert problems == []
    expected = {replace(coding, speaker=coding.speaker.replace("\n", " ")).id for coding in codings}
    assert {coding.id for coding in found.values()} == expected
    assert {coding.time for coding in found.values()} == {"2026-11-23T10:00:00Z"}
    assert len({mark.selection for mark in project.marks}) == 3  # Ann's two codes share one
    assert [source.name for source in project.sources] == ["Satu", "Dua"]


def test_the_same_codings_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_project(project_of("P", [LEXICAL, ANN], book(), [DOCUMENT], "timbang"), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


FOREIGN = Project(
    name="Studi", origin="NVivo 14",
    users=(User(guid("u"), "Cici"),),
    codes=(ProjectCode(guid=guid("c", 1), name="Threat-Nonstate"), ProjectCode(guid=guid("c", 2), name="mine alone")),
    sources=(Source(guid=guid("s", 1), name="satu.txt", text=TEXT.replace("é", "e\u0301").replace("\n\n", "\n")),
             Source(guid=guid("s", 2), name="unknown", text="Zzz")),
    marks=(
        Mark(guid=guid("m", 1), source=guid("s", 1), start=24, end=28, code=guid("c", 1), user=guid("u"),
             note="m\nn: o"),
        Mark(guid=guid("m", 2), source=guid("s", 1), start=0, end=12, code=guid("c", 1)),
        Mark(guid=guid("m", 3), source=guid("s", 1), start=0, end=12, code=guid("c", 2)),
        Mark(guid=guid("m", 4), source=guid("s", 2), start=0, end=2, code=guid("c", 1)),
    ),
)  # fmt: skip


def test_people_who_coded_elsewhere() -> None:
    found, problems = codings_of(FOREIGN, book(), [DOCUMENT, OTHER])
    first, second = found[guid("m", 1)], found[guid("m", 2)]
    assert (first.start, first.end, first.passage, TEXT[24:28]) == (24, 28, "p0002", "NATO")
    assert (first.coder, first.by, first.code) == ("Cici", "person", "threat-nonstate")
    assert (first.kind, first.program) == (book().codes["threat-nonstate"].aspect, "NVivo 14, REFI-QDA")
    assert first.codebook == book().edition
    assert (TEXT[second.start : second.end], second.coder, second.passage) == ("Terorisme é", UNNAMED, "p0001")
    assert [(problem.what, problem.value) for problem in problems] == [
        ("1 codings have a code that the codebook does not have", "mine alone"),
        ("1 codings are of a document that the case does not have", "unknown"),
    ]


def test_guids_that_were_read_are_kept(tmp_path: Path) -> None:
    read = through(FOREIGN, tmp_path)
    taken = list(codings_of(read, book(), [DOCUMENT])[0].values())
    project = project_of("other", [*taken, ANN], book(), [DOCUMENT, OTHER], "timbang", onto=read)
    again = through(project, tmp_path)
    assert {mark.guid for mark in again.marks} == {mark.guid for mark in FOREIGN.marks} | {guid("coding", ANN.id)}
    assert next(mark.code for mark in again.marks if mark.guid == guid("coding", ANN.id)) == guid("c", 1)
    assert [code.name for code in again.codes[:2]] == ["Threat-Nonstate", "mine alone"]
    assert len(again.codes) == len(book().codes) + 1
    assert [source.name for source in again.sources] == ["satu.txt", "unknown", "Dua"]
    placed = next(mark for mark in again.marks if mark.guid == guid("coding", ANN.id))
    assert (again.sources[0].text or "")[placed.start : placed.end] == "Terorisme e\u0301"


@pytest.mark.parametrize("change", [{"code": ""}, {"code": "no-such-code"}, {"document": "c" * 64}])
def test_what_has_no_place_in_a_project_is_left_out_and_said(change: dict[str, str]) -> None:
    project = project_of("P", [ANN, replace(ANN, **change)], book(), [DOCUMENT], "timbang")
    assert len(project.marks) == 1
    assert [problem.what[:24] for problem in project.problems] == ["1 codings are left out: "]


def test_a_text_that_repeats_itself_is_no_bomb(tmp_path: Path) -> None:
    long = Held(sha256="d" * 64, title="Panjang", text="Terorisme mengancam kawasan. " * 80_000)
    project = through(project_of("P", [replace(ANN, document=long.sha256)], book(), [long], "timbang"), tmp_path)
    assert project.sources[0].text == long.text
