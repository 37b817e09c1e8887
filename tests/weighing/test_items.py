"""What an item says: an observation in both languages, a measured value by its measure's label."""

from pathlib import Path

from support.folders import write_case
from support.weighed import HEADER, ROWS

from timbang.casefile import open_case
from timbang.findings.evidence import Trail
from timbang.inference.theoryfile import vocabulary
from timbang.run import weighed
from timbang.text import Text
from timbang.weighing.items import pieces

SALIENCE = {"state": "RUS", "code": "threat-nonstate", "year": 2004, "value": 0.0312, "low": 0.0312, "high": 0.0312,
            "evidence": ["salience:2"]}  # fmt: skip


def test_a_paraphrase_stands_in_its_own_language_and_in_english_where_it_has_none(tmp_path: Path) -> None:
    header = HEADER.replace("paraphrase,", "paraphrase,paraphrase_id,")
    given = ROWS.replace(".,me", ".,,me").replace("A pact is concluded against it.,", "A pact.,Sebuah pakta.")
    of = open_case(write_case(tmp_path / "made", evidence_csv=header + given))
    words = {piece.item.id: piece.words for piece in pieces(of, vocabulary(), {}, Trail(of))}
    assert words["b"] == Text("A pact.", "Sebuah pakta.")
    assert words["a"] == Text("It is called a danger.", "It is called a danger.")
    [finding] = [f for f in weighed(of, units=["RUS"]) if f.kind == "motive"]
    [item] = [item for item in finding.detail["items"] if item["id"] == "b"]
    assert item["words"] == {"en": "A pact.", "id": "Sebuah pakta."}


def test_a_measured_value_is_said_by_label_and_in_the_notation_of_the_language(tmp_path: Path) -> None:
    of = open_case(write_case(tmp_path / "made"))
    [piece] = pieces(of, vocabulary(), {"threat_salience": [SALIENCE]}, Trail(of))
    assert piece.words == Text(
        "Threats named in speeches (a common non-state threat), 2004: 3.1%",
        "Ancaman yang disebut dalam pidato (ancaman nonnegara bersama), 2004: 3,1%",
    )
