"""Frozen texts: written once, checked when read, and carried over only on request."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from timbang.casefile import texts
from timbang.documents._passages import Writing, passages
from timbang.errors import Problem, TimbangError
from timbang.model.documents import Box, Extracted

DOCUMENT = "ab" * 32


def read_as(*paragraphs: str, reader: str = "timbang-pdf 1") -> Extracted:
    writing = Writing()
    for number, one in enumerate(paragraphs, 1):
        writing.add([one], page=number, box=Box(number, 1.5, 2.0, 3.0, 4.0))
    writing.table([["a", "б"], ["中", ""]])
    text, spans, grids = writing.whole()
    return Extracted(text=text, passages=passages(text, spans), grids=grids, pages=2, blank_pages=(2,), reader=reader)


def test_what_was_frozen_is_read_back_the_same(tmp_path: Path) -> None:
    found = read_as("Satu kalimat.", "Второе предложение — 第二句。")
    freezing = texts.freeze(tmp_path, DOCUMENT, found)
    assert freezing.outcome == "new" and freezing.path == tmp_path / "texts" / f"{DOCUMENT}.json"
    assert texts.load(tmp_path, DOCUMENT) == found
    assert b"\r" not in freezing.path.read_bytes()


def test_the_same_text_again_changes_nothing(tmp_path: Path) -> None:
    path = texts.freeze(tmp_path, DOCUMENT, read_as("Satu.")).path
    before = path.read_bytes()
    assert texts.freeze(tmp_path, DOCUMENT, read_as("Satu.", reader="timbang-pdf 2")).outcome == "unchanged"
    assert path.read_bytes() == before


def test_a_newer_reader_that_reads_otherwise_is_reported_and_nothing_replaced(tmp_path: Path) -> None:
    path = texts.freeze(tmp_path, DOCUMENT, read_as("Satu.", "Dua kata.", "Tiga.")).path
    before = path.read_bytes()
    newer = read_as("Satu.", "Baru.", "Dua kata.", reader="timbang-pdf 2")
    freezing = texts.freeze(tmp_path, DOCUMENT, newer)
    assert freezing.outcome == "differing" and path.read_bytes() == before
    assert [anchor.fate for anchor in freezing.anchors] == ["found", "moved", "lost", "found", "found", "found"]
    assert "of 6 passages 4 stand at the same place, 1 elsewhere, 1 are lost" in freezing.problems[0].what


def test_on_request_the_newer_text_is_taken_and_the_anchors_lead_into_it(tmp_path: Path) -> None:
    texts.freeze(tmp_path, DOCUMENT, read_as("Satu.", "Dua kata."))
    newer = read_as("Nol.", "Satu.", "Dua kata.")
    freezing = texts.freeze(tmp_path, DOCUMENT, newer, swap=True)
    assert freezing.outcome == "replaced"
    text = texts.load(tmp_path, DOCUMENT).text
    assert [text[anchor.start : anchor.end] for anchor in freezing.anchors[:2]] == ["Satu.", "Dua kata."]


def changed(path: Path, **values: object) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | values), encoding="utf-8")


DAMAGE = {
    "changed text": ({"text": "Palsu.\n\na\tб\n中\t"}, "the text was changed after it was frozen"),
    "another document": ({"document": "cd" * 32}, "the text belongs to another document"),
    "newer format": ({"format": 9}, "newer format"),
    "no passages": ({"passages": None}, "no frozen text, or a damaged one"),
    "a passage outside": ({"passages": [{"id": "p1", "start": 0, "end": 999}]}, "lies outside the text"),
    "a wrong kind": ({"passages": [{"id": "p1", "start": 0, "end": 1, "kind": "x"}]}, "no frozen text, or a damaged"),
    "offsets in words": ({"passages": [{"id": "p1", "start": "0", "end": 1}]}, "no frozen text, or a damaged"),
}


@pytest.mark.parametrize(("values", "told"), DAMAGE.values(), ids=DAMAGE.keys())
def test_a_text_that_was_changed_is_a_problem(tmp_path: Path, values: dict[str, object], told: str) -> None:
    path = texts.freeze(tmp_path, DOCUMENT, read_as("Satu.")).path
    changed(path, **values)
    with pytest.raises(TimbangError, match=told) as caught:
        texts.load(tmp_path, DOCUMENT)
    assert caught.value.problems[0].file == f"texts/{DOCUMENT}.json"


def test_a_file_that_is_no_json_is_a_problem(tmp_path: Path) -> None:
    path = texts.freeze(tmp_path, DOCUMENT, read_as("Satu.")).path
    path.write_text("[" * 100_000)
    assert "damaged" in texts.read(tmp_path, DOCUMENT)[1][0].what


def test_an_absent_document_is_legal_and_a_text_of_no_document_is_noticed(tmp_path: Path) -> None:
    assert texts.check(tmp_path, [DOCUMENT]) == []
    texts.freeze(tmp_path, DOCUMENT, read_as("Satu."))
    assert texts.check(tmp_path, [DOCUMENT]) == []
    (told,) = texts.check(tmp_path, [])
    assert told.level == "notice" and "of no document listed" in told.what


def test_a_hash_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="no SHA-256"):
        texts.freeze(tmp_path, "../../etc/passwd", read_as("Satu."))


def test_only_problems_of_a_reading_are_kept_not_its_notices(tmp_path: Path) -> None:
    broken = Problem(what="page 2 cannot be read")
    found = replace(read_as("Satu."), problems=(broken, Problem(what="scanned", level="notice")))
    texts.freeze(tmp_path, DOCUMENT, found)
    assert texts.load(tmp_path, DOCUMENT).problems == (broken,)


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert texts.document_hash(tmp_path / "a").startswith("ba7816bf8f01cfea")
