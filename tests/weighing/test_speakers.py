"""Offices of one government are one speaker; a source without an office is its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.weighed import QUESTIONS, ROWS, case

from timbang.run import weighed
from timbang.weighing.speakers import speaker


@pytest.mark.parametrize(
    ("says", "origin", "whose"),
    [
        ("RUS president", "president-of-russia", "RUS"),
        ("UZB, UN General Debate", "uzb-un-delegation", "UZB"),
        ("SCO joint document", "sco-heads-of-state", "SCO"),
        ("reporter (RFE/RL)", "rferl", "rferl"),
        ("scholar (de Haas)", "dehaas2016", "dehaas2016"),
        ("joint statement of CHN and RUS", "china-russia-statement", "china-russia-statement"),
        ("", "search", "search"),
    ],
)
def test_whose_report_it_is(says: str, origin: str, whose: str) -> None:
    assert speaker(says, origin) == whose


def test_three_offices_of_one_government_are_too_few(tmp_path: Path) -> None:
    offices = ROWS.replace("press,none,agency", "RUS press service,self,agency")
    offices = offices.replace("institute,none,institute", "RUS ministry,self,ministry")
    offices = offices.replace("0.6,,none,search", "0.6,RUS ministry,none,search")
    [of_others] = [f for f in weighed(case(tmp_path / "a"), units=["RUS"]) if f.kind == "conduct"]
    [of_one] = [f for f in weighed(case(tmp_path / "b", offices), units=["RUS"]) if f.kind == "conduct"]
    assert "independent speakers (1" not in of_others.statement.en
    assert of_one.verdict == "unknown" and "independent speakers (1" in of_one.statement.en
    assert "kantor satu pemerintah" in of_one.statement.id


def test_a_point_rests_on_enough_speakers_of_its_years(tmp_path: Path) -> None:
    point = "question: conduct-usa\n    mechanism: external-balancing\n    years: {from: 2005, to: 2006}\n"
    questions = QUESTIONS.replace("implication: allies-against\n    targets: [USA]\n", point)

    def verdict(folder: str, says: str, year: int) -> tuple[str, str]:
        row = f",allies-against,RUS,USA,{year},,affirmed,,,{says},none"
        rows = "".join(f"{o}{row},{o},two,p. 2,So.,me\n" for o in "abc")
        [told] = [f for f in weighed(case(tmp_path / folder, rows, questions)) if f.name == "asked-pact"]
        return told.verdict, told.statement.en

    assert verdict("press", "press", 2005)[0] == "holds"
    offices = verdict("offices", "RUS ministry", 2005)
    assert offices[0] == "unknown" and "independent speakers (1" in offices[1]
    before = verdict("before", "press", 2004)
    assert before[0] == "unknown" and "independent origins: 0" in before[1]
