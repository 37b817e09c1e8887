"""`timbang panel`: what it writes, what it says of gaps, and its exit status where it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.panels import furnish, made_up

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def registered(monkeypatch: pytest.MonkeyPatch, invoke: Run, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("TIMBANG_DATA", str(furnish(tmp_path / "home")))
    with made_up(monkeypatch):
        yield


def test_a_panel_is_written_with_its_codebook_and_its_gaps_are_said(invoke: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / "p.csv"
    done = invoke("panel", "state-year", "--measure", "size,total", "--states", "China,RUS", "--years", "1991:1993",
                  "--out", out)  # fmt: skip
    assert done.exit_code == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(out),
        str(tmp_path / "new/p.codebook.csv"),
        str(tmp_path / "new/p.codebook.md"),
    ]
    assert out.read_text(encoding="utf-8").splitlines()[:2] == ["state,cow,gw,year,size,total", "CHN,710,710,1991,1,1"]
    assert done.stderr.splitlines() == [
        "notice: RUS has rows for 2 of 3 years (1992-1993): in the others there was no such state.",
        "5 rows",
        "size: 20.0% missing",
    ]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["--years", "1991:1993", "--out", "p.doc"], 2, ".parquet"),
        (["--years", "x", "--out", "p.csv"], 2, "such as 1992:2014"),
        (["--years", "1991:1993", "--out", "p.csv", "--all", "--states", "CHN"], 2, "Leave one out"),
        (["--years", "1991:1993", "--out", "p.csv", "--engine", "excel"], 2, "duckdb, spark"),
        (["--years", "1991:1994", "--out", "p.csv"], 1, "covers 1991-1993"),
        (["--years", "1991:1993", "--out", "p.csv", "--states", "KAZ,Nowhere"], 1, "Nowhere"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    invoke: Run, tmp_path: Path, words: list[str], status: int, said: str
) -> None:
    done = invoke("panel", "state-year", "--measure", "size", *words)
    assert (done.exit_code, done.stdout) == (status, "")
    assert said in done.stderr
    assert not list(tmp_path.glob("p.*"))


def test_years_not_covered_are_missing_where_a_partial_panel_is_asked_for(invoke: Run, tmp_path: Path) -> None:
    done = invoke("panel", "state-year", "--measure", "size", "--states", "CHN", "--years", "1991:1994", "--partial",
                  "--out", "p.csv")  # fmt: skip
    assert done.exit_code == 0
    assert "notice: size: the table sizes covers 1991-1993" in done.stderr
    assert "covers 1991-1993" in (tmp_path / "p.codebook.md").read_text(encoding="utf-8")
