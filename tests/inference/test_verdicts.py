"""Verdicts of readings and claims, worked by hand."""

import pytest

from timbang.inference.truth import Row
from timbang.inference.verdicts import Verdict, judge, meets, together
from timbang.model import Criterion
from timbang.text import Text


def rows(*numbers: float) -> list[Row]:
    return [Row((str(i),), number, number) for i, number in enumerate(numbers)]


@pytest.mark.parametrize(
    ("numbers", "holds", "partly", "verdict"),
    [
        ((2, 3), "every >= 2", "", "holds"),
        ((2, 1), "every >= 2", "", "fails"),
        ((2, 3, 1), "every >= 2", "most >= 2", "partly"),
        ((2, 1, 1), "every >= 2", "most >= 2", "fails"),
        ((), "every >= 2", "most >= 2", "unknown"),
    ],
)
def test_a_reading(numbers: tuple[float, ...], holds: str, partly: str, verdict: Verdict) -> None:
    assert judge(rows(*numbers), holds, partly) == verdict


def test_what_may_hold_within_its_bounds_cannot_be_told_even_if_it_holds_in_part() -> None:
    assert judge([Row(("a",), 7, 8)], "sum == 7", "sum between 6 and 8") == "unknown"
    assert judge([Row(("a",), 6.5, 9)], "sum == 7.5 and sum > 9", "sum between 6 and 8") == "unknown"


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        (["holds"], "holds"),
        (["holds", "holds"], "holds"),
        (["holds", "fails"], "partly"),
        (["partly", "holds"], "partly"),
        (["partly", "fails"], "partly"),
        (["holds", "unknown"], "unknown"),
        (["fails", "unknown"], "unknown"),
        (["holds", "unknown", "fails"], "partly"),
        (["unknown"], "unknown"),
        ([], "unknown"),
    ],
)
def test_readings_together(verdicts: list[Verdict], whole: Verdict) -> None:
    assert together(verdicts) == whole


@pytest.mark.parametrize(
    ("met", "verdict"),
    [
        (("yes", "yes"), "holds"),
        (("yes", "unargued"), "partly"),
        (("partly", "no"), "partly"),
        (("no", "no"), "fails"),
        (("no", "unargued"), "fails"),
        (("unargued", "unargued"), "unknown"),
        ((), "unknown"),
    ],
)
def test_a_definition_is_met_as_its_criteria_are(met: tuple[str, ...], verdict: Verdict) -> None:
    text = Text("It is strong.", "Ia kuat.")
    assert meets([Criterion(text=text, locator="p. 1", met=word, reason=text) for word in met]) == verdict  # type: ignore[arg-type]
