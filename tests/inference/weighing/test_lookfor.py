"""Expected information, and surprise, by hand."""

from math import log, log2, sqrt

import numpy as np
import pytest
from support.weighing_models import item, model

from timbang.inference.weighing.lookfor import look_for
from timbang.inference.weighing.weigh import weigh
from timbang.inference.weighing.weights import class_of_test


def h(p):
    return -p * log2(p) - (1 - p) * log2(1 - p)


def test_bits_of_one_mechanism_at_even_odds():
    of = model(1, {(0, "a"): 0.8, (0, "b"): 0.5}, {"a": 0.2, "b": 0.5, "mute": 0.3}, says=(0.1, 0.9))
    names, bits = look_for(of, [], weigh(of, [], (2001,)))
    assert names == ("a", "b")
    yes, no = 0.8 * 0.9 + 0.2 * 0.1, 0.2 * 0.9 + 0.8 * 0.1
    assert bits[0] == pytest.approx([h((yes + no) / 2) - (h(yes) + h(no)) / 2, 0])


def test_what_is_reported_need_not_be_looked_for():
    of = model(1, {(0, "a"): 0.8, (0, "b"): 0.6}, {"a": 0.2, "b": 0.5})
    items = [item("a", 2001)]
    _, bits = look_for(of, items, weigh(of, items, (2001, 2002)))
    assert np.isnan(bits).tolist() == [[True, False], [False, False]]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (0.95, 0.05, "doubly decisive"),
        (0.95, 0.25, "hoop"),
        (0.75, 0.05, "smoking gun"),
        (0.5, 0.25, "straw in the wind"),
        (0.05, 0.95, "straw in the wind"),  # it speaks for the other
    ],
)
def test_classes_of_tests(one, other, kind):
    assert class_of_test(one, other) == kind


def test_surprise_by_hand():
    # one report, as unlikely as the best set allows; .9 at best, and it is denied
    of = model(1, {(0, "a"): 0.95}, {"a": 0.9}, prior=0.5)
    found = weigh(of, [item("a", 2001, reading="denied")], (2001,)).misfit
    p = 0.1  # denied, under none of the mechanisms, which it makes more likely
    mean = -(p * log(p) + (1 - p) * log(1 - p))
    variance = p * log(p) ** 2 + (1 - p) * log(1 - p) ** 2 - mean**2
    assert found.overall == pytest.approx((-log(p) - mean) / sqrt(variance))
    assert found.by_year == pytest.approx([found.overall])
    assert found.alarm is (found.overall > 2.33)


def test_reports_that_no_set_makes_likely_raise_the_alarm():
    names = [f"i{n}" for n in range(12)]
    of = model(2, {(n % 2, name): 0.9 for n, name in enumerate(names)}, dict.fromkeys(names, 0.75))
    against = [item(name, 2001, f"o{n}", "denied") for n, name in enumerate(names)]
    assert weigh(of, against, (2001,)).misfit.alarm
    likely = [item(name, 2001, f"o{n}") for n, name in enumerate(names)]
    assert not weigh(of, likely, (2001,)).misfit.alarm


def test_two_that_see_one_truth_surprise_less_than_two_truths_do():
    of = model(1, {(0, "a"): 0.95, (0, "b"): 0.95}, {"a": 0.9, "b": 0.9}, says=(0.001, 0.999))
    one = weigh(of, [item("a", 2001, "u", "denied")], (2001,)).misfit.overall
    same = weigh(of, [item("a", 2001, o, "denied") for o in "uv"], (2001,)).misfit.overall
    two = weigh(of, [item(i, 2001, i, "denied") for i in "ab"], (2001,)).misfit.overall
    assert same <= one
    assert two == pytest.approx(one * sqrt(2), rel=0.01)
