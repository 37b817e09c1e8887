"""Draws: each quantity by itself; what several mechanisms together lead one to expect."""

import numpy as np
import pytest

from timbang.inference.weighing.drawing import beta, stream
from timbang.inference.weighing.expectations import expected, expit, logit
from timbang.inference.weighing.posterior import interval
from timbang.inference.weighing.spaces import MOST, moved, singles, space, step


def test_draws_have_the_stated_mean_and_spread():
    drawn = beta(0.75, 20, 40_000, 1, "a")
    assert drawn.mean() == pytest.approx(0.75, abs=0.003)
    assert drawn.var() == pytest.approx(0.75 * 0.25 / 21, rel=0.03)


def test_a_quantity_s_draws_are_its_own():
    one = beta(0.75, 20, 50, 1, "theory", "a")
    stream(1, "something else").random(7)
    np.testing.assert_array_equal(one, beta(0.75, 20, 50, 1, "theory", "a"))
    assert not np.array_equal(one, beta(0.75, 20, 50, 1, "theory", "b"))
    assert not np.array_equal(one, beta(0.75, 20, 50, 2, "theory", "a"))


@pytest.mark.parametrize(("mean", "concentration"), [(0, 10), (1, 10), (0.5, 0)])
def test_no_beta(mean, concentration):
    with pytest.raises(ValueError, match="no Beta"):
        beta(mean, concentration, 5, 1, "a")


def test_a_mechanism_alone_gives_its_theta_and_none_the_baseline():
    of = space(3, 0.5, 0.9)
    theta = np.array([[0.97], [0.02], [np.nan]])
    rows, places = expected(of.sets, theta, np.array([0.3]))
    none, *alone = (rows[places[at], 0] for at in singles(of.sets))
    assert [none, *alone] == pytest.approx([0.3, 0.97, 0.02, 0.3], abs=1e-12)


def test_several_add_in_log_odds_within_the_scale():
    of = space(2, 0.5, 0.9)
    rows, places = expected(of.sets, np.array([[0.6], [0.7]]), np.array([0.4]))
    both = expit(logit(np.array(0.6)) + logit(np.array(0.7)) - logit(np.array(0.4)))
    assert rows[places[3], 0] == pytest.approx(float(both))
    rows, places = expected(of.sets, np.array([[0.9], [0.9]]), np.array([0.2]))
    assert rows[places[3], 0] == 0.95
    rows, places = expected(of.sets, np.array([[0.97], [0.9]]), np.array([0.2]))
    assert rows[places[3], 0] == 0.97


def test_spaces():
    assert space(2, 0.3, 0.9).prior == pytest.approx([0.49, 0.21, 0.21, 0.09])
    rivals = space(2, 0.3, 0.9, exclusive=True)
    assert rivals.sets.tolist() == [[False, False], [True, False], [False, True]]
    assert rivals.prior == pytest.approx([0.49 / 0.91, 0.21 / 0.91, 0.21 / 0.91])
    by = step(rivals)
    assert moved(np.eye(3), by) == pytest.approx(np.array([[0.9, 0.05, 0.05], [0.05, 0.9, 0.05], [0.05, 0.05, 0.9]]))


def test_a_year_s_transition_of_independent_mechanisms():
    of = space(3, 0.3, 0.8)
    moves = moved(np.eye(8), step(of))
    for a, one in enumerate(of.sets):
        for b, other in enumerate(of.sets):
            assert moves[a, b] == pytest.approx(np.prod(np.where(one == other, 0.8, 0.2)))
    held = moved(np.eye(8), step(of, held=1))
    assert held == pytest.approx(moves * np.equal.outer(of.sets[:, 1], of.sets[:, 1]))


@pytest.mark.parametrize(
    ("mechanisms", "prior", "stay"), [(0, 0.5, 0.9), (MOST + 1, 0.5, 0.9), (2, 0, 0.9), (2, 1, 0.9), (2, 0.5, 0)]
)
def test_spaces_that_cannot_be(mechanisms, prior, stay):
    with pytest.raises(ValueError, match=r"mechanisms|prior"):
        space(mechanisms, prior, stay)


def test_weighted_quantiles():
    values = np.array([[[0.3, 0.1, 0.2, 0.9]]])
    low, high = interval(values, np.array([0.5, 0.05, 0.4, 0.05]), 0.8)
    assert (low[0, 0], high[0, 0]) == (0.2, 0.3)
    low, high = interval(values, np.full(4, 0.25))
    assert (low[0, 0], high[0, 0]) == (0.1, 0.9)
