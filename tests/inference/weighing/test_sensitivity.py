"""What would overturn a conclusion, on small worlds worked by hand."""

import numpy as np
import pytest
from support.weighing_models import item, model

from timbang.inference.weighing.floor import floor, speaking, told
from timbang.inference.weighing.sensitivity import leave_outs, smallest_change
from timbang.inference.weighing.weigh import weigh

SCALE = (0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95)
YEARS = (2001, 2002)
# p speaks of a and b, q of c and d: who is affirmed more is believed more
THETA = {(0, "a"): 0.9, (0, "b"): 0.75, (1, "c"): 0.9, (1, "d"): 0.75}
BASELINE = dict.fromkeys("abcd", 0.25)
MODEL = model(2, THETA, BASELINE, cluster={"a": "one", "b": "one", "c": "two", "d": "three"}, slanted=0.2, rho=0.5,
              says=(0.1, 0.9))  # fmt: skip
ITEMS = [
    item("a", 2001, "u", id="1", coder="ann"),
    item("b", 2001, "v", id="2", coder="ben"),
    item("c", 2001, "w", id="3", coder="ann"),
    item("a", 2001, "u", id="4", coder="ann"),  # a copy of the first
]


def change(items):
    return smallest_change(MODEL, items, YEARS, ("m0", "m1"), (2001, 2002), SCALE)


@pytest.mark.parametrize(
    ("part", "groups"),
    [
        ("origin", {"u": "14", "v": "2", "w": "3"}),
        ("implication", {"a": "14", "b": "2", "c": "3"}),
        ("cluster", {"one": "124", "two": "3"}),
        ("coder", {"ann": "134", "ben": "2"}),
    ],
)
def test_leaving_out_is_weighing_the_rest(part, groups):
    found = leave_outs(MODEL, ITEMS, YEARS, part)
    assert list(found) == list(groups)
    for name, gone in groups.items():
        rest = weigh(MODEL, [i for i in ITEMS if i.id not in gone], YEARS)
        np.testing.assert_allclose(found[name], rest.mean, rtol=0, atol=1e-12)


def test_one_origin_that_turns_the_order_with_its_copies():
    two = [ITEMS[0], item("c", 2001, "w", id="3"), ITEMS[3], item("d", 2002, "x", "denied", id="5")]
    found = smallest_change(MODEL, two, YEARS, ("m0", "m1"), (2001, 2002), SCALE)
    assert found.margin > 0
    assert found.items == ("1", "4")
    assert found.origins == ("u",)


def test_what_is_left_out_turns_the_order_and_none_of_it_can_be_spared():
    many = [item(name, 2001 + n % 2, f"o{n}", id=str(n)) for n, name in enumerate("aabb")] + [
        item("c", 2001, "w", id="c")
    ]
    found = change(many)

    def margin(gone):
        mean = weigh(MODEL, [i for i in many if i.id not in gone], YEARS).mean.mean(axis=0)
        return mean[0] - mean[1]

    assert found.margin == pytest.approx(margin(()))
    assert found.margin > 0 > margin(found.items)
    assert len(found.items) > 1
    for name in found.items:
        assert margin(set(found.items) - {name}) >= 0


def test_one_word_moved_that_turns_the_order():
    # a affirmed for p and c for q, alike but for one word: .75 against .90 of the same baseline
    near = model(2, {(0, "a"): 0.75, (1, "c"): 0.9}, BASELINE)
    items = [item("a", 2001, "u"), item("c", 2001, "v")]
    found = smallest_change(near, items, (2001,), ("m1", "m0"), (2001, 2001), SCALE)
    turned = {(w.mechanism, w.implication, w.stated, w.moved) for w in found.words}
    # p's ratio 3, q's 3.6. a at .90 equals q's and does not turn; a's baseline at .10 gives 7.5, c's at .50 gives 1.8;
    # q at .75 equals p's; the other ways lead further off
    assert turned == {("", "a", 0.25, 0.1), ("", "c", 0.25, 0.5)}
    assert found.margin == pytest.approx(3.6 / 4.6 - 0.75)


def test_nothing_to_turn():
    found = change([])
    assert (found.margin, found.items, found.origins, found.words) == (0, (), (), ())


def test_the_floor():
    mean, without = np.array([0.7, 0.5]), np.array([[0.4, 0.5], [0.6, 0.5], [0.5, 0.5]])
    assert floor(mean, without, ("u", "v", "w"), 3, 3) == ("turned by u", "turned by w")
    assert floor(mean, without[1:2], ("v",), 1, 3) == ("few origins",)
    assert floor(np.array([0.7]), np.array([[0.6], [0.5], [0.9]]), ("u", "v", "w"), 3, 3) == ("turned by v",)


def test_the_floor_of_a_period():
    found = weigh(MODEL, [*ITEMS, item("c", 2002, "x"), item("d", 2001, "y", until=2002)], YEARS)
    assert found.heard.tolist() == [[True, True, True, False, True], [False, False, False, True, True]]
    assert speaking(found, 2001, 2001) == ("u", "v", "w", "y")
    assert speaking(found, 2002, 2002) == ("x", "y")  # what u, v and w say of 2001 is no report on 2002
    assert told(found, 3, 2001, 2001) == floor(found.mean[0], found.without[:, 0], found.origins, 4, 3)
    assert "few origins" in told(found, 3, 2002, 2002) and "few origins" not in told(found, 5, 2001, 2002)
    assert "few origins" in told(found, 5, 2001, 2001)
