"""The engine against every path, slant, truth and statement written out (tests/support/exact_weighing.py)."""

import random

import numpy as np
import pytest
from support import exact_weighing as exact
from support.weighing_models import item, model

from timbang.inference.weighing.weigh import weigh

YEARS = (2001, 2002, 2003)
NAMES = ("a", "b", "c", "d")


def made_up(seed, exclusive):
    """A small world with copies, two coders, spans, searches, slants and clusters."""
    chance = random.Random(seed)
    mechanisms = 2 if not exclusive else 3
    world = exact.World(
        years=YEARS,
        prior=chance.uniform(0.2, 0.6),
        stay=chance.uniform(0.7, 0.98),
        theta={(k, i): chance.uniform(0.03, 0.97) for k in range(mechanisms) for i in NAMES if chance.random() < 0.7},
        baseline={i: chance.uniform(0.03, 0.6) for i in NAMES},
        cluster={"a": "one", "b": "one", "c": "one", "d": "two"},
        mechanisms=mechanisms,
        says=(0.15, 0.85),
        reads={"ann": (0.05, 0.9), "ben": (0.2, 0.8)},
        slanted=0.2,
        rho=0.5,
        exclusive=exclusive,
    )
    world.theta.update({(0, i): 0.8 for i in NAMES if not any((k, i) in world.theta for k in range(mechanisms))})
    for _ in range(9):
        first = chance.choice(YEARS)
        reading = chance.choice(("affirmed", "affirmed", "denied", "not_found"))
        last = min(YEARS[-1], first + chance.choice((0, 0, 0, 1)))
        detection = chance.random() if reading == "not_found" else 0.0
        who = chance.choice(("ann", "ben"))
        world.said.append(exact.Said(chance.choice(NAMES), first, last, chance.choice("uvw"), who, reading, detection))
    return world


def asked(world):
    """The same world as the engine has it."""
    of = model(
        world.mechanisms, world.theta, world.baseline, cluster=world.cluster, says=world.says, reads=world.reads,
        prior=world.prior, stay=world.stay, slanted=world.slanted, rho=world.rho, exclusive=world.exclusive,
    )  # fmt: skip
    items = [
        item(r.implication, r.first, r.origin, r.reading, id=str(n), until=r.last, coder=r.coder, detection=r.detection)
        for n, r in enumerate(world.said)
    ]
    return of, items


@pytest.mark.parametrize("exclusive", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_agrees_with_every_path_written_out(seed, exclusive):
    world = made_up(seed, exclusive)
    of, items = asked(world)
    found = weigh(of, items, YEARS)
    belief, whole, first, _ = exact.weighed(world)
    for t in range(len(YEARS)):
        for k in range(world.mechanisms):
            assert found.mean[t, k] == pytest.approx(belief[t, k], rel=0, abs=1e-9)
        for s, members in enumerate(of.space.sets):
            assert found.sets[t, s] == pytest.approx(whole[t, tuple(int(m) for m in members)], rel=0, abs=1e-9)
    for k in range(world.mechanisms):
        assert found.changes[0].none[k] == pytest.approx(first[k, None], abs=1e-9)
        for t in range(1, len(YEARS)):
            assert found.changes[0].first[k, t] == pytest.approx(first.get((k, t), 0.0), abs=1e-9)


def test_a_point_value_weighs_each_draw_by_how_likely_it_makes_the_reports():
    worlds = [made_up(3, False) for _ in range(4)]
    chance = random.Random(8)
    for world in worlds:
        world.theta = {key: chance.uniform(0.1, 0.9) for key in world.theta}
        world.baseline = {key: chance.uniform(0.1, 0.6) for key in world.baseline}
    theta = {key: np.array([w.theta[key] for w in worlds]) for key in worlds[0].theta}
    baseline = {key: np.array([w.baseline[key] for w in worlds]) for key in NAMES}
    one = worlds[0]
    of = model(
        2, theta, baseline, cluster=one.cluster, says=one.says, reads=one.reads, prior=one.prior, stay=one.stay,
        slanted=one.slanted, rho=one.rho,
    )  # fmt: skip
    found = weigh(of, asked(one)[1], YEARS)
    told = [exact.weighed(world) for world in worlds]
    weights = [total for *_, total in told]
    for t in range(len(YEARS)):
        for k in range(2):
            values = [belief[t, k] for belief, *_ in told]
            mean = sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)
            assert found.mean[t, k] == pytest.approx(mean, abs=1e-9)
            assert min(values) - 1e-12 <= found.low[t, k] <= found.high[t, k] <= max(values) + 1e-12
    assert found.effective == pytest.approx(sum(weights) ** 2 / sum(w * w for w in weights), rel=1e-9)


def test_leaving_out_an_origin_is_weighing_without_it():
    world = made_up(5, False)
    of, items = asked(world)
    found = weigh(of, items, YEARS)
    assert len(found.origins) > 1
    for o, origin in enumerate(found.origins):
        rest = made_up(5, False)
        rest.said = [r for r in rest.said if r.origin != origin]
        belief, *_ = exact.weighed(rest)
        for t in range(len(YEARS)):
            for k in range(2):
                assert found.without[o, t, k] == pytest.approx(belief[t, k], abs=1e-9)
    assert (found.least <= found.mean).all() and (found.mean <= found.most).all()


def test_the_year_of_change_under_another_persistence():
    world = made_up(1, False)
    of, items = asked(world)
    other = weigh(of, items, YEARS, persistences=(0.6,)).changes[1]
    world.stay = 0.6
    _, _, first, _ = exact.weighed(world)
    assert other.persistence == 0.6
    for k in range(2):
        assert other.none[k] == pytest.approx(first[k, None], abs=1e-9)
        assert other.none[k] + other.first[k].sum() == pytest.approx(1, abs=1e-12)


def test_decibels_of_an_item_are_its_likelihood_ratios():
    world = made_up(2, False)
    of, items = asked(world)
    found = weigh(of, items, YEARS)
    for n, name in enumerate(found.items):
        gone = [r for m, r in enumerate(world.said) if exact_copy(r, world.said[int(name)]) is False]
        less = made_up(2, False)
        less.said = gone
        for column, members in enumerate([(0, 0), (1, 0), (0, 1)]):
            ratio = 1.0
            for year in YEARS:
                ratio *= exact.year(world, year, members) / exact.year(less, year, members)
            assert found.decibels[n, column] == pytest.approx(10 * np.log10(ratio), abs=1e-9)


def exact_copy(one, other):
    return (one.implication, one.first, one.last, one.origin, one.coder, one.reading) == (
        other.implication, other.first, other.last, other.origin, other.coder, other.reading,
    )  # fmt: skip
