"""Kappa: Cohen's for two coders, Fleiss' for any number who all coded every unit; pooled over codes.

Cohen, J. (1960), Educational and Psychological Measurement 20: 37-46; Fleiss, J. L. (1971), Psychological
Bulletin 76: 378-382; pooled: De Vries, H., Elliott, M. N., Kanouse, D. E. & Teleki, S. S. (2008), Field
Methods 20: 272-282: one minus the ratio of the codes' mean disagreement to what chance would give.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from timbang.evidence.alpha import DRAWS, SEED, Estimate, Floats, interval

Units = Sequence[Sequence[Hashable | None]]
Shares = Callable[[NDArray[np.intp], Floats, int], tuple[float, float]]  # observed and expected agreement


def cohen_from_table(table: Sequence[Sequence[float]]) -> float:
    """Cohen's kappa of a square table of counts or shares: rows are one coder's values, columns the other's."""
    shares = np.array(table, dtype=np.float64)
    shares = shares / shares.sum()
    observed, expected = float(np.trace(shares)), float(shares.sum(axis=1) @ shares.sum(axis=0))
    return (observed - expected) / (1 - expected)


def cohen(units: Units, draws: int = DRAWS, seed: int = SEED) -> Estimate:
    """Cohen's kappa of units with two values each; units with one missing are left out."""
    return _pooled([units], _cohen, 2, draws, seed)


def fleiss(units: Units, draws: int = DRAWS, seed: int = SEED) -> Estimate:
    """Fleiss' kappa; units that not every coder coded are left out, for it knows no missing values."""
    return _pooled([units], _fleiss, None, draws, seed)


def pooled_cohen(by_code: Sequence[Units], draws: int = DRAWS, seed: int = SEED) -> Estimate:
    """Cohen's kappa over codes together; the same units for every code."""
    return _pooled(by_code, _cohen, 2, draws, seed)


def pooled_fleiss(by_code: Sequence[Units], draws: int = DRAWS, seed: int = SEED) -> Estimate:
    """Fleiss' kappa over codes together; the same units for every code."""
    return _pooled(by_code, _fleiss, None, draws, seed)


def _pooled(by_code: Sequence[Units], shares: Shares, coders: int | None, draws: int, seed: int) -> Estimate:
    """Kappa over codes together, from the means of their observed and expected agreement."""
    whole = [_complete(units, coders) for units in by_code]
    numbers = [_numbered(units) for units in whole if units]
    if not numbers:
        return Estimate(None, None, None, 0, "no unit was coded by all")
    size = len(numbers[0][0])
    value = _kappa(numbers, shares, np.ones(size))
    random, drawn = np.random.default_rng(seed), []
    for _ in range(draws):
        again = _kappa(numbers, shares, random.multinomial(size, np.full(size, 1 / size)).astype(np.float64))
        if again is not None:
            drawn.append(again)
    low, high = interval(drawn)
    why = "" if value is not None else "only one value was ever given"
    return Estimate(value, low, high, size, why)


def _complete(units: Units, coders: int | None) -> list[list[Hashable]]:
    kept = [[value for value in unit if value is not None] for unit in units if None not in unit]
    if any(len(unit) != (coders or len(kept[0])) for unit in kept):
        raise ValueError(f"every unit needs {coders or 'the same number of'} coders")
    return kept


def _numbered(units: Sequence[Sequence[Hashable]]) -> tuple[NDArray[np.intp], int]:
    """Values as numbers, units by coders, and how many values there are."""
    place: dict[Hashable, int] = {}
    rows = [[place.setdefault(value, len(place)) for value in unit] for unit in units]
    return np.array(rows, dtype=np.intp), len(place)


def _kappa(numbers: Sequence[tuple[NDArray[np.intp], int]], shares: Shares, weights: Floats) -> float | None:
    both = [shares(codes, weights, most) for codes, most in numbers]
    observed, expected = (float(np.mean(part)) for part in zip(*both, strict=True))
    return (observed - expected) / (1 - expected) if expected < 1 else None


def _cohen(codes: NDArray[np.intp], weights: Floats, most: int) -> tuple[float, float]:
    total = weights.sum()
    same = float(weights @ (codes[:, 0] == codes[:, 1])) / total
    first, second = (np.bincount(codes[:, at], weights, most) / total for at in (0, 1))
    return same, float(first @ second)


def _fleiss(codes: NDArray[np.intp], weights: Floats, most: int) -> tuple[float, float]:
    counts = np.stack([np.bincount(row, minlength=most) for row in codes]).astype(np.float64)
    coders, total = codes.shape[1], weights.sum()
    per_unit = (counts * (counts - 1)).sum(axis=1) / (coders * (coders - 1))
    shares = (weights @ counts) / (total * coders)
    return float(weights @ per_unit) / total, float(shares @ shares)
