"""Passages found again in a newer text: after edits elsewhere always, after edits inside never."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.documents import reanchor, relocate
from timbang.documents._passages import Writing, passages
from timbang.model.documents import Passage, quote_hash

PARAGRAPHS = [
    "Latihan bersama diadakan pada bulan Agustus 2007.", "Шесть государств приняли участие в учениях.",
    "各国军队参加了联合军事演习。", "Ibid.", "The observers came from elsewhere.", "Ibid.",
    "Jumlah tentara 6.500 orang.",
]  # fmt: skip


def document(paragraphs: list[str]) -> tuple[str, tuple[Passage, ...]]:
    writing = Writing()
    for one in paragraphs:
        writing.add([one])
    text, spans, _ = writing.whole()
    return text, passages(text, spans)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def test_an_unchanged_text_keeps_every_passage() -> None:
    text, found = document(PARAGRAPHS)
    assert [anchor.fate for anchor, _ in reanchor(text, text, found)] == ["found"] * len(found)
    assert [one for _, one in reanchor(text, text, found)] == list(found)


EDITS = st.lists(
    st.tuples(st.integers(0, 400), st.sampled_from(["\n", " ", "\u00ad", "-\n", "Sisipan baru. ", "新"])), max_size=12
)


@settings(max_examples=200)
@given(EDITS)
def test_after_random_insertions_what_is_found_has_the_same_letters(edits: list[tuple[int, str]]) -> None:
    old, found = document(PARAGRAPHS)
    new = old
    for place, words in edits:
        new = new[:place] + words + new[place:]
    for before, (anchor, after) in zip(found, reanchor(old, new, found), strict=True):
        words = old[before.start : before.end]
        if anchor.fate == "lost":
            assert after is None and squeezed(words) not in squeezed(new)
            continue
        assert after is not None and after.id == before.id
        assert squeezed(new[after.start : after.end]) == squeezed(words)
        assert after.quote == quote_hash(new[after.start : after.end])
        assert (anchor.fate == "found") == ((before.start, before.end) == (after.start, after.end))


def test_a_newer_reader_that_joins_words_otherwise_loses_nothing() -> None:
    old, found = document(["Negara-negara mem-bangun kerja sama.", "Lain."])
    new = "Kepala halaman\n\nNegara-negara membangun\nkerja  sama.\n\nLain."
    anchors = reanchor(old, new, found)
    assert [anchor.fate for anchor, _ in anchors] == ["moved", "moved"]
    assert new[anchors[0][0].start : anchors[0][0].end] == "Negara-negara membangun\nkerja  sama."


def test_words_that_were_changed_are_lost() -> None:
    old, found = document(PARAGRAPHS)
    new = old.replace("6.500", "7.500")
    assert [anchor.fate for anchor, _ in reanchor(old, new, found)] == ["found"] * 6 + ["lost"]


def test_words_that_come_twice_are_told_apart_by_what_stands_around_them() -> None:
    old, found = document(PARAGRAPHS)
    new = "\n\n".join([PARAGRAPHS[4], PARAGRAPHS[5], PARAGRAPHS[6], PARAGRAPHS[2], PARAGRAPHS[3]])
    first, second = (anchor for anchor, one in reanchor(old, new, found) if one and one.quote == quote_hash("Ibid."))
    assert new[: first.start].strip().endswith("演习。") and new[: second.start].strip().endswith("elsewhere.")


def test_any_stretch_can_be_carried_over() -> None:
    old, new = "Pada tahun 2007 latihan diadakan.", "Baru. Pada tahun\n2007 latihan diadakan."
    (anchor,) = relocate(old, new, [(5, 15)])
    assert (anchor.fate, new[anchor.start : anchor.end]) == ("moved", "tahun\n2007")


def test_very_common_words_are_looked_for_near_their_place() -> None:
    old = "dan " * 5_000
    (anchor,) = relocate(old, old, [(16_000, 16_003)])
    assert anchor.fate == "found"
