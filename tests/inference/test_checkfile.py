"""How a scope condition's check is read, and which mistakes are refused where they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.theory_files import FASHION

from timbang.errors import TimbangError
from timbang.inference.theoryfile import vocabulary

THEORY = (
    FASHION
    + """\
    citation: judgement
    check:
      CHECK
references: {}
expects:
  aligns-with: {words: likely, reason: {en: All do., id: Semua begitu.}, citation: judgement}
"""
)
TELLS = "tells: {en: What is checked., id: Yang diperiksa.}"
GOOD = ("measure: threat_components", "column: power", "unit: state", "target: towards", "affirmed: every > 0.5", TELLS)


def written(folder: Path, *lines: str) -> None:
    (folder / "theories").mkdir()
    text = THEORY.replace("CHECK", "\n      ".join(lines))
    (folder / "theories" / "fashion.yml").write_text(text, encoding="utf-8")


def test_a_check_is_read(tmp_path: Path) -> None:
    written(tmp_path, *GOOD)
    check = vocabulary(tmp_path).theories["fashion"].conditions[0].check
    assert check is not None
    assert (check.measure, check.column, check.unit, check.target) == ("threat_components", "power", "state", "towards")
    assert (check.affirmed, check.denied, check.tells.id) == ("every > 0.5", "", "Yang diperiksa.")


@pytest.mark.parametrize(
    ("wrong", "right", "said"),
    [
        ("threat_components", "threat_component", "no measure of a case is called so"),
        ("threat_components", "cinc", "no measure of a case is called so"),  # one of panels
        ("column: power", "column: strength", "threat_components has no such column"),
        ("target: towards", "target: year", "threat_components has no such column"),
        ("affirmed: every > 0.5", "where: {state: [RUS]}", "no rule says when it holds or fails"),
        ("affirmed: every > 0.5", "affirmed: always", "this is no rule"),
        (TELLS, "denied: every < 0.5", "the key tells is missing"),
    ],
)
def test_a_mistake_is_refused_with_its_line(tmp_path: Path, wrong: str, right: str, said: str) -> None:
    written(tmp_path, *(line.replace(wrong, right) for line in GOOD))
    with pytest.raises(TimbangError, match=said) as caught:
        vocabulary(tmp_path)
    [problem] = caught.value.problems
    assert problem.file == "theories/fashion.yml" and 12 < problem.line < 20
