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
FEWER = 250  # draws over which the sets and the year of change are told
LEAST = 0.2  # of the draws that must count; fewer make a mean of a handful. A judgement


@dataclass(frozen=True, slots=True)
class Posterior:
    """Belief in each year. `weights` (D,) sum to 1."""

    mean: Array  # (T, K)
    low: Array  # (T, K)
    high: Array  # (T, K)
    sets: Array  # (T, S)
    weights: Array
    feedback: float  # the share of the reports' weight with which draws count

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
    steps, chance, log_likelihood = [step(of)] * (len(years) - 1), [], []
    for _, heard in parts(likelihoods, len(of.sets)):
        found = passes(of.prior, steps, emissions(voiced, years, heard), heard.likelihoods.draws)
        chance.append(members(of, np.array([found.at(t) for t in range(len(years))])))
        log_likelihood.append(found.log_likelihood)
    beliefs, fit = np.concatenate(chance, axis=2), np.concatenate(log_likelihood)
    share = feedback(fit)
    weights = weighted(share * fit)
    low, high = interval(beliefs, weights)
    sets, changes = _in_detail(of, likelihoods, voiced, years, persistences, share)
    return Posterior(beliefs @ weights, low, high, sets, weights, share), changes


def feedback(log_likelihood: Array) -> float:
    """The share of the reports' weight with which draws count, (0, 1]: 1 where that leaves LEAST of the draws.

    Many reports agree with so few draws that their mean would be that of a handful, and the case would rewrite the
    likelihoods that theories state for every case. So their feedback on the draws is tempered until LEAST of them
    count, by Kish's (1965) number; what the reports say of the mechanisms at each draw is never tempered. Feedback
    that is cut altogether, share 0, is a modular analysis (Liu, Bayarri & Berger 2009; Plummer 2015).
    """
    low, high = 0.0, 1.0
    if _enough(log_likelihood, high):
        return high
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _enough(log_likelihood, middle) else (low, middle)
    return low


def _enough(log_likelihood: Array, share: float) -> bool:
    return bool(1 / np.square(weighted(share * log_likelihood)).sum() >= LEAST * len(log_likelihood))


def _in_detail(
    of: Space, likelihoods: Likelihoods, voiced: Sequence[Voice], years: Sequence[int], persistences: Sequence[float],
    share: float,
) -> tuple[Array, tuple[Change, ...]]:  # fmt: skip
    """The sets' probabilities, (T, S), and the changes, over the first draws: they take the most room and time."""
    steps, pooled = [step(of)] * (len(years) - 1), Pooled()
    changes = {stay: Pooled() for stay in dict.fromkeys((of.persistence, *persistences))}
    for run, heard in parts(likelihoods, len(of.sets)):
        if run.start >= FEWER:
            break
        reports, draws = emissions(voiced, years, heard), heard.likelihoods.draws
        found = passes(of.prior, steps, reports, draws)
        pooled.add(np.array([found.at(t) for t in range(len(years))]), share * found.log_likelihood)
        for stay, pool in changes.items():
            _gather(of, stay, reports, draws, len(years), pool, share)
    return pooled.mean, tuple(change(stay, pool.mean) for stay, pool in changes.items())


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


def _gather(
    of: Space, stay: float, reports: Sequence[Emission | None], draws: int, years: int, into: Pooled, share: float
) -> None:
    by: list[Step] = [step(of, stay)] * (years - 1)
    found = passes(of.prior, by, reports, draws)
    into.add(unchanged(of, stay, reports, found), share * found.log_likelihood)
