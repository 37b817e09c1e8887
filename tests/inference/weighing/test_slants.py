"""Sums over slanted origins, against every configuration written out."""

from itertools import product
from math import prod

import numpy as np
import pytest
from support.weighing_models import item, model

from timbang.inference.weighing.posterior import posterior
from timbang.inference.weighing.reports import crowded
from timbang.inference.weighing.slants import groups, summed
from timbang.inference.weighing.voices import voices
from timbang.inference.weighing.weigh import weigh


def test_origins_that_share_no_implication_are_apart():
    found = groups({"a": ("u", "v"), "b": ("w",), "c": ("v", "x"), "d": ("y", "w")})
    assert [group.origins for group in found] == [("u", "v", "x"), ("w", "y")]
    assert dict(found[1].implications) == {"b": ("w",), "d": ("w", "y")}


def test_a_chain_of_origins_is_summed_exactly():
    speaks = {"a": ("u", "v"), "b": ("v", "w"), "c": ("w", "x"), "d": ("u",), "e": ("u", "x")}
    chance = np.random.default_rng(3)
    tables = {i: chance.random((2,) * len(of)) for i, of in speaks.items()}
    (group,) = groups(speaks)
    found = summed(group, 0.2, lambda i, slants: np.array([[tables[i][tuple(int(s) for s in slants)]]]))
    expected = 0.0
    for bits in product((0, 1), repeat=4):
        on = dict(zip("uvwx", bits, strict=True))
        weight = prod(0.2 if bit else 0.8 for bit in bits)
        expected += weight * prod(tables[i][tuple(on[o] for o in of)] for i, of in speaks.items())
    assert found[0, 0] == pytest.approx(expected, abs=1e-12)


def test_too_many_origins_are_drawn_close_to_the_sum_and_said():
    theta, baseline, slanted = {(0, "a"): 0.8, (0, "b"): 0.3}, {"a": 0.3, "b": 0.5}, 0.2
    of = model(1, theta, baseline, says=(0.3, 0.7), slanted=slanted)
    items = [item(i, 2001, f"o{n:02}", "affirmed" if n % 3 else "denied") for n in range(11) for i in "ab"]
    assert crowded(voices(items))
    found, _ = posterior(of.space, of.drawn, voices(items), (2001,), ())
    told = dict.fromkeys((0, 1), 0.0)
    for bits in product((0, 1), repeat=11):
        weight = prod(slanted if bit else 1 - slanted for bit in bits)
        for k in (0, 1):
            either = 1.0
            for i in "ab":
                p = theta[0, i] if k else baseline[i]
                says = {x: prod(0.5 if bit else (0.7 if (n % 3 > 0) == (x == 1) else 0.3) for n, bit in enumerate(bits))
                        for x in (0, 1)}  # fmt: skip
                either *= p * says[1] + (1 - p) * says[0]
            told[k] += weight * either
    assert found.mean[0, 0] == pytest.approx(told[1] / (told[0] + told[1]), abs=0.02)


def test_ten_origins_are_summed_exactly():
    of = model(1, {(0, "a"): 0.8}, {"a": 0.3}, says=(0.3, 0.7), slanted=0.2)
    found = weigh(of, [item("a", 2001, f"o{n}") for n in range(10)], (2001,))
    assert found.sampled == ()
    # one implication alone, not tempered: each origin's slant can be summed by itself, .8 * .7 + .2 * .5 and so on
    yes, no = 0.66**10, 0.34**10
    one, none = 0.8 * yes + 0.2 * no, 0.3 * yes + 0.7 * no
    assert found.mean[0, 0] == pytest.approx(one / (one + none), abs=1e-12)
