"""The codebook that ships is whole, and mistakes in one are refused with file, line and mend."""

from pathlib import Path

import pytest

from timbang.errors import TimbangError, UsageError
from timbang.evidence.codebook import LANGUAGES, available, open_codebook, read_codebook
from timbang.evidence.terms import parse, phrase
from timbang.reading.flaws import Refused

SMALL = """format: 1
name: small
version: "1"
title: {en: Small, id: Kecil}
note: {en: A note, id: Catatan}
words:
  things: {en: [stone*, tree], id: [batu]}
codes:
  - code: motion
    label: {en: motion, id: gerak}
    definition: {en: It moves., id: Bergerak.}
    include: {en: Falling., id: Jatuh.}
    exclude: {en: Rest., id: Diam.}
    examples: {en: ["A stone falls."], id: ["Batu jatuh."]}
    terms: {en: [<things> + fall*], id: [jatuh]}
    implication: moves
    unit: speaker
    target: none
    aspect: does
"""


def refused(tmp_path: Path, old: str, new: str) -> str:
    assert old in SMALL
    (tmp_path / "small.yml").write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TimbangError) as caught:
        read_codebook(tmp_path / "small.yml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[<things> + fall*]", "[<thingz> + fall*]", "small.yml:15:motion.terms: there is no list thingz"),
        ("[<things> + fall*]", "[st*ne]", "small.yml:15:motion.terms: the term has a sign"),
        ("[<things> + fall*]", "[a + b + c]", "more than two parts"),
        ("[<things> + fall*]", "[a*]", "too short"),
        ("[<things> + fall*]", "['']", "a term is expected here"),
        ("id: [jatuh]", "zh: [下 落]", "Chinese characters only"),
        ("[stone*, tree]", "[stone*, <tree>]", "small.yml:7:words.things.en: only plain words"),
        ("id: [jatuh]", "id: [<things>], ru: [<things>]", "no terms in this language (ru)"),
        ("    aspect: does\n", "", "small.yml:9:codes.1: the key aspect is missing"),
        ("unit: speaker", "unit: speakers", "Did you mean speaker?"),
        ("target: none", "target: nobody", "none | named | nonstate"),
        ("    unit: speaker", "    units: speaker", "small.yml:17:codes.1: the key is not known here"),
        ("name: small", "name: large", "the codebook's name is not its file's"),
        ("id: Bergerak.", "fr: Il bouge.", "the key id is missing"),
        ("format: 1", "format: 2", "small.yml:1:format"),
    ],
)
def test_mistakes_are_refused_with_line_and_mend(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert told in refused(tmp_path, old, new)


def test_a_code_that_stands_twice_is_refused(tmp_path: Path) -> None:
    code = SMALL[SMALL.index("  - code") :]
    assert "the code stands twice, first on line 9" in refused(tmp_path, code, code + code)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    message = refused(tmp_path, "[<things> + fall*], id: [jatuh]", "[a*], id: [b*]")
    assert message.count("too short") == 2


def test_a_case_may_carry_its_own(tmp_path: Path) -> None:
    (tmp_path / "codebooks").mkdir()
    (tmp_path / "codebooks/small.yml").write_text(SMALL, encoding="utf-8")
    assert set(available(tmp_path)) == {"balancing", "small"} and set(available()) == {"balancing"}
    book = open_codebook("small", tmp_path)
    assert list(book.codes) == ["motion"] and book.codes["motion"].terms["en"][0].second == {("fall*",)}
    with pytest.raises(UsageError, match="Did you mean small"):
        open_codebook("smal", tmp_path)


def test_any_change_changes_the_hash(tmp_path: Path) -> None:
    path = tmp_path / "small.yml"
    path.write_text(SMALL, encoding="utf-8")
    first = read_codebook(path).hash
    path.write_text(SMALL.replace("fall*", "fell"), encoding="utf-8")
    assert read_codebook(path).hash != first


def test_balancing_has_every_code_in_every_language() -> None:
    book = open_codebook("balancing")
    assert len(book.codes) == 16
    for code in book.codes.values():
        assert set(code.terms) == set(code.examples) == set(LANGUAGES), code.code
        assert all(code.examples[language] and code.terms[language] for language in LANGUAGES), code.code
        assert all((code.label, code.definition, code.include, code.exclude))
    assert {c.aspect for c in book.codes.values()} == {"says", "does"}
    assert len({c.implication for c in book.codes.values()}) == 16


def test_terms_are_read_as_the_notation_says() -> None:
    assert phrase("Non-Interference", "en") == ("non", "interference")
    assert phrase("учён*", "ru") == ("учен*",)
    assert parse("seiz* + power", "en", {}).second == {("power",)}
    for bad, language in (("恐怖*", "zh"), ("x", "en"), ("", "en")):
        with pytest.raises(Refused):
            phrase(bad, language)
