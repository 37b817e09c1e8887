"""Agreement corrected for chance, and rank correlation, of all pairs of states at once, from their cross-tables.

A cross-table has shape (levels, levels, pairs): how often the first state of the pair had the row's level while the
second had the column's. NumPy only. Where a coefficient is not defined (no agreement left to chance, no variation) it
is NaN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


def cross_tables(choices: NDArray[Any], levels: int) -> Floats:
    """Cross-tables of every pair of rows i < j, in the order of `numpy.triu_indices`: (levels, levels, pairs).

    `choices`: (states, items), whole numbers from 0 to levels - 1, or -1 where the state made none; items that
    either state did not choose on are not counted. One product of the matrix that marks each state's choices.
    """
    import numpy as np

    states = len(choices)
    marks = np.concatenate([choices == level for level in range(levels)]).astype(np.float32)  # counts are exact
    counts = (marks @ marks.T).reshape(levels, states, levels, states)
    first, second = np.triu_indices(states, 1)
    found = np.empty((levels, levels, len(first)))
    for row in range(levels):
        for column in range(levels):
            found[row, column] = counts[row, :, column, :][first, second]
    return found


def distances(levels: int, power: int) -> Floats:
    """Disagreement of two levels, (|i - j| / range) ^ power, and with power 0 nominal: 1 unless they are the same."""
    import numpy as np

    steps = np.abs(np.subtract.outer(np.arange(levels), np.arange(levels)))
    return np.where(steps > 0, (steps / max(levels - 1, 1)) ** power, 0.0)


def similarity(tables: Floats, power: int) -> Floats:
    """S over the items that both chose on (Signorino & Ritter 1999): 1 - 2 times the mean disagreement."""
    import numpy as np

    items = tables.sum((0, 1))
    return 1 - 2 * _within(tables, distances(len(tables), power)) / np.where(items > 0, items, np.nan)


def kappa(tables: Floats, power: int) -> Floats:
    """Cohen's (1968) weighted kappa: chance as if each kept to how often it chose each level."""
    return _corrected(tables, power, tables.sum(1), tables.sum(0))


def pi(tables: Floats, power: int) -> Floats:
    """Scott's (1955) pi, weighted: chance as if both chose levels as often as the two did together."""
    both = (tables.sum(1) + tables.sum(0)) / 2
    return _corrected(tables, power, both, both)


def tau_b(tables: Floats) -> Floats:
    """Kendall's tau-b: concordant less discordant pairs of items, over the geometric mean of those untied in either."""
    import numpy as np

    levels, items = len(tables), tables.sum((0, 1))
    sign = np.sign(np.subtract.outer(np.arange(levels), np.arange(levels))).astype(float)
    turned = np.tensordot(sign, np.tensordot(sign, tables, (1, 0)), (1, 1)).swapaxes(0, 1)
    untied = [(items**2 - (tables.sum(side) ** 2).sum(0)) for side in (0, 1)]  # twice the number of pairs
    both: Floats = untied[0] * untied[1]
    turning: Floats = (tables * turned).sum((0, 1))
    return np.clip(turning / np.sqrt(np.where(both > 0, both, np.nan)), -1, 1)  # rounding must not take it beyond


def _corrected(tables: Floats, power: int, rows: Floats, columns: Floats) -> Floats:
    """1 - observed over expected disagreement; `rows`, `columns`: (levels, pairs), what chance is reckoned from."""
    import numpy as np

    apart, items = distances(len(tables), power), tables.sum((0, 1))
    expected = (rows * (apart @ columns)).sum(0) / np.where(items > 0, items, np.nan)
    return np.clip(1 - _within(tables, apart) / np.where(expected > 0, expected, np.nan), -1, 1)  # as above


def _within(tables: Floats, apart: Floats) -> Floats:
    """Sums of disagreement, of each pair."""
    import numpy as np

    return np.tensordot(apart, tables, 2)
