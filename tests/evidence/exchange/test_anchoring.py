"""The same words in another writing of a text."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from timbang.evidence.exchange.anchoring import Bridge, Writing

NFC = "Le Président à Dušanbe: «Ô pays».\nFin été."
NFD = unicodedata.normalize("NFD", NFC)


def words(here: str, there: str, chosen: str) -> str | None:
    start = here.index(chosen)
    span = Bridge(Writing(here), Writing(there)).carried(start, start + len(chosen))
    return span and there[slice(*span)]


def test_accents_composed_or_not() -> None:
    assert len(NFD) == len(NFC) + 6
    assert words(NFC, NFD, "Président à") == unicodedata.normalize("NFD", "Président à")
    assert words(NFD, NFC, unicodedata.normalize("NFD", "été")) == "été"


def test_lines_broken_or_joined() -> None:
    assert words("an exer-\ncise in\r\nspring", "an exercise in spring", "exer-\ncise in") == "exercise in"
    assert words("an exercise in spring", "an exer-\ncise in\nspring", "exercise") == "exer-\ncise"


def test_words_that_are_in_one_place_only() -> None:
    assert words("one two three", "zero one two four", "two") == "two"
    assert words("one two three", "nothing of it", "two") is None
    assert words("one two", "two two", "two") is None


def test_of_several_places_the_one_after_the_same_words() -> None:
    here = "alpha beta gamma delta two; epsilon zeta eta theta iota two"
    there = "Title\n" + here.replace("alpha", "ALPHA")
    span = Bridge(Writing(here), Writing(there)).carried(here.rindex("two"), here.rindex("two") + 3)
    assert span == (there.rindex("two"), there.rindex("two") + 3)


def test_nothing_but_white_space_has_no_place() -> None:
    assert Bridge(Writing("a b"), Writing("a  b")).carried(1, 2) is None


@given(st.text(alphabet="aéü中 \n-😀", max_size=40), st.data())
def test_back_from_the_other_writing(text: str, data: st.DataObject) -> None:
    other = unicodedata.normalize("NFD", text).replace("\n", "\r\n")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if (there := Bridge(Writing(text), Writing(other)).carried(start, end)) is not None:
        back = Bridge(Writing(other), Writing(text)).carried(*there)
        assert back is not None
        assert text[slice(*back)].strip("- \n") == text[start:end].strip("- \n")
