"""The balance of a system, by hand."""

import numpy as np
import pytest

from timbang.inference.weighing.balance import Member, balance
from timbang.inference.weighing.values import GRID


def at(*shares):
    """Belief over the grid: pairs of point and probability."""
    row = np.zeros(len(GRID))
    for point, p in shares:
        row[round(point * 40)] = p
    return row


def member(name, revision, status_quo, capability=1.0, evidence=True):
    return Member(name=name, revision=revision, status_quo=status_quo, capability=capability, evidence=evidence)


def test_certain_members_split_what_they_have():
    found = balance([
        member("a", at((0.2, 1)), at((0.8, 1)), 0.5),
        member("b", at((0.9, 1)), at((0.1, 1)), 0.3),
        member("c", at((0.4, 1)), at((0.4, 1)), 9.0),
    ])  # fmt: skip
    assert found.share == pytest.approx(0.5 / 0.8)
    assert (found.low, found.high) == pytest.approx((0.5 / 0.8, 0.5 / 0.8))
    assert found.stronger == 1
    assert found.revisionist.tolist() == [0, 1, 0]
    assert found.content.tolist() == [1, 0, 0]
    assert found.lacking == ()


def test_uncertain_members_are_drawn_jointly():
    # a is content with .7; b revisionist with .6 and else on neither side. The share of the status quo: content a and
    # revisionist b .42 -> 2/3; content a alone .28 -> 1; a revisionist .3 -> 0
    found = balance([
        member("a", at((0.5, 1)), at((0.9, 0.7), (0.1, 0.3)), 2.0),
        member("b", at((0.8, 0.6), (0.3, 0.4)), at((0.3, 1)), 1.0),
    ])  # fmt: skip
    assert found.share == pytest.approx(0.42 * 2 / 3 + 0.28, abs=0.01)
    assert found.stronger == pytest.approx(0.7, abs=0.01)
    assert (found.low, found.high) == (0, 1)
    assert found.content == pytest.approx([0.7, 0], abs=0.01)
    assert found.revisionist == pytest.approx([0.3, 0.6], abs=0.01)


def test_no_one_on_a_side_is_even():
    found = balance([member("a", at((0.4, 1)), at((0.4, 1)))])
    assert (found.share, found.stronger) == (0.5, 0.5)


def test_refused_where_a_member_lacks_evidence_or_capability():
    known = at((0.5, 1))
    found = balance([
        member("a", known, known), member("b", known, known, evidence=False), member("c", known, known, None),
    ])  # fmt: skip
    assert found.lacking == ("b", "c")
    assert np.isnan(found.share)
    assert found.revisionist is None
    with pytest.raises(ValueError, match="members"):
        balance([])
