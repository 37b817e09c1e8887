"""Searching frozen texts: every script, short words, phrases, places, and an index that heals itself."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang.errors import UsageError
from timbang.model.documents import Extracted, Passage
from timbang.store.folding import find, fold, terms
from timbang.store.fulltext import Index

DOCUMENTS = {
    "en": ["The Peace Mission exercise of 2007.", "Nothing else; a peace\n  mission again, said “observers”."],
    "id": ["Latihan bersama negara-negara anggota.", "Menurut Börzel & Risse, regionalisasi."],
    "ru": ["Совместные учения ещё не завершены.", "РФ и КНР"],
    "zh": ["上海合作组织成员国举行联合军事演习。", "演习在八月举行。"],
}


def extracted(paragraphs: list[str]) -> Extracted:
    text, found = "", []
    for number, one in enumerate(paragraphs, 1):
        found.append(Passage(id=f"p{number:04d}", start=len(text), end=len(text) + len(one), page=number))
        text += one + "\n\n"
    return Extracted(text=text, passages=tuple(found))


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    with Index(tmp_path) as made:
        for key, paragraphs in DOCUMENTS.items():
            assert made.add(key, lambda paragraphs=paragraphs: extracted(paragraphs))
        yield made


QUERIES = {
    "any case": ("peace MISSION", [("en", "p0001"), ("en", "p0002")]),
    "a phrase, across a line end": ('"peace mission"', [("en", "p0001"), ("en", "p0002")]),
    "both words, anywhere": ("again peace", [("en", "p0002")]),
    "inside a word": ("ihan", [("id", "p0001")]),
    "Russian": ("УЧЕНИЯ", [("ru", "p0001")]),
    "Russian ё as е": ("еще", [("ru", "p0001")]),
    "two Russian letters": ("рф", [("ru", "p0002")]),
    "Chinese": ("军事演习", [("zh", "p0001")]),
    "two Chinese characters": ("演习", [("zh", "p0001"), ("zh", "p0002")]),
    "one Chinese character": ("八", [("zh", "p0002")]),
    "short and long together": ("演习 联合军事", [("zh", "p0001")]),
    "an accent, decomposed": (unicodedata.normalize("NFD", "Börzel"), [("id", "p0002")]),
    "marks": ("börzel & risse,", [("id", "p0002")]),
    "quotation marks inside": ("observers", [("en", "p0002")]),
    "syntax of the index": ('"mission OR', []),
    "nothing": ("tiada sama sekali", []),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.values(), ids=QUERIES.keys())
def test_query(index: Index, query: str, expected: list[tuple[str, str]]) -> None:
    hits = index.search(query, list(DOCUMENTS))
    assert [(hit.document, hit.passage) for hit in hits] == expected


def test_a_hit_tells_its_place_and_what_stands_around_it(index: Index) -> None:
    (hit,) = index.search("regionalisasi", ["id"])
    text = extracted(DOCUMENTS["id"]).text
    assert text[hit.start : hit.end] == hit.words == "regionalisasi" and hit.page == 2
    assert (hit.before, hit.after) == ("Menurut Börzel & Risse, ", ".")


def test_only_the_texts_asked_for_and_in_their_order(index: Index) -> None:
    assert [hit.document for hit in index.search("n", ["id", "en"])] == ["id", "id", "en", "en"]
    assert index.search("n", []) == [] and len(index.search("n", ["id", "en"], limit=1)) == 1


def test_a_text_is_read_once(index: Index, tmp_path: Path) -> None:
    def never() -> Extracted:
        raise AssertionError("it was read again")

    assert index.add("en", never) is False
    with Index(tmp_path) as second:
        assert second.add("en", never) is False and second.search("mission", ["en"])


def test_an_empty_query_is_refused(index: Index) -> None:
    for query in ("", "  ", '""', "\u00ad", "x" * 501):
        with pytest.raises(UsageError):
            index.search(query, ["en"])


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    with Index(tmp_path) as index:
        index.add("en", lambda: extracted(DOCUMENTS["en"]))
    (tmp_path / "fulltext-1.sqlite").write_bytes(b"no database at all, but long enough to be taken for one" * 99)
    with Index(tmp_path) as index:
        assert index.add("en", lambda: extracted(DOCUMENTS["en"])) and index.search("peace", ["en"])


def test_an_addition_that_fails_leaves_nothing_behind(index: Index) -> None:
    broken = Extracted(text="kata", passages=(Passage(id=None, start=0, end=4),))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.IntegrityError):
        index.add("broken", lambda: broken)
    assert index.search("kata", ["broken"]) == [] and index.add("broken", lambda: extracted(["kata"]))


@given(st.text(max_size=40), st.data())
def test_what_is_found_folds_to_what_was_sought(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded:
        start = data.draw(st.integers(0, len(folded) - 1))
        term = folded[start : data.draw(st.integers(start + 1, len(folded)))]
        first, last = find(text, term)
        assert term in fold(text[first:last])


def test_terms() -> None:
    assert terms('Peace "Joint  Exercise" «Мирная миссия» РФ') == ["peace", "joint exercise", "мирная миссия", "рф"]
