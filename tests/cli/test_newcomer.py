"""The first hour of a newcomer: a new case, a data set, a report, a comparison."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support import mme

Run = Callable[..., Any]


@pytest.mark.slow
def test_new_add_run_compare(invoke: Run, case: Path, tmp_path: Path) -> None:
    made = invoke("new", "csto", "--members", "csto")
    assert (made.exit_code, made.stdout) == (0, "csto\n") and "timbang run ./csto" in made.stderr
    assert invoke("check", "./csto").exit_code == 0
    file = mme.write(
        tmp_path / "mme_v7.csv",
        mme.row("mme1", "Armenia|Russia|Belarus", year="2004"),
        mme.row("mme2", "Armenia|United States", year="2004"),
        mme.row("mme3", "Kazakhstan|Russia|-9", year="2005", day="xx", Ex_Name="-9"),
    )
    added = invoke("add", "exercises", file, "--from", "mme", "--case", "./csto")
    assert added.exit_code == 0, added.stderr
    assert "3 rows in mme_v7.csv" in added.stderr and "2 entered" in added.stderr
    assert "1 the exercise has no name" in added.stderr and "the case's period is 2004-2005" in added.stderr
    again = json.loads(invoke("add", "exercises", file, "--from", "mme", "--case", "./csto", "--json").stdout)
    assert (again["rows"], again["already in the case"], again["files"]) == (3, ["mme1", "mme3"], [])
    ran = invoke("run", "./csto")
    assert ran.exit_code == 0 and Path("timbang-out", "csto", "report.id.html").is_file()
    compared = invoke("compare", "./csto", case, "--json", "--out", "figure.svg")
    assert [(one["case"], one["exercises"]) for one in json.loads(compared.stdout)] == [("csto", 2), ("tiny", 2)]
    assert Path("figure.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_a_folder_that_is_there_is_not_written_over(invoke: Run, case: Path) -> None:
    before = (case / "case.yml").read_bytes()
    done = invoke("new", "tiny")
    assert done.exit_code == 1 and "not empty" in done.stderr
    assert (case / "case.yml").read_bytes() == before


def test_a_likely_double_is_asked_about_and_entered_as_decided(invoke: Run, case: Path, tmp_path: Path) -> None:
    file = mme.write(tmp_path / "mme_v7.csv", mme.row("mme1", "China|Kazakhstan"))
    command = ("add", "exercises", file, "--from", "mme", "--case", case)
    asked = invoke(*command)
    decisions = case / "mme-decisions.csv"
    assert asked.stdout == f"{decisions}\n" and "mme1 looks like shield-2001" in asked.stderr
    assert invoke("check", case).exit_code == 0
    lines = decisions.read_text(encoding="utf-8").splitlines()
    decisions.write_text(f"{lines[0]}\n{lines[1]}same\n", encoding="utf-8")
    entered = invoke(*command)
    assert entered.exit_code == 0 and "1 entered" in entered.stderr
    assert "shield-2001,mme7,mme1" in (case / "exercises.csv").read_text(encoding="utf-8")


def test_the_program_says_which_case_it_means(invoke: Run, case: Path) -> None:
    assert "case: sco, which ships with timbang" in invoke("check", "sco").stderr
    assert "case: the folder tiny" in invoke("check", "./tiny").stderr
    assert "case: the folder tiny" in invoke("check", "tiny").stderr  # no such case ships, and it has a case.yml
