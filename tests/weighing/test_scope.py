"""Scope conditions: for whom the data say that they are met, and that this moves no probability."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from support.folders import write_case
from support.weighed import HEADER, QUESTIONS, ROWS, case

from timbang.casefile import open_case
from timbang.findings.evidence import Trail
from timbang.findings.names import Names
from timbang.inference.theory import Check, Condition
from timbang.inference.theoryfile import vocabulary
from timbang.model.questions import Question
from timbang.run import conclude, weighed
from timbang.text import Text
from timbang.weighing.scope import conditions

SAME = Text("x", "x")
STRONGER = vocabulary().theories["balancing-power"].conditions[0].check
assert STRONGER is not None
FIGURES = "state,towards,year,variable,value,unit,version,source,locator,as_given\n" + "".join(
    f"{state},,{year},cinc,{value},share of the world,nmc 6,one,row,\n"
    for state, year, value in (("RUS", 2001, 0.3), ("RUS", 2010, 0.3), ("USA", 2001, 0.2), ("USA", 2010, 0.1))
)


def told(folder: Path, check: Check | None, rows: Mapping[str, Any], units: tuple[str, ...] = ("RUS", "KAZ"),
         targets: tuple[str, ...] = ("USA", "CHN", "non-state")) -> Mapping[str, Any]:  # fmt: skip
    """What is told of one condition with that check."""
    one = replace(
        vocabulary().theories["balancing-power"],
        conditions=(Condition(name="c", text=SAME, citation="judgement", check=check),),
    )
    question = Question(id="q", label=SAME, kind="motive", units=units, targets=targets)
    puts: Any = [SimpleNamespace(question=question, unit=unit, theories=(one,)) for unit in units]
    made = case(folder)
    [found] = conditions(puts, rows, Names(made), Trail(made))
    return found


def row(state: str, towards: str, aspect: str, value: float | None) -> dict[str, Any]:
    return {"state": state, "towards": towards, "aspect": aspect, "value": value, "low": value, "high": value,
            "evidence": []}  # fmt: skip


def test_the_stronger_or_gaining_target_is_told_by_pair(tmp_path: Path) -> None:
    """Parts .6 and .4; of .4 that gains .1 it holds, of .4 that loses it fails, without a gain it cannot be told."""
    rows = [
        row("RUS", "USA", "part", 0.6), row("RUS", "USA", "gain", None),
        row("RUS", "CHN", "part", 0.4), row("RUS", "CHN", "gain", 0.1),
        row("KAZ", "USA", "part", 0.4), row("KAZ", "USA", "gain", -0.1),
        row("KAZ", "CHN", "part", 0.4), row("KAZ", "CHN", "gain", None),
    ]  # fmt: skip
    found = told(tmp_path, STRONGER, {"relative_power": rows})
    assert found["verdicts"] == {
        "holds": [["RUS", "USA"], ["RUS", "CHN"]], "fails": [["KAZ", "USA"]], "unknown": [["KAZ", "CHN"]],
    }  # fmt: skip
    assert found["holds"]["en"] == (
        "Holds for Russia towards United States and China. Does not hold for Kazakhstan towards United States. "
        "Cannot be told for Kazakhstan towards China."
    )
    assert found["holds"]["id"].startswith("Terpenuhi bagi Rusia terhadap Amerika Serikat dan Tiongkok.")


def test_a_question_without_targets_is_told_of_every_other_state_of_the_measure(tmp_path: Path) -> None:
    rows = [row("RUS", "USA", "part", 0.6), row("RUS", "USA", "gain", 0.0), row("KAZ", "USA", "part", None)]
    found = told(tmp_path, STRONGER, {"relative_power": rows}, targets=(), units=("RUS", "SCO"))
    assert found["verdicts"] == {"holds": [["RUS", "USA"]], "fails": [], "unknown": [["SCO", ""]]}


def test_a_check_of_the_target_alone_names_no_unit_and_of_nobody_names_all(tmp_path: Path) -> None:
    rising = Check(measure="capability_change", tells=SAME, target="state", affirmed="every > 0", denied="every <= 0")
    rows = [{"state": s, "value": v, "low": v, "high": v, "evidence": []} for s, v in (("USA", -0.1), ("CHN", 0.1))]
    found = told(tmp_path, rising, {"capability_change": rows})
    assert found["holds"]["en"] == "Holds for China. Does not hold for United States."
    one = Check(measure="members_concentration", column="strongest_share", tells=SAME, affirmed="some > 0.5")
    years = [{"year": 2000 + n, "strongest_share": share, "evidence": []} for n, share in enumerate((0.4, 0.6))]
    found = told(tmp_path, one, {"members_concentration": years})
    assert found["holds"]["en"] == "Holds for all who were asked about." and found["verdicts"]["holds"] == [["", ""]]


def test_without_figures_or_a_check_nothing_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "a", STRONGER, {"relative_power": []})["holds"]["en"].startswith("Data could tell")
    stated = told(tmp_path / "b", None, {"relative_power": []})
    assert not stated["checked"] and stated["holds"]["en"] == "stated; data here cannot tell"


def test_a_condition_that_fails_is_told_with_its_source_and_moves_no_probability(tmp_path: Path) -> None:
    """The United States have .4 of both and then .25: weaker, and losing; balancing them is outside the theory."""
    asked = QUESTIONS.replace("kind: conduct", "kind: motive").partition("    mechanisms")[0]
    given = {"evidence_csv": HEADER + ROWS, "questions_yml": asked}
    plain = open_case(write_case(tmp_path / "plain", **given))
    figures = open_case(write_case(tmp_path / "figures", figures_csv=FIGURES, **given))
    assert [f.value for f in weighed(plain)] == [f.value for f in weighed(figures)]
    [found] = [one for one in conclude(figures).head["conditions"] if one["name"] == "one-is-stronger"]
    assert found["verdicts"]["fails"] == [["RUS", "USA"]] and found["sources"] == ["one"]
