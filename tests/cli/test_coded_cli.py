"""From a document to an answer: added, coded by a program and a person, weighed, and explained down to the passage."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
WORDS = "The expansion of NATO is a military threat to our borders."


@pytest.fixture
def mine(tmp_path: Path, invoke: Run) -> Path:
    """A case with one speech, whose voice and date are told."""
    case, speech = tmp_path / "mine", tmp_path / "speech.txt"
    invoke("new", "mine", "--members", "sco")
    speech.write_text(WORDS + "\n", encoding="utf-8")
    invoke("add", "document", speech, "--case", case, "--says", "RUS president", "--date", "2007-02-10")
    return case


def believed(invoke: Run, case: Path) -> tuple[dict[str, float], str]:
    """What the weighing says of Russia's motives, and what it says beside."""
    done = invoke("weigh", case, "--unit", "RUS", "--json")
    assert done.exit_code == 0, done.stderr
    [found] = [one for one in json.loads(done.stdout) if one["id"].startswith("motive/motive/rus/")]
    return {name: of["value"] for name, of in found["value"]["probabilities"].items()}, done.stderr


def test_a_suggestion_weighs_nothing_until_a_person_gives_the_same(mine: Path, invoke: Run) -> None:
    before, _ = believed(invoke, mine)
    assert invoke("code", mine).exit_code == 0
    suggested, said = believed(invoke, mine)
    assert suggested == before and "suggestions of programs that nobody confirmed were not weighed: 1" in said
    assert "were not weighed: 1" in invoke("check", mine).stdout + invoke("check", mine).stderr
    assert invoke("code", mine, "--coder", "Ani", input="threat-state\n").exit_code == 0
    after, said = believed(invoke, mine)
    assert after["balancing-threat"] > before["balancing-threat"] and "not weighed" not in said


def test_explain_leads_to_the_passage(mine: Path, invoke: Run) -> None:
    invoke("code", mine, "--coder", "Ani", input="threat-state\n")
    listed = invoke("list", "findings", mine).stdout
    [id] = {line.split()[0] for line in listed.splitlines() if line.startswith("motive/motive/rus/")}
    told = json.loads(invoke("explain", mine, id, "--json").stdout)
    [row] = told["rows"]
    assert (row["file"], row["source"], row["locator"]) == ("codings.jsonl", "speech", "passage p0001")
    assert row["cells"] == {
        "document": "speech", "date": "2007-02-10", "says": "RUS", "words": WORDS, "implication": "says-state-threat",
        "seen": "affirmed", "coder": "Ani",
    }  # fmt: skip
    assert [item["words"] for item in told["items"]] == [f"“{WORDS}”"]


def test_a_report_names_what_was_not_weighed_in_both_languages(mine: Path, invoke: Run, tmp_path: Path) -> None:
    invoke("code", mine)
    done = invoke("run", mine, "--out", tmp_path / "out")
    assert done.exit_code == 0 and "were not weighed: 1" in done.stderr
    pages = {lang: (tmp_path / "out" / f"report.{lang}.html").read_text(encoding="utf-8") for lang in ("en", "id")}
    assert "suggestions of programs that nobody confirmed were not weighed: 1" in pages["en"]
    assert "saran program yang tidak dikukuhkan siapa pun tidak ditimbang: 1" in pages["id"]
