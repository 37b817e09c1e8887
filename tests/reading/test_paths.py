"""Paths stay inside the case, in every system's way of writing them."""

from pathlib import Path

import pytest
from support.folders import problems, write_case

from timbang.errors import Problem
from timbang.reading.paths import inside, refusal


@pytest.mark.parametrize("path", ["a.pdf", "documents/a b.pdf", "d/ü.txt", "a..b", "...a", "console.txt", "com.txt"])
def test_plain_relative_paths_are_used(path: str) -> None:
    assert refusal(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../a",
        "a/../../b",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "~/a",
        "C:\\a",
        "C:a",
        "c:/a",
        "\\\\server\\share\\a",
        "//server/share/a",
        "a\\b",
        "\\a",
        "a:b",
        "file:///a",
        "CON",
        "con.txt",
        "d/NUL",
        "aux.",
        "COM1.log",
        "lpt9",
        "com¹",
        "nul .txt",
        "a.",
        "a ",
        " a",
        "d./a",
        "a\x00b",
        "a\nb",
        "a?b",
        "a*",
        "<a>",
        "a|b",
        'a"b',
        "x" * 1_001,
        "x" * 256 + "/a",
    ],
)
def test_other_paths_are_refused_everywhere(path: str) -> None:
    assert refusal(path)


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_not(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case")
    (tmp_path / "outside.csv").write_text("secret")
    (folder / "out.csv").symlink_to(tmp_path / "outside.csv")
    (folder / "in.csv").symlink_to(folder / "figures.csv")
    (folder / "loop.csv").symlink_to(folder / "loop.csv")
    assert isinstance(inside(folder, "out.csv"), Problem)
    assert isinstance(inside(folder, "loop.csv"), Problem)
    assert inside(folder, "in.csv") == folder / "in.csv"


@pytest.mark.parametrize("name", ["exercises.csv", "case.yml", "references.bib", "claims.yml"])
def test_no_file_of_a_case_may_be_a_link_out_of_it(tmp_path: Path, name: str) -> None:
    folder = write_case(tmp_path / "case")
    (tmp_path / "outside").write_text("secret: value\n")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "outside")
    found = [problem for problem in problems(folder) if problem.file == name]
    assert [problem.what for problem in found] == ["the file is a link that leads out of the case folder"]
    assert "secret" not in "".join(str(problem) for problem in problems(folder))


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write_case(tmp_path / "case")
    (tmp_path / "link").symlink_to(tmp_path / "case")
    assert problems(tmp_path / "link") == []
