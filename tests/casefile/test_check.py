"""A whole case: read, or all its problems in one listing."""

import os
from pathlib import Path

import pytest
from support.folders import FILES, notices, problems, replaced, write_case

from timbang.casefile import check_case, open_case, read_case
from timbang.errors import TimbangError
from timbang.model import Exercise, Participant
from timbang.reading.files import LARGEST_YAML


def test_a_sound_case_opens(tmp_path: Path) -> None:
    case = open_case(write_case(tmp_path / "small"))
    assert case.name == "small"
    assert len(case.of(Exercise)) == 4
    assert len(case.of(Participant)) == 6
    assert list(case.references) == ["one", "two"]
    assert case.rows["documents.csv"] == ()
    assert case.claims.items == ()


def test_a_sound_case_has_no_problems_and_no_notices(tmp_path: Path) -> None:
    assert check_case(write_case(tmp_path)) == []


def test_all_problems_are_listed_at_once_in_order(tmp_path: Path) -> None:
    changes = {
        **replaced("case.yml", "organization: TST", "organization: tst"),
        **replaced("exercises.csv", "2003-08-06", "2003-13-06"),
        **replaced("participants.csv", "alpha,RUS", "alpha,Rusia"),
        **replaced("figures.csv", "1.1", "1.300"),
    }
    folder = write_case(tmp_path, **changes)
    found = problems(folder)
    assert [(p.file, p.line, p.column) for p in found] == [
        ("case.yml", 3, "organization"),
        ("exercises.csv", 2, "start"),
        ("participants.csv", 3, "state"),
        ("figures.csv", 2, "value"),
    ]
    with pytest.raises(TimbangError) as caught:
        open_case(folder)
    assert list(caught.value.problems) == found
    assert caught.value.status == 1


def test_what_could_not_be_read_is_not_reported_again_by_what_refers_to_it(tmp_path: Path) -> None:
    """The row of beta is broken: its participants are not orphans."""
    folder = write_case(tmp_path, **replaced("exercises.csv", "2005-05~", "May 2005"))
    assert [(p.file, p.line) for p in problems(folder)] == [("exercises.csv", 4)]


@pytest.mark.parametrize("name", ["exercises_csv", "participants_csv", "references_bib", "memberships_csv"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xff\xfe\x00\xd8", bytes(range(256)) * 40])
def test_garbage_in_one_file_is_that_files_problem(tmp_path: Path, name: str, content: bytes) -> None:
    folder = write_case(tmp_path, **{name: content})
    file = name.replace("_", ".")
    found = problems(folder)
    assert found or (name, content) == ("references_bib", b"")
    if name != "references_bib":
        assert {problem.file for problem in found} == {file}


def test_missing_tables_are_empty_tables_and_a_missing_head_is_a_problem(tmp_path: Path) -> None:
    folder = write_case(tmp_path, case_yml=None, figures_csv=None)
    assert [(p.file, p.what) for p in problems(folder)] == [("case.yml", "there is no case.yml")]


def test_a_missing_bibliography_is_one_problem(tmp_path: Path) -> None:
    folder = write_case(tmp_path, references_bib=None)
    assert [p.what for p in problems(folder)] == ["there is no references.bib"]


def test_there_must_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "none", tmp_path / "file"):
        assert [problem.what for problem in check_case(path)] == ["there is no such folder"]


def test_pipes_and_folders_are_not_read(tmp_path: Path) -> None:
    folder = write_case(tmp_path, figures_csv=None, events_csv=None)
    os.mkfifo(folder / "figures.csv")
    (folder / "events.csv").mkdir()
    assert [(p.file, p.what) for p in problems(folder)] == [
        ("events.csv", "this is not a regular file"),
        ("figures.csv", "this is not a regular file"),
    ]


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    folder = write_case(tmp_path, case_yml=FILES["case.yml"] + "#" * LARGEST_YAML)
    (problem,) = problems(folder)
    assert (problem.file, problem.what, problem.expected) == (
        "case.yml",
        "the file is too large",
        "a file of at most 1 MB",
    )


def test_a_newer_format_hides_everything_else(tmp_path: Path) -> None:
    folder = write_case(tmp_path, case_yml="format: 7\n", exercises_csv="of another time\n")
    (problem,) = check_case(folder)
    assert "newer format" in problem.what


def test_windows_1252_is_one_problem_and_its_rows_are_read_for_the_check(tmp_path: Path) -> None:
    text = FILES["exercises.csv"].replace("Besar", "Bésar").replace("1300,over", "1.300,over")
    folder = write_case(tmp_path, exercises_csv=text.encode("cp1252"))
    assert [(p.line, p.column) for p in problems(folder)] == [(2, ""), (2, "troops")]


def test_utf16_and_byte_order_marks_give_the_same_case(tmp_path: Path) -> None:
    plain = open_case(write_case(tmp_path / "a"))
    marked = {name.replace(".", "_"): text.encode("utf-8-sig") for name, text in FILES.items()}
    assert open_case(write_case(tmp_path / "b", **marked)).rows == plain.rows
    wide = {name.replace(".", "_"): text.encode("utf-16") for name, text in FILES.items()}
    assert open_case(write_case(tmp_path / "c", **wide)).rows == plain.rows


def test_a_table_under_a_near_name_is_a_problem_and_another_table_is_noticed(tmp_path: Path) -> None:
    folder = write_case(tmp_path, figures_csv=None)
    (folder / "figure.csv").write_text("x")
    (folder / "my_notes.csv").write_text("x")
    assert [(p.file, p.todo) for p in problems(folder)] == [("figure.csv", "Rename it to figures.csv, if it is that")]
    assert [p.file for p in notices(folder)] == ["my_notes.csv"]


def test_rows_seen_are_rows_read_plus_rows_reported(tmp_path: Path) -> None:
    text = FILES["participants.csv"] + "x\n" + 'alpha,CHN,"one\n' + ",,,,,,,\n"
    reading = read_case(write_case(tmp_path, participants_csv=text)).readings["participants.csv"]
    assert (len(reading.rows), reading.reported, reading.seen) == (6, 3, 9)
