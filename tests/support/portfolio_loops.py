"""Similarity of two portfolios as the definitions say it, partner by partner: slow, written apart from timbang's."""

from __future__ import annotations

from itertools import combinations
from math import isnan, sqrt

import pytest


def s(a: list[int], b: list[int], w: list[float], power: int, top: int) -> float:
    apart = sum(w[k] * abs(a[k] - b[k]) ** power for k in range(len(a)))
    return 1 - 2 * apart / sum(w[k] * top**power for k in range(len(a)))


def disagreement(i: int, j: int, power: int, top: int) -> float:
    return 0.0 if i == j else 1.0 if power == 0 else (abs(i - j) / top) ** power


def corrected(a: list[int], b: list[int], power: int, top: int, alike: bool) -> float:
    """Kappa, or (alike) pi, from the shares of each level; NaN where no disagreement is expected."""

    def share(values: list[int], level: int) -> float:
        return values.count(level) / len(values)

    observed = sum(disagreement(i, j, power, top) for i, j in zip(a, b, strict=True)) / len(a)
    expected = 0.0
    for i in range(top + 1):
        for j in range(top + 1):
            one, two = (share(a + b, i), share(a + b, j)) if alike else (share(a, i), share(b, j))
            expected += disagreement(i, j, power, top) * one * two
    return 1 - observed / expected if expected > 1e-12 else float("nan")


def tau_b(a: list[int], b: list[int]) -> float:
    concordant = discordant = untied_a = untied_b = 0
    for i, j in combinations(range(len(a)), 2):
        turn = (a[i] - a[j]) * (b[i] - b[j])
        concordant, discordant = concordant + (turn > 0), discordant + (turn < 0)
        untied_a, untied_b = untied_a + (a[i] != a[j]), untied_b + (b[i] != b[j])
    if not untied_a * untied_b:
        return float("nan")
    return (concordant - discordant) / sqrt(untied_a * untied_b)


def same(found: float, expected: float) -> bool:
    return isnan(found) if isnan(expected) else found == pytest.approx(expected, abs=1e-12)
