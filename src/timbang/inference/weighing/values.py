"""A value between 0 and 1 on a grid: what it leads one to expect, and how it drifts."""

from __future__ import annotations

import numpy as np

from timbang.inference.weighing.drawing import EDGE
from timbang.inference.weighing.expectations import expit, logit
from timbang.inference.weighing.records import Array
from timbang.inference.weighing.spaces import Step

GRID: Array = np.arange(41) / 40


def graded(at_zero: Array, at_one: Array) -> Array:
    """P(x = 1 | v) = logistic(a + b v) at each point of the grid, (G, D), from its values at 0 and at 1, (D,)."""
    start, end = (logit(np.clip(p, EDGE, 1 - EDGE)) for p in (at_zero, at_one))
    return expit(start + GRID[:, None] * (end - start))


def random_walk(drift: float, years: float) -> Step:
    """A normal step of variance drift^2 * years, reflected at both ends, so that what was uniform stays so: (G, G)."""
    points = len(GRID)
    if drift == 0:
        return np.ones((1, 1)), np.eye(points)
    reach = int(np.ceil(8 * drift * np.sqrt(years) * points)) + points
    offsets = np.arange(-reach, reach + 1)
    weights = np.exp(-0.5 * np.square(offsets / 40) / (drift**2 * years))
    moves: Array = np.zeros((points, points))
    for start in range(points):
        ends = (start + offsets) % (2 * points)
        np.add.at(moves[start], np.where(ends < points, ends, 2 * points - 1 - ends), weights)
    return np.ones((1, 1)), moves / weights.sum()


def spread(grid: Array) -> tuple[Array, Array, Array]:
    """Mean, and the points that hold 90 in 100 between them, of each row of probabilities, (P, G)."""
    reached = grid.cumsum(axis=1)
    low, high = (GRID[np.minimum((reached < tail - 1e-12).sum(axis=1), len(GRID) - 1)] for tail in (0.05, 0.95))
    return grid @ GRID, low, high
