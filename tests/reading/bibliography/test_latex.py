"""LaTeX's letters: what a reader sees, and that nothing is lost on the way."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexencode import unicode_to_latex

from timbang.reading.bibliography.latex import LETTERS, decode, decode_address, decode_names, encode


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\'S}liwa, Zdzis{\l}aw", "Śliwa, Zdzisław"),
        (r"G{\"o}del, G\"odel, G{\"{o}}del, {G\"{o}del}", "Gödel, Gödel, Gödel, Gödel"),
        (
            r"Fran\c cois, \c{C}a\u{g}lar, Erd\H os, \v{S}koda, {\AA}ngstr\"om",
            "François, Çağlar, Erdős, Škoda, Ångström",
        ),
        (r"na{\"\i}ve, na{\"{\i}}ve, \.Istanbul", "naïve, naïve, İstanbul"),
        (r"stra\ss e, \ss{} a, {\OE}uvre", "straße, ß a, Œuvre"),
        (r"50\% of R\&D, C\#, \$5, a\_b, \{x\}", "50% of R&D, C#, $5, a_b, {x}"),
        (r"72--81, war --- peace, ``so'' they say, Vol.~3", "72–81, war — peace, “so” they say, Vol. 3"),
        (r"The {SCO} and \emph{Peace Mission}", "The SCO and Peace Mission"),
        (r"CO$_2$ in $x^{2}$", "CO$_2$ in $x^{2}$"),
        (r"\url{http://x.org/a_b~c--d}", "http://x.org/a_b~c--d"),
        ("плюс 50% - 中国 (é)", "плюс 50% - 中国 (é)"),
    ],
)
def test_decode(written: str, read: str) -> None:
    assert decode(written) == read


@pytest.mark.parametrize("written", [r"\unknown{one}{two} x", r"\foo bar", "\\", r"\'\foo", "}{"])
def test_what_is_not_known_stays(written: str) -> None:
    assert decode(written).replace("{", "").replace("}", "") == written.replace("{", "").replace("}", "")
    assert decode(r"\unknown{one}{two} {x}") == r"\unknown{one}{two} x"


def test_names_of_bodies_keep_one_pair_of_braces() -> None:
    written = r"{{Foreign and Commonwealth Office}} and {\'S}liwa, Z. and {Jo{\"e}l} {Doe}"
    assert decode_names(written) == "{Foreign and Commonwealth Office} and Śliwa, Z. and Joël Doe"


def test_addresses_keep_their_signs() -> None:
    assert decode_address(r"\url{https://x.org/a\_b~c--d?e=%20\&f}") == "https://x.org/a_b~c--d?e=%20&f"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"))))
def test_encode_then_decode(text: str) -> None:
    written = encode(text)
    assert decode(written) == text
    assert written.count("{") == written.count("}")


LETTERED = [
    chr(c)
    for c in range(0xC0, 0x250)
    if unicodedata.decomposition(chr(c))[:4] in {f"{c:04X}" for c in range(0x41, 0x7B)}
]


def test_accents_as_pylatexenc_writes_them() -> None:
    """An independent writer of LaTeX: what it makes of every accented Latin letter is read back."""
    seen = 0
    for letter in LETTERED:
        written = unicode_to_latex(letter, unknown_char_policy="keep", unknown_char_warning=False)
        if written != letter and letter not in "Űű":  # which it takes for Ú and ú
            seen += 1
            assert decode(written) == letter, written
    assert seen > 150
    assert all(decode(rf"{{\{name}}}") == letter for name, letter in LETTERS.items())
