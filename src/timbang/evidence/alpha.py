"""Krippendorff's alpha: agreement beyond chance among any number of coders, with values missing or not.

    alpha = 1 - D_observed / D_expected

over pairable values, with the squared difference of the level of measurement (Krippendorff, K. (2019).
Content Analysis: An Introduction to Its Methodology, 4th ed., ch. 12). Own code after the published formulas.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Level = Literal["nominal", "ordinal", "interval", "ratio"]
Floats = NDArray[np.float64]
DRAWS, SEED, COVER = 1_000, 20_260_101, 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A coefficient with its bootstrap interval over units; None where it is not defined, and why."""

    value: float | None
    low: float | None
    high: float | None
    units: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Pairable values: counts[u, v] of coders who gave unit u value v, and the values in order."""

    counts: Floats
    values: tuple[Any, ...]


def tabulate(units: Sequence[Sequence[Hashable | None]]) -> Table:
    """Count values by unit; None is missing. Units with fewer than two values cannot be paired and are left out."""
    kept = [[value for value in unit if value is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    distinct = {value for unit in kept for value in unit}
    try:
        values = tuple(sorted(distinct))  # type: ignore[type-var]
    except TypeError:
        values = tuple(sorted(distinct, key=repr))
    place = {value: at for at, value in enumerate(values)}
    counts = np.zeros((len(kept), len(values)))
    for row, unit in enumerate(kept):
        for value in unit:
            counts[row, place[value]] += 1
    return Table(counts, values)


def difference(values: Sequence[Any], level: Level, totals: Floats) -> Floats:
    """Squared differences between values; ordinal ones depend on how often each value was given."""
    if level == "nominal":
        return 1.0 - np.eye(len(values))
    if level == "ordinal":
        ranks = np.cumsum(totals) - totals / 2
        return np.asarray((ranks[:, None] - ranks[None, :]) ** 2, dtype=np.float64)
    numbers = np.array(values, dtype=np.float64)
    gaps = numbers[:, None] - numbers[None, :]
    if level == "interval":
        return gaps**2
    sums = numbers[:, None] + numbers[None, :]
    shares: Floats = np.divide(gaps, sums, out=np.zeros_like(gaps), where=sums != 0)
    return shares**2


def alpha(
    units: Sequence[Sequence[Hashable | None]],
    level: Level = "nominal",
    differ: Callable[[Sequence[Any]], Floats] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Estimate:
    """Alpha of units (one value per coder, None if missing), with a percentile bootstrap interval over units.

    `differ` gives squared differences between values of another kind (see `jaccard`). Draws in which only
    one value occurs have no alpha and are left out of the interval.
    """
    table = tabulate(units)
    if len(table.values) < 2:
        why = "no unit was coded by two" if not len(table.counts) else "only one value was ever given"
        return Estimate(None, None, None, len(table.counts), why)

    def metric(totals: Floats) -> Floats:
        return differ(table.values) if differ else difference(table.values, level, totals)

    fixed = None if level == "ordinal" and differ is None else metric(table.counts.sum(axis=0))
    ones = np.ones(len(table.counts))
    value = _alpha(table.counts, ones, metric(table.counts.sum(axis=0)))
    drawn = _resampled(table.counts, metric, fixed, draws, seed)
    low, high = interval(drawn)
    return Estimate(value, low, high, len(table.counts))


def _resampled(
    counts: Floats, metric: Callable[[Floats], Floats], fixed: Floats | None, draws: int, seed: int
) -> list[float]:
    """Alpha of each bootstrap draw in which it is defined."""
    random, size = np.random.default_rng(seed), len(counts)
    found = []
    for _ in range(draws):
        weights = random.multinomial(size, np.full(size, 1 / size)).astype(np.float64)
        value = _alpha(counts, weights, metric(weights @ counts) if fixed is None else fixed)
        if value is not None:
            found.append(value)
    return found


def _alpha(counts: Floats, weights: Floats, squared: Floats) -> float | None:
    """Alpha of weighted units; None if no two different values occur."""
    sizes, totals = counts.sum(axis=1), weights @ counts
    number = totals.sum()
    within = ((counts @ squared) * counts).sum(axis=1) / (sizes - 1)
    observed = float(weights @ within) / number
    expected = float(totals @ squared @ totals) / (number * (number - 1))
    return float(1 - observed / expected) if expected > 0 else None


def interval(drawn: Sequence[float]) -> tuple[float | None, float | None]:
    """The middle 95 in 100 of what was drawn; None if nothing could be."""
    if not drawn:
        return None, None
    tail = (1 - COVER) / 2
    low, high = np.quantile(np.array(drawn), [tail, 1 - tail])
    return float(low), float(high)


def jaccard(values: Sequence[frozenset[str]]) -> Floats:
    """Differences between sets: the share of what either has that not both have. Two empty sets do not differ."""
    names = sorted({name for value in values for name in value})
    member = np.array([[name in value for name in names] for value in values], dtype=np.float64)
    both = member @ member.T
    sizes = member.sum(axis=1)
    either = sizes[:, None] + sizes[None, :] - both
    shared: Floats = np.divide(both, either, out=np.ones_like(both), where=either > 0)
    return 1 - shared
