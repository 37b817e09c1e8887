"""What must not matter: the order of items, the names of mechanisms, copies, silence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.weighing_models import item, model

from timbang.inference.weighing.weigh import weigh

YEARS = (2001, 2002, 2003, 2004)
NAMES = ("a", "b", "c")
THETA = {(0, "a"): 0.9, (0, "b"): 0.6, (1, "b"): 0.8, (1, "c"): 0.1, (2, "c"): 0.7}
BASELINE = {"a": 0.2, "b": 0.3, "c": 0.4, "mute": 0.5}
WAYS = {
    "says": (0.1, 0.85), "reads": {"ann": (0.05, 0.9), "ben": (0.1, 0.95)}, "slanted": 0.2, "rho": 0.5, "prior": 0.3,
    "cluster": {"a": "one", "b": "one", "c": "two", "mute": "one"},
}  # fmt: skip
MODEL = model(3, THETA, BASELINE, **WAYS)

readings = st.builds(
    item,
    st.sampled_from(NAMES),
    st.sampled_from(YEARS),
    st.sampled_from("uvw"),
    st.sampled_from(("affirmed", "denied")),
    coder=st.sampled_from(("ann", "ben")),
)
some = st.lists(readings, max_size=8, unique_by=lambda i: i.id)
few = settings(max_examples=25, deadline=None)


def same(one, other):
    for name in ("mean", "low", "high", "sets", "heard"):
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=0, atol=1e-12)
    assert one.origins == other.origins
    assert one.floor == other.floor


@few
@given(some, st.randoms(use_true_random=False))
def test_order_of_items_does_not_matter(items, chance):
    shuffled = chance.sample(items, len(items))
    same(weigh(MODEL, items, YEARS), weigh(MODEL, shuffled, YEARS))


@few
@given(some, st.permutations(range(3)))
def test_names_of_mechanisms_do_not_matter(items, order):
    other = model(3, {(order.index(k), i): p for (k, i), p in THETA.items()}, BASELINE, **WAYS)
    one, two = weigh(MODEL, items, YEARS), weigh(other, items, YEARS)
    np.testing.assert_allclose(one.mean[:, order], two.mean, rtol=0, atol=1e-12)
    np.testing.assert_allclose(one.changes[0].none[order], two.changes[0].none, rtol=0, atol=1e-12)


@few
@given(some.filter(bool))
def test_a_report_copied_a_hundred_times_changes_nothing(items):
    copies = [item(i.implication, i.year, i.origin, i.reading, id=f"copy {n}", coder=i.coder)
              for n, i in enumerate(items[:1] * 100)]  # fmt: skip
    one, two = weigh(MODEL, items, YEARS), weigh(MODEL, [*items, *copies], YEARS)
    same(one, two)
    weights = dict(zip(two.items, two.decibels, strict=True))
    np.testing.assert_allclose(weights["copy 7"], dict(zip(one.items, one.decibels, strict=True))[items[0].id])


@few
@given(some)
def test_forty_coders_of_one_origin_say_no_more_than_the_origin(items):
    many = [item("a", 2002, "only", coder=f"coder {n}") for n in range(40)]
    certain = model(3, THETA, BASELINE, **{**WAYS, "reads": {**WAYS["reads"], "sure": (0.0, 1.0)}})
    readers = {**WAYS["reads"], "": (0.1, 0.9)}
    found = weigh(model(3, THETA, BASELINE, **{**WAYS, "reads": readers}), [*items, *many], YEARS)
    once = weigh(certain, [*items, item("a", 2002, "only", coder="sure")], YEARS)
    np.testing.assert_allclose(found.mean, once.mean, rtol=0, atol=1e-9)


@few
@given(some)
def test_silence_changes_nothing(items):
    one = weigh(MODEL, items, YEARS)
    longer = weigh(MODEL, items, (*YEARS, 2005, 2006))
    np.testing.assert_allclose(longer.mean[: len(YEARS)], one.mean, rtol=0, atol=1e-12)
    more = model(3, {**THETA, (1, "unreported"): 0.9}, {**BASELINE, "unreported": 0.1},
                 **{**WAYS, "cluster": {**WAYS["cluster"], "unreported": "one"}})  # fmt: skip
    same(weigh(more, items, YEARS), one)


def test_no_report_leaves_the_prior():
    found = weigh(MODEL, [], YEARS)
    np.testing.assert_allclose(found.mean, found.prior, atol=1e-12)
    # .3 in the first year; then .3 * .9 + .7 * .1, and so on towards even
    assert found.prior[:, 0] == pytest.approx([0.3, 0.34, 0.372, 0.3976])
    assert found.floor == ("few origins",)
    assert np.isnan(found.misfit.overall)
    assert not found.misfit.alarm


@few
@given(some)
def test_what_no_mechanism_speaks_of_is_left_aside(items):
    beside = [item("mute", 2002, "u", id="m"), item("a", 1999, "u", id="early")]
    found = weigh(MODEL, [*items, *beside], YEARS)
    same(found, weigh(MODEL, items, YEARS))
    assert found.aside == ("early", "m")


@few
@given(some)
def test_change_and_belief_are_probabilities(items):
    found = weigh(MODEL, items, YEARS, persistences=(0.7, 0.99))
    assert [c.persistence for c in found.changes] == [0.9, 0.7, 0.99]
    for told in found.changes:
        np.testing.assert_allclose(told.none + told.first.sum(axis=1), 1, atol=1e-12)
        assert (told.first >= -1e-12).all()
    np.testing.assert_allclose(found.sets.sum(axis=1), 1, atol=1e-12)


def test_an_affirmation_raises_and_a_denial_lowers():
    said, denied = (weigh(MODEL, [item("a", 2002, reading=r)], YEARS).mean[1, 0] for r in ("affirmed", "denied"))
    assert denied < MODEL.space.prior[4:].sum() + 0.04 < said


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reading": "perhaps"}, "reading 'perhaps'"),
        ({"until": 2000}, "ends in 2000"),
        ({"detection": 1.2}, "detection 1.2"),
        ({"interest": "friend"}, "interest 'friend'"),
    ],
)
def test_an_item_that_cannot_be_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        weigh(MODEL, [item("a", 2001, **change)], YEARS)


@pytest.mark.parametrize("years", [(), (2001, 2003), (2002, 2001)])
def test_years_must_follow_each_other(years):
    with pytest.raises(ValueError, match="consecutive"):
        weigh(MODEL, [], years)
