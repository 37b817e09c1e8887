"""One change in a Poisson rate against a constant rate: closed form under Gamma priors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import exp, lgamma, log, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting

RAFTERY = (
    "Raftery, A. E. & Akman, V. E. (1986). Bayesian analysis of a Poisson process with a change-point. "
    "Biometrika 73, 85-89."
)
MOST_READINGS = 4096  # ways to read imprecise dates that are all tried; beyond, the bounds are left open


@dataclass(frozen=True, slots=True)
class Gamma:
    """A prior for a yearly rate: shape, and rate in years (its weight in years of observation)."""

    shape: float
    years: float

    def log_evidence(self, total: int, years: int) -> float:
        """Log probability of `total` in `years`, without the factorials that both models share."""
        return (
            self.shape * log(self.years)
            - lgamma(self.shape)
            + lgamma(self.shape + total)
            - (self.shape + total) * log(self.years + years)
        )

    def mean_after(self, total: int, years: int) -> float:
        """The rate to expect after `total` in `years`."""
        return (self.shape + total) / (self.years + years)


def priors(mean: float) -> dict[str, Gamma]:
    """Three priors about the mean of the series, which must be positive.

    `unit` weighs as much as one year: with Gamma(mean, 1) the variance is the mean, that of one
    Poisson count (in the manner of Kass & Wasserman's unit information). `exponential` is wider
    where the mean is above one; `two_years` is narrower.
    """
    return {"unit": Gamma(mean, 1.0), "exponential": Gamma(1.0, 1 / mean), "two_years": Gamma(2 * mean, 2.0)}


@dataclass(frozen=True, slots=True)
class Change:
    """Bayes factor of one change against none, and where it came: probability per year, given one."""

    factor: float
    where: tuple[float, ...]  # of counts[1:]: the first year of the new rate

    @property
    def probability(self) -> float:
        """Probability of a change if both models were equally likely before."""
        return self.factor / (1 + self.factor)


def weigh(counts: tuple[int, ...], prior: Gamma) -> Change:
    """Weigh one change, at any year but the first alike, against a constant rate.

    Rates before and after are independent draws of the same prior as the constant rate.
    """
    total, years = sum(counts), len(counts)
    before, logs = 0, []
    for k in range(1, years):
        before += counts[k - 1]
        logs.append(prior.log_evidence(before, k) + prior.log_evidence(total - before, years - k))
    top = max(logs)
    weights = [exp(value - top) for value in logs]
    mean = sum(weights) / len(weights)
    return Change(_exp(top + log(mean) - prior.log_evidence(total, years)), tuple(w / sum(weights) for w in weights))


def _exp(value: float) -> float:
    return exp(min(value, 700.0))  # beyond, a float overflows; the evidence is overwhelming long before


def can_weigh(counts: tuple[int, ...]) -> bool:
    """Whether there is anything to weigh: two years or more, and an exercise in one of them."""
    return len(counts) > 1 and sum(counts) > 0


def readings(exercises: pa.Table, setting: Setting) -> Iterator[tuple[int, ...]]:
    """Counts per year of the period: first by the preferred (first possible) years, then every other reading.

    Stops after the first where there are more than MOST_READINGS.
    """
    windows = zip(exercises.column("year").to_pylist(), exercises.column("last_year").to_pylist(), strict=True)
    dated = [(first, first if last is None else last) for first, last in windows if first is not None]
    sure = _count([first for first, last in dated if first == last], setting)
    open_ = [range(first, last + 1) for first, last in dated if first != last]
    yield _add(sure, _count([window[0] for window in open_], setting))
    if open_ and prod(map(len, open_)) <= MOST_READINGS:
        yield from (_add(sure, _count(list(years), setting)) for years in product(*open_))


def all_read(exercises: pa.Table) -> bool:
    """Whether every reading of the imprecise dates was tried, so that bounds can be given."""
    windows = zip(exercises.column("year").to_pylist(), exercises.column("last_year").to_pylist(), strict=True)
    spans: list[int] = [last - first + 1 for first, last in windows if first is not None and last is not None]
    return prod(spans) <= MOST_READINGS


def _count(years: list[int], setting: Setting) -> tuple[int, ...]:
    counts = dict.fromkeys(setting.years, 0)
    for year in years:
        if year in counts:
            counts[year] += 1
    return tuple(counts.values())


def _add(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(a + b for a, b in zip(one, other, strict=True))
