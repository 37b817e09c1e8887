"""Observations bear on implications that are known, to timbang or to the case."""

from pathlib import Path

import pytest
from support.folders import notices, problems, write_case
from support.theory_files import HATS

ROW = "one,{implication},KAZ,,2003,,affirmed,,,KAZ president,self,two,two,p. 1,Something was seen.,Ani\n"
HEADER = (
    "id,implication,unit,target,year,until,seen,scope,detection,says,interest,origin,source,locator,paraphrase,coder\n"
)


def case(folder: Path, implication: str) -> Path:
    written = write_case(folder)
    (written / "evidence.csv").write_text(HEADER + ROW.format(implication=implication), encoding="utf-8")
    return written


def test_an_implication_that_ships(tmp_path: Path) -> None:
    assert problems(case(tmp_path, "keeps-distance")) == []


def test_an_implication_that_is_not_known_is_a_problem_with_the_names_near_it(tmp_path: Path) -> None:
    (problem,) = problems(case(tmp_path, "keeps-distances"))
    assert (problem.file, problem.line, problem.column) == ("evidence.csv", 2, "implication")
    assert problem.todo == "Did you mean keeps-distance?"


def test_a_code_of_a_codebook_is_no_implication(tmp_path: Path) -> None:
    (problem,) = problems(case(tmp_path, "threat-state"))
    assert "no such implication" in problem.what and "timbang list implications" in problem.expected


def test_an_implication_of_the_case_itself(tmp_path: Path) -> None:
    folder = case(tmp_path, "wears-hats")
    assert [problem.value for problem in problems(folder)] == ["wears-hats"]
    (folder / "theories").mkdir()
    (folder / "theories/_implications.yml").write_text(HATS, encoding="utf-8")
    assert problems(folder) == []


def test_a_mistake_in_the_implications_of_the_case_is_told_once(tmp_path: Path) -> None:
    folder = case(tmp_path, "wears-hats")
    (folder / "theories").mkdir()
    (folder / "theories/_implications.yml").write_text(HATS.replace("form: does", "form: dos"), encoding="utf-8")
    (problem,) = problems(folder)
    assert (problem.file, problem.line) == ("theories/_implications.yml", 6)


def test_a_folder_of_theories_cannot_lead_out_of_the_case(tmp_path: Path) -> None:
    folder, outside = case(tmp_path / "case", "wears-hats"), tmp_path / "elsewhere"
    outside.mkdir()
    (outside / "_implications.yml").write_text(HATS, encoding="utf-8")
    (folder / "theories").symlink_to(outside)
    assert any("out" in problem.what for problem in problems(folder))


def test_a_name_for_an_origin_that_no_row_uses_is_remarked_on(tmp_path: Path) -> None:
    folder = case(tmp_path, "keeps-distance")
    (folder / "origins.csv").write_text("origin,name_en,name_id\ntwo,Two,Dua\ntow,Two,Dua\n", encoding="utf-8")
    assert problems(folder) == []
    (notice,) = [one for one in notices(folder) if one.file == "origins.csv"]
    assert (notice.line, notice.column, notice.value) == (3, "origin", "tow")


@pytest.mark.parametrize(
    ("says", "what"),
    [
        ("Kazakhstan foreign ministry", "state's name"), ("US president", "state's name"),
        ("XYZ president", "no state's"), ("KAZ foreign ministry", ""), ("KAZ, UN General Debate", ""),
        ("TST joint document", ""), ("reporter (BBC)", ""), ("UNHCR", ""),
    ],
)  # fmt: skip
def test_a_voice_that_is_like_a_government_s_and_is_none_is_remarked_on(tmp_path: Path, says: str, what: str) -> None:
    folder = case(tmp_path, "keeps-distance")
    rows = folder / "evidence.csv"
    quoted = f'"{says}"' if "," in says else says
    rows.write_text(rows.read_text(encoding="utf-8").replace("KAZ president", quoted), encoding="utf-8")
    assert problems(folder) == []
    found = [one for one in notices(folder) if one.column == "says"]
    assert [(one.file, one.line, one.value) for one in found] == ([("evidence.csv", 2, says)] if what else [])
    assert all(what in one.what and one.todo for one in found)
