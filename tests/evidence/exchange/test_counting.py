"""How positions are counted: worked out by hand, against a slow count, and found out from names."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timbang.evidence.exchange.counting import Counting, found_out, lf, usual

WAYS = [Counting(*way) for way in product((False, True), repeat=3)]
TEXT = st.text(alphabet=st.sampled_from("aé\u0301😀\r\n中𠀀 "), max_size=30).map(
    lambda text: text.replace("\r\n", "\r").replace("\r", "\r\n")
)


def test_by_hand() -> None:
    stored = "a\r\nb😀c"  # ours: a LF b 😀 c
    assert lf(stored) == "a\nb😀c"
    assert Counting().places(stored).read(3, 6) == (2, 5)  # CR LF is two: b is at 3, c at 5
    assert Counting(joined=True).places(stored).read(2, 5) == (2, 5)
    assert Counting(utf16=True).places(stored).read(3, 7) == (2, 5)  # 😀 is two as well
    assert Counting(last=True).places(stored).read(3, 5) == (2, 5)
    assert Counting(utf16=True, last=True).places(stored).write(2, 5) == (3, 6)


def test_a_position_inside_a_double_goes_outward() -> None:
    assert Counting().places("a\r\nb").read(2, 2) == (1, 2)
    assert Counting(utf16=True).places("😀").read(1, 1) == (0, 1)


def slow(stored: str, ours: int, way: Counting) -> int:
    """The position by their counting of the place that is `ours` by ours."""
    theirs = at = 0
    for _ in range(ours):
        if stored[at : at + 2] == "\r\n":
            theirs, at = theirs + (1 if way.joined else 2), at + 2
        else:
            theirs, at = theirs + (2 if way.utf16 and ord(stored[at]) > 0xFFFF else 1), at + 1
    return theirs


@given(TEXT, st.data(), st.sampled_from(WAYS))
def test_as_a_slow_count_says_and_back(stored: str, data: st.DataObject, way: Counting) -> None:
    start = data.draw(st.integers(0, len(lf(stored))))
    end = data.draw(st.integers(start, len(lf(stored))))
    theirs = slow(stored, start, way), slow(stored, end, way) - way.last
    assert way.places(stored).write(start, end) == theirs
    assert way.places(stored).read(*theirs) == (start, end)


STORED = "Satu 😀 dua.\r\nTiga empat.\r\nLima enam 😀 tujuh."


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("origin", ["", "ATLAS.ti Win 9", "NVivo"])
def test_found_out_from_the_names_of_selections(way: Counting, origin: str) -> None:
    samples = []
    for words in ("dua.", "Tiga empat.", "tujuh.", "empat.\nLima"):
        start = lf(STORED).index(words)
        samples.append((STORED, *way.places(STORED).write(start, start + len(words)), words.replace("\n", " ")))
    assert found_out(samples, origin) == way


def test_names_that_are_cut_show_the_start_only() -> None:
    start, end = Counting(last=True).places(STORED).write(12, 28)
    assert found_out([(STORED, start, end, "Tiga emp...")], "") == Counting()
    assert found_out([(STORED, start, end, "Tiga empat.\n Lima"), (STORED, 0, 3, "(0,3)")], "") == Counting(last=True)


def test_without_names_the_programs_usual_way() -> None:
    assert found_out([], "MAXQDA 24") == usual("") == Counting()
    assert found_out([], "NVivo for Mac 15.0.0") == Counting(utf16=True)
    assert found_out([("ab\r\nc", 1, 2, "")], "ATLAS.ti Win 9.0.19") == Counting(joined=True)
