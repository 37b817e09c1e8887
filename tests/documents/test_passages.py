"""Offsets, hashes and contexts of passages: whatever is written, they refer to the text that comes out."""

from hypothesis import given
from hypothesis import strategies as st

from timbang.documents._passages import LONGEST, Writing, clean, cut, passages
from timbang.model.documents import CONTEXT, quote_hash

LINES = st.lists(st.text(max_size=30), max_size=4)
TABLES = st.lists(st.lists(st.text(max_size=12), max_size=3), max_size=3)


@given(st.lists(st.one_of(LINES, TABLES), max_size=8))
def test_every_passage_is_where_it_says(pieces: list[list[str]] | list[list[list[str]]]) -> None:
    writing = Writing()
    for piece in pieces:
        if piece and isinstance(piece[0], list):
            writing.table(piece)
        else:
            writing.add(piece)
    text, spans, grids = writing.whole()
    found = passages(text, spans)
    end = 0
    for one in found:
        words = text[one.start : one.end]
        assert end <= one.start < one.end <= len(text)
        assert words == words.strip() and quote_hash(words) == one.quote
        assert text[: one.start].endswith(one.prefix) and text[one.end :].startswith(one.suffix)
        assert len(one.prefix) == min(CONTEXT, one.start) and len(one.suffix) == min(CONTEXT, len(text) - one.end)
        end = one.end
    assert [one.id for one in found] == [f"p{n:04d}" for n in range(1, len(found) + 1)]
    for grid in grids:
        assert text[grid.start : grid.end] == "\n".join("\t".join(row) for row in grid.rows)
    text.encode()  # no halves of surrogate pairs


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_cutting_loses_no_word(text: str, longest: int) -> None:
    pieces = list(cut(text, longest))
    assert "".join("".join(text[a:b].split()) for a, b in pieces) == "".join(text.split())
    assert all(b - a <= longest for a, b in pieces)


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "Satu kalimat pendek. " * 300
    first, second = list(cut(text))[:2]
    assert text[first[0] : first[1]].endswith("pendek.") and text[second[0] :].startswith("Satu")
    assert first[1] <= LONGEST


def test_controls_go_and_line_ends_are_made_one() -> None:
    assert clean("a\x00b\r\nc\rd\ufeff\u200be\ud800") == "ab\nc\nde\ufffd"


def test_a_table_is_a_grid_and_its_cells_are_passages() -> None:
    writing = Writing()
    writing.add(["Judul"], "heading")
    writing.table([["Tahun", "Peserta"], ["2007", "China,\nRusia"], ["2008"]])
    text, spans, grids = writing.whole()
    assert text == "Judul\n\nTahun\tPeserta\n2007\tChina, Rusia\n2008\t"
    assert grids[0].rows == (("Tahun", "Peserta"), ("2007", "China, Rusia"), ("2008", ""))
    assert [(span.kind, text[span.start : span.end]) for span in spans] == [
        ("heading", "Judul"), ("cell", "Tahun"), ("cell", "Peserta"), ("cell", "2007"), ("cell", "China, Rusia"),
        ("cell", "2008"),
    ]  # fmt: skip
