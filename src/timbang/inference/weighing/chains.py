"""Belief along the years: forward-backward over sets of mechanisms, exact at every draw (Rabiner 1989)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timbang.inference.weighing.likelihood import Emission
from timbang.inference.weighing.records import Array, Space
from timbang.inference.weighing.spaces import Step, moved, step


@dataclass(frozen=True, slots=True)
class Passes:
    """What both passes leave: lists over years of (S, D) arrays whose product is the belief in each year."""

    forward: list[Array]
    backward: list[Array]
    scales: list[Array]  # (D,) what each forward year was divided by
    log_likelihood: Array  # (D,) log P(all reports)

    def at(self, year: int) -> Array:
        """P(state in that year | all reports), (S, D)."""
        return self.forward[year] * self.backward[year]


def passes(prior: Array, steps: Sequence[Step], reports: Sequence[Emission | None], draws: int) -> Passes:
    """Forward and backward over the years; `prior` (S,), `steps` one fewer than years."""
    forward, scales, total = [], [], np.zeros(draws)
    ahead = np.repeat(prior[:, None], draws, axis=1)
    for at, report in enumerate(reports):
        ahead = ahead if at == 0 else moved(ahead, steps[at - 1])
        ahead, scale = _scaled(_times(ahead, report))
        total = total + np.log(scale) + (0.0 if report is None else report.log_scale)
        forward.append(ahead)
        scales.append(scale)
    return Passes(forward, _backward(steps, reports, scales, len(prior)), scales, total)


def unchanged(of: Space, persistence: float, reports: Sequence[Emission | None], found: Passes) -> Array:
    """P(a mechanism has not changed up to each year | all reports), (K, T, D)."""
    return np.array([_unchanged(step(of, persistence, k), reports, found) for k in range(of.sets.shape[1])])


def _unchanged(held: Step, reports: Sequence[Emission | None], found: Passes) -> Array:
    ahead, rows = found.forward[0], []
    for at, report in enumerate(reports):
        if at:
            ahead = _times(moved(ahead, held), report) / found.scales[at]
        rows.append(np.einsum("sd,sd->d", ahead, found.backward[at]))
    return np.array(rows)


def _backward(
    steps: Sequence[Step], reports: Sequence[Emission | None], scales: Sequence[Array], states: int
) -> list[Array]:
    behind = [np.ones((states, len(scales[0])))]
    for at in range(len(reports) - 1, 0, -1):
        behind.append(moved(_times(behind[-1], reports[at]), steps[at - 1]) / scales[at])
    return behind[::-1]


def _times(x: Array, report: Emission | None) -> Array:
    return x if report is None else x * report.values


def _scaled(x: Array) -> tuple[Array, Array]:
    scale = x.sum(axis=0)
    return x / scale, scale
