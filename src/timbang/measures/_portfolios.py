"""Similarity S of foreign-policy portfolios, as matrix products over all pairs of states of a year (NumPy only)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[Any]


def absolute(levels: NDArray[Any], top: int, weights: Floats | None = None) -> Floats:
    """S by absolute differences (Signorino & Ritter 1999), of every row with every row.

    `levels`: (states, partners), whole numbers from 0 to `top`, the full scale. `weights`: of partners, at least 0;
    None for 1. Returns (states, states); NaN where the weights add up to 0. A level is a stair of steps climbed or
    not, and on a step two states differ by (x - y)^2: so sums of absolute differences come from a product too.
    """
    import numpy as np

    steps = np.concatenate([levels >= step for step in range(1, top + 1)], axis=1)
    return _similarity(steps, 1, None if weights is None else np.tile(weights, top))


def squared(levels: NDArray[Any], top: int, weights: Floats | None = None) -> Floats:
    """S by squared differences; arguments and result as of `absolute`."""
    return _similarity(levels, top**2, weights)


def _similarity(rows: NDArray[Any], furthest: int, weights: Floats | None) -> Floats:
    """1 - 2 d/d_max, d the weighted sum of squared differences of rows, each `furthest` at most."""
    import numpy as np

    plain: Floats = rows.astype(
        np.float32 if weights is None else np.float64
    )  # sums of small whole numbers are exact in both
    products = ((plain if weights is None else plain * weights) @ plain.T).astype(np.float64)
    own = products.diagonal()
    total = float(rows.shape[1] if weights is None else weights.sum())
    apart = (own[:, None] + own - 2 * products) / (total * furthest or np.nan)
    return 1 - 2 * np.clip(apart, 0, 1)  # rounding must not take it beyond
