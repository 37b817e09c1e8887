"""Words that a line end broke: each rule by itself, worked out by hand, and lines of Chinese."""

import pytest

from timbang.documents._joining import joined, joined_in_place, words

CASES = {
    "a broken word": (["mem-", "bangun jalan"], [], "membangun jalan"),
    "a broken Russian word": (["меры об-", "щего вида"], [], "меры общего вида"),
    "a soft hyphen": (["for\u00ad", "tress"], [], "fortress"),
    "a soft hyphen before a capital": (["Kir\u00ad", "Gistan"], [], "KirGistan"),
    "a word said twice": (["tujuan negara-", "negara"], [], "tujuan negara-negara"),
    "a word said twice, with an affix": (["terdapat setidak-", "tidaknya 25"], [], "terdapat setidak-tidaknya 25"),
    "a short word said twice": (["hal-", "hal lain"], [], "hal-hal lain"),
    "before a capital": (["dagang China-", "Rusia naik"], [], "dagang China-Rusia naik"),
    "before a number": (["hlm. 378-", "383"], [], "hlm. 378- 383"),
    "a word and a number": (["pasca-", "1991"], [], "pasca-1991"),
    "the document has the joined word": (["de-", "fence"], ["defence de fence"], "defence"),
    "the document has the hyphenated word": (["counter-", "terrorism"], ["counter-terrorism"], "counter-terrorism"),
    "the document has both halves": (["state-", "centric view"], ["state and centric"], "state-centric view"),
    "the document has one half": (["under-", "stand"], ["under way"], "understand"),
    "a dash is no hyphen": (["Rusia –", "dan China"], [], "Rusia – dan China"),
    "a hyphen by itself": (["Rusia -", "dan China"], [], "Rusia - dan China"),
    "Chinese": (["联合军事", "演习"], [], "联合军事演习"),
    "Chinese and Latin": (["和平使命", "Peace Mission"], [], "和平使命 Peace Mission"),
    "empty lines": (["satu", "", "  ", "dua"], [], "satu dua"),
    "no lines": ([], [], ""),
}


@pytest.mark.parametrize(("lines", "elsewhere", "expected"), CASES.values(), ids=CASES.keys())
def test_rule(lines: list[str], elsewhere: list[str], expected: str) -> None:
    assert joined(lines, words([*lines, *elsewhere])) == expected


def test_in_place_the_rest_of_the_word_moves_up_and_the_lines_stay() -> None:
    text = "terdapat setidak-\n\ntidaknya 25 organisasi\nyang mem-\nbangun, lalu\n- butir\n- lain-\n\n\nBab dua"
    mended = "terdapat setidak-tidaknya\n\n 25 organisasi\nyang membangun,\n lalu\n- butir\n- lain-\n\n\nBab dua"
    assert joined_in_place(text) == mended


def test_in_place_nothing_changes_without_broken_words() -> None:
    text = "satu - dua\ntiga -\nempat\n1996-\n2001"
    assert joined_in_place(text) == text
