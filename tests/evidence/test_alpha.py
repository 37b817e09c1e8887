"""Alpha matches every published value, and behaves where it is not defined."""

import numpy as np
import pytest

from timbang.evidence.alpha import Level, alpha, jaccard

A = list(zip("0100000010", "1110010000", strict=True))
# Printed with a capital E for one coder; it is the same value.
B = list(zip("aabbdcccedda", "babbbcccEddd".lower(), strict=True))
C: list[list[int | None]] = [
    [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None],
]  # fmt: skip


@pytest.mark.parametrize(("units", "published"), [(A, 0.0952381), (B, 0.6919643)])
def test_two_coders_nominal(units: list[tuple[str, str]], published: float) -> None:
    assert alpha(units, draws=10).value == pytest.approx(published, abs=5e-8)


@pytest.mark.parametrize(
    ("level", "published"),
    [("nominal", 0.7434211), ("ordinal", 0.8153875), ("interval", 0.8491071), ("ratio", 0.7974028)],
)
def test_four_coders_with_missing_values(level: Level, published: float) -> None:
    found = alpha(C, level, draws=10)
    assert found.value == pytest.approx(published, abs=5e-8)
    assert found.units == 11  # the twelfth has one value only: it cannot be paired


def test_small_table_worked_by_hand() -> None:
    # Units aa, aa, ab, bb: n = 8, a 5 times, b 3. Observed 2/8; expected 2*5*3/(8*7) = 30/56.
    assert alpha(["aa", "aa", "ab", "bb"], draws=10).value == pytest.approx(1 - (2 / 8) / (30 / 56))


def test_interval_is_seeded_and_holds_the_value() -> None:
    first, second, other = alpha(A), alpha(A), alpha(A, seed=1)
    assert (first.low, first.high) == (second.low, second.high) != (other.low, other.high)
    assert first.low is not None and first.high is not None and first.value is not None
    assert first.low < first.value < first.high


def test_ordinal_bootstrap_uses_the_draws_own_ranks() -> None:
    assert alpha(C, "ordinal", draws=50).low != alpha(C, "interval", draws=50).low


@pytest.mark.parametrize(
    ("units", "why"), [([], "no unit"), ([["a", None]], "no unit"), ([["a", "a"], ["a", "a"]], "only one value")]
)
def test_undefined_is_none_and_says_why(units: list[list[str | None]], why: str) -> None:
    found = alpha(units)
    assert found.value is None and found.low is None and why in found.why


def test_sets_differ_by_what_they_do_not_share() -> None:
    squared = jaccard([frozenset("a"), frozenset("ab"), frozenset("c"), frozenset()])
    assert squared[0].tolist() == [0, 0.5, 1, 1] and np.allclose(squared, squared.T) and squared[3, 3] == 0
