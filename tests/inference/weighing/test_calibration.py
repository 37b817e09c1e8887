"""The engine in worlds with a planted truth (benchmarks/calibration), against the exact rule for them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.slow
YEARS = range(12)


@pytest.fixture(autouse=True)
def benchmarks_at_hand(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parents[3] / "benchmarks")


@pytest.mark.parametrize("change", [{}, {"declared": True}, {"slanted": 0.5}, {"implications": 6, "prior": 0.3}])
def test_where_the_generator_is_the_model_belief_is_the_exact_rule_s(change):
    from calibration.exact_rule import believed
    from calibration.settings import EXACT
    from calibration.trying import worlds
    from calibration.weighing_worlds import drawn, items, known

    from timbang.inference.weighing.weigh import weigh

    for world in worlds(replace(EXACT, **change), 3):
        truths = drawn(world.setting, world.book, 5)
        told = [believed(world, truth) for truth in truths]
        likely = np.exp(np.array([log for _, log in told]) - max(log for _, log in told))
        expected = sum(w * belief for w, (belief, _) in zip(likely / likely.sum(), told, strict=True))
        found = weigh(known(world.setting, truths), items(world), YEARS)
        np.testing.assert_allclose(found.mean, expected, rtol=0, atol=1e-9)


def test_where_the_generator_is_the_model_intervals_hold_what_they_say_and_confidence_is_earned():
    from calibration.scoring import score
    from calibration.settings import EXACT
    from calibration.trying import tried

    found = tried(EXACT, 80, rho=0.0, slanted=EXACT.slanted, draws=1000)
    inside = np.array([((o.weighed.low <= o.exact) & (o.exact <= o.weighed.high)).mean() for o in found])
    assert abs(inside.mean() - 0.9) < 3 * inside.std(ddof=1) / np.sqrt(len(inside))
    for belief in ([o.engine for o in found], [o.rule for o in found]):
        told = score(belief)
        assert abs(told.excess) < 3 * told.error


def test_where_origins_are_slanted_or_implications_correlated_confidence_does_not_exceed_accuracy():
    from calibration.scoring import score
    from calibration.settings import ASSUMED, HARD
    from calibration.trying import engine_alone

    for setting in (setting for setting in HARD if setting.slanted <= 0.3):  # with more it does: README
        told = score(engine_alone(setting, 40, draws=300, **ASSUMED))
        assert told.excess < 2 * told.error, setting.name
