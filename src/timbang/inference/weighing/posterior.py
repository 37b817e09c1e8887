"""Belief integrated over draws: each draw counts by how likely it makes the unit's reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from timbang.inference.weighing.chains import passes, unchanged
from timbang.inference.weighing.likelihood import Emission, emissions, parts
from timbang.inference.weighing.records import Array, Change, Likelihoods, Space
from timbang.inference.weighing.spaces import Step, step
from timbang.inference.weighing.voices import Voice

LEVEL = 0.90  # of the intervals
FEWER = 250  # draws over which the year of change is told


@dataclass(frozen=True, slots=True)
class Posterior:
    """Belief in each year. `weights` (D,) sum to 1."""

    mean: Array  # (T, K)
    low: Array  # (T, K)
    high: Array  # (T, K)
    sets: Array  # (T, S)
    weights: Array

    @property
    def effective(self) -> float:
        """The effective number of draws (Kish 1965)."""
        return float(1 / np.square(self.weights).sum())


@dataclass(slots=True)
class Pooled:
    """A mean over draws weighted by their likelihood, gathered run by run without losing scale."""

    top: float = -np.inf
    weight: float = 0.0
    total: Array = field(default_factory=lambda: np.zeros(()))

    def add(self, values: Array, log_likelihood: Array) -> None:
        """Take in values (..., D) of some draws."""
        top = max(self.top, float(log_likelihood.max()))
        shrink = float(np.exp(self.top - top)) if self.weight else 0.0
        weights = np.exp(log_likelihood - top)
        self.total = self.total * shrink + values @ weights
        self.weight = self.weight * shrink + float(weights.sum())
        self.top = top

    @property
    def mean(self) -> Array:
        """The weighted mean, (...)."""
        return np.asarray(self.total / self.weight)


def posterior(
    of: Space, likelihoods: Likelihoods, voiced: Sequence[Voice], years: Sequence[int], persistences: Sequence[float]
) -> tuple[Posterior, tuple[Change, ...]]:
    """Belief under the space's persistence, and when each mechanism changed under it and each of `persistences`."""
    steps, pooled, chance, log_likelihood = [step(of)] * (len(years) - 1), Pooled(), [], []
    changes = {stay: Pooled() for stay in dict.fromkeys((of.persistence, *persistences))}
    for run, heard in parts(likelihoods, len(of.sets)):
        reports = emissions(voiced, years, heard)
        draws = heard.likelihoods.draws
        found = passes(of.prior, steps, reports, draws)
        states = np.array([found.at(t) for t in range(len(years))])  # (T, S, D)
        pooled.add(states, found.log_likelihood)
        chance.append(members(of, states))
        log_likelihood.append(found.log_likelihood)
        for stay, pool in changes.items() if run.start < FEWER else ():
            _gather(of, stay, reports, draws, len(years), pool)
    weights = weighted(np.concatenate(log_likelihood))
    low, high = interval(np.concatenate(chance, axis=2), weights)
    believed = Posterior(pooled.mean @ of.sets, low, high, pooled.mean, weights)
    return believed, tuple(change(stay, pool.mean) for stay, pool in changes.items())


def members(of: Space, states: Array) -> Array:
    """P(mechanism) at each draw, (T, K, D), from P(state), (T, S, D)."""
    return np.asarray(np.matmul(of.sets.T.astype(float), states))


def weighted(log_likelihood: Array) -> Array:
    """Weights of draws, which sum to 1."""
    weights = np.exp(log_likelihood - log_likelihood.max())
    return np.asarray(weights / weights.sum())


def interval(values: Array, weights: Array, level: float = LEVEL) -> tuple[Array, Array]:
    """Weighted quantiles over the last axis that hold `level` between them: the value at which the draws' weights,
    summed in order of value, reach each tail.
    """
    order = values.argsort(axis=-1, kind="stable")
    ranked, reached = np.take_along_axis(values, order, -1), weights[order].cumsum(axis=-1)
    ends = [(reached < tail - 1e-12).sum(axis=-1, keepdims=True) for tail in ((1 - level) / 2, (1 + level) / 2)]
    last = values.shape[-1] - 1
    low, high = (np.take_along_axis(ranked, np.minimum(end, last), -1)[..., 0] for end in ends)
    return low, high


def change(persistence: float, lasting: Array) -> Change:
    """From P(no change up to each year), (K, T), the distribution of the year of the first change."""
    first = -np.diff(lasting, axis=1, prepend=lasting[:, :1])
    return Change(persistence=persistence, none=lasting[:, -1], first=first)


def _gather(of: Space, stay: float, reports: Sequence[Emission | None], draws: int, years: int, into: Pooled) -> None:
    by: list[Step] = [step(of, stay)] * (years - 1)
    found = passes(of.prior, by, reports, draws)
    into.add(unchanged(of, stay, reports, found), found.log_likelihood)
