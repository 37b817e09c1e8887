"""P(x | A): how likely an implication is where several mechanisms are at work at once (DESIGN section 5)."""

from __future__ import annotations

import numpy as np

from timbang.inference.weighing.drawing import EDGE
from timbang.inference.weighing.records import Array, Flags, Places

LEAST, MOST = 0.05, 0.95  # the ends of the scale of words


def logit(p: Array) -> Array:
    """Log odds."""
    return np.log(p) - np.log1p(-p)


def expit(x: Array) -> Array:
    """The probability whose log odds are x."""
    return 1 / (1 + np.exp(-x))


def expected(sets: Flags, theta: Array, baseline: Array) -> tuple[Array, Places]:
    """P(x = 1 | A) at each distinct expectation, (U, D), and which of these rows each set has, (S,).

    `sets` (S, K); `theta` (K, D), nan where a mechanism is silent, which then leaves the baseline; `baseline` (D,).
    The mechanisms' shifts from the baseline add in log odds. The sum is kept within the scale's ends, .05 and .95,
    or the baseline or a likelihood of a mechanism in the set where these lie beyond: so a mechanism alone gives
    exactly its theta, and none gives exactly the baseline.
    """
    speaks = ~np.isnan(theta).any(axis=1)
    alike, places = np.unique(sets[:, speaks], axis=0, return_inverse=True)
    theta, baseline = np.clip(theta[speaks], EDGE, 1 - EDGE), np.clip(baseline, EDGE, 1 - EDGE)
    shift = logit(theta) - logit(baseline)
    together = expit(logit(baseline) + alike.astype(float) @ shift)
    named = np.where(alike[:, :, None], theta, baseline)  # (U, mechanisms that speak, D)
    least = np.minimum(LEAST, np.minimum(baseline, named.min(axis=1, initial=1.0)))
    most = np.maximum(MOST, np.maximum(baseline, named.max(axis=1, initial=0.0)))
    return np.clip(together, least, most), places.reshape(-1)
