"""Years that panels can be of, and what Python is told that the command line would print."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.panels import furnish, made_up

import timbang
from timbang import registry
from timbang.errors import TimbangWarning
from timbang.panels import coverage

SPANS = {"gml_dyads": (1816, 2010), "mid_participants": (1816, 2014), "rivalries": (1494, 2020)}


@pytest.fixture
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "span", lambda name, _: SPANS[name])


@pytest.mark.usefixtures("spans")
def test_disputes_go_on_in_mid_where_gml_ends() -> None:
    measure = registry.measures("panel")["offensive_intentions"]
    assert coverage.spans(measure, None) == {
        "gml_dyads, then mid_participants": (1816, 2014), "rivalries": (1494, 2020),
    }  # fmt: skip
    assert coverage.covered(measure, None) == (1816, 2014)


@pytest.mark.usefixtures("spans")
def test_a_measure_of_gml_alone_ends_with_it() -> None:
    assert coverage.covered(registry.measures("panel")["revisionist_disputes"], None) == (1816, 2010)


def test_python_is_warned_of_what_the_command_would_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with made_up(monkeypatch):
        home = furnish(tmp_path / "home")
        with pytest.warns(TimbangWarning, match=r"RUS has rows for 2 of 3 years \(1992-1993\)") as told:
            timbang.panel("state-year", ["size"], (1991, 1993), states=["RUS"], home=home)
        where = [Path(one.filename).name for one in told if one.category is TimbangWarning]
        assert where == ["test_coverage.py"]  # where it was asked for
