"""Kappas match published values and hand-worked tables."""

import pytest

from timbang.evidence.kappa import cohen, cohen_from_table, fleiss, pooled_cohen, pooled_fleiss

PUBLISHED = [[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]]


def units(*words: str) -> list[list[str]]:
    return [list(word) for word in words]


def test_published_table() -> None:
    assert cohen_from_table(PUBLISHED) == pytest.approx(0.4915254, abs=5e-8)


def test_units_give_what_their_table_gives() -> None:
    given = [
        (i, j) for i, row in enumerate(PUBLISHED) for j, share in enumerate(row) for _ in range(round(share * 100))
    ]
    assert cohen(given, draws=20).value == pytest.approx(0.4915254, abs=5e-8)


def test_cohen_leaves_out_units_with_a_missing_value() -> None:
    # aa, ab, bb, bb: observed 3/4; a: 2/4 and 1/4, b: 2/4 and 3/4; expected 1/2.
    found = cohen([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b"), ("a", None)], draws=20)
    assert found.value == pytest.approx(0.5) and found.units == 4


def test_fleiss_worked_by_hand() -> None:
    # Three coders: aaa, aab, bbb. Per unit 1, 1/3, 1; mean 7/9. a 5/9, b 4/9; expected 41/81.
    assert fleiss(units("aaa", "aab", "bbb"), draws=20).value == pytest.approx((7 / 9 - 41 / 81) / (1 - 41 / 81))


def test_fleiss_and_cohen_differ_where_margins_do() -> None:
    given = units("aa", "ab", "bb", "bb")  # Fleiss: a 3/8, b 5/8; expected 34/64
    assert fleiss(given, draws=20).value == pytest.approx((3 / 4 - 34 / 64) / (1 - 34 / 64))


def test_pooled_takes_means_before_dividing() -> None:
    # First code: observed 3/4, expected 1/2. Second: observed 1, expected (3/4)(3/4) + (1/4)(1/4) = 10/16.
    codes = [units("aa", "ab", "bb", "bb"), units("aa", "bb", "bb", "bb")]
    observed, expected = (3 / 4 + 1) / 2, (1 / 2 + 10 / 16) / 2
    assert pooled_cohen(codes, draws=20).value == pytest.approx((observed - expected) / (1 - expected))
    assert pooled_fleiss(codes, draws=20).value != pooled_cohen(codes, draws=20).value


def test_undefined_is_none() -> None:
    assert fleiss([["a", "a"]]).value is None and cohen([["a", None]]).why == "no unit was coded by all"
    assert fleiss([]).value is None
