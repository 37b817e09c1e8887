"""REFI-QDA codebooks, in and out."""

from pathlib import Path

import pytest
from lxml import etree

from timbang.evidence.codebook import open_codebook
from timbang.evidence.exchange.codebook_qdc import read_qdc, write_qdc
from timbang.evidence.exchange.descriptions import described, two_languages
from timbang.evidence.exchange.guids import guid
from timbang.evidence.exchange.nouns import ProjectCode
from timbang.evidence.exchange.to_project import codes_of
from timbang.text import Text

# As ATLAS.ti 9 writes codebooks: another version in the name space, large GUIDs, sets after the codes.
ATLAS = """<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="ATLAS.ti Win 9.0.19"><Codes>
<Code guid="2CE89C66-0000-473B-B5C4-6CF87D20EF04" name="a" isCodable="true"><Description>d</Description>
<Code guid="{575CD58B-0000-48C7-BC7B-4F3D2199C776}" name="a.1" isCodable="false" color="blue"/></Code>
<Code name="none"/></Codes><Sets><Set name="s" guid="D79FC877-0000-4117-8D25-235AA1062A44"/></Sets></CodeBook>"""


def test_codes_in_codes(tmp_path: Path) -> None:
    (tmp_path / "a.qdc").write_text(ATLAS)
    found = read_qdc(tmp_path / "a.qdc")
    first, second = found.codes
    assert (first.name, first.description, first.codable, first.parent) == ("a", "d", True, "")
    assert (second.guid, second.parent) == ("575cd58b-0000-48c7-bc7b-4f3d2199c776", first.guid)
    assert (second.codable, second.color) == (False, "")
    assert [problem.what for problem in found.problems] == ["a code has no GUID"]
    assert found.origin == "ATLAS.ti Win 9.0.19"


def test_written_onto_what_was_read_all_of_it_stays(tmp_path: Path) -> None:
    (tmp_path / "a.qdc").write_text(ATLAS)
    found = read_qdc(tmp_path / "a.qdc")
    write_qdc(found.codes, tmp_path / "b.qdc", onto=found)
    assert etree.canonicalize(from_file=tmp_path / "b.qdc") == etree.canonicalize(from_file=tmp_path / "a.qdc")
    new = ProjectCode(guid=guid("c"), name="b", parent=found.codes[1].guid)
    write_qdc([*found.codes, new], tmp_path / "c.qdc", onto=found)
    assert read_qdc(tmp_path / "c.qdc").codes == (*found.codes, new)
    assert "<Sets>" in (tmp_path / "c.qdc").read_text()


def test_the_shipped_codebook(tmp_path: Path) -> None:
    codebook = open_codebook("balancing")
    write_qdc(codes_of(codebook), tmp_path / "b.qdc", origin="timbang")
    found = read_qdc(tmp_path / "b.qdc")
    assert found.codes == codes_of(codebook)
    assert [code.guid for code in found.codes] == [guid("code", "balancing", code) for code in codebook.codes]
    for code, one in zip(codebook.codes.values(), found.codes, strict=True):
        both = two_languages(one.description)
        assert both.en.startswith(f"{code.label.en}: {code.definition.en}")
        assert both.id.startswith(f"{code.label.id}: {code.definition.id}")
        assert code.exclude.id in both.id
        assert described(code) == one.description


@pytest.mark.parametrize("words", ["only one", "[en] only one", "", "[id] satu\n[fr] deux"])
def test_a_description_in_one_language_is_taken_as_both(words: str) -> None:
    assert two_languages(words) == Text(words, words)


def test_guids_are_made_from_what_a_thing_is() -> None:
    assert guid("code", "balancing", "threat") == guid("code", "balancing", "threat")
    assert guid("code", "balancing", "threat") != guid("code", "balancingthreat", "")
    assert guid("code", "balancing", "x") == "510d7ea0-4f5c-5a9a-bd3e-83ec8cef9667"  # today and ever
