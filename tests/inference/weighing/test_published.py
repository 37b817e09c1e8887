"""Worked examples with published answers (VALIDATION, weights of evidence), to all digits printed."""

import pytest
from support.weighing_models import item, model

from timbang.inference.weighing.weigh import weigh
from timbang.inference.weighing.weights import by_implication, decibels, updated

YEAR = (2001,)


def belief(theta, baseline, prior, *items):
    return weigh(model(1, theta, baseline, prior=prior), items, YEAR).mean[0, 0]


@pytest.mark.parametrize(("weight", "probability"), [(4, 0.71525), (6, 0.79924)])
def test_decibels_from_even_odds(weight, probability):
    assert round(updated(0.5, weight), 5) == probability
    likely = 0.2 * 10 ** (weight / 10)
    of = model(1, {(0, "a"): likely}, {"a": 0.2})
    found = weigh(of, [item("a", 2001)], YEAR)
    assert round(found.mean[0, 0], 5) == probability
    none, alone = found.decibels[0]
    assert alone - none == pytest.approx(weight)
    assert by_implication(of, [item("a", 2001)], YEAR)["a"] == pytest.approx([none, alone])


def test_decibels_of_a_ratio():
    assert decibels(10) == pytest.approx(10)
    assert round(decibels(2), 2) == 3.01


def test_seen_or_searched_for_and_not_seen():
    theta, baseline = {(0, "a"): 0.20}, {"a": 0.05}
    assert round(belief(theta, baseline, 0.40, item("a", 2001)), 3) == 0.727
    assert round(belief(theta, baseline, 0.40, item("a", 2001, reading="not_found", detection=1.0)), 3) == 0.360
    assert round(belief(theta, baseline, 0.40, item("a", 2001, reading="denied")), 3) == 0.360


@pytest.mark.parametrize(
    ("first", "second", "probability"),
    [
        ("affirmed", None, 0.8),
        ("denied", None, 0.2),
        (None, "affirmed", 1),
        (None, "denied", 0.411765),
        ("affirmed", "denied", 0.736842),
        ("denied", "denied", 0.148936),
    ],
)
def test_two_clues(first, second, probability):
    theta, baseline = {(0, "a"): 0.8, (0, "b"): 0.3}, {"a": 0.2, "b": 0.0}
    items = [item(name, 2001, reading=r) for name, r in (("a", first), ("b", second)) if r]
    assert round(belief(theta, baseline, 0.5, *items), 6) == probability
