"""95% intervals of shares: Wilson's of one share, and by square-and-add those of a mean and of a share less the mean.

Square-and-add (Newcombe 1998 for two shares): a sum of independent shares, each with its weight, lies as far below and
above its estimate as the root of the summed squares of how far each weighted share does, by its own Wilson interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
Z = NormalDist().inv_cdf((1 + LEVEL) / 2)
WILSON = "Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212"
NEWCOMBE = "Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890"
Counted = tuple[int, int]  # with the code, of all; of all at least 1
Span = tuple[float, float]


def wilson(counted: Counted) -> Span:
    """Ends of Wilson's score interval."""
    coded, n = counted
    middle, half = coded + Z**2 / 2, Z * sqrt(coded * (n - coded) / n + Z**2 / 4)
    low, high = (middle - half) / (n + Z**2), (middle + half) / (n + Z**2)
    return (0.0 if coded == 0 else low, 1.0 if coded == n else high)


def mean(shares: Sequence[Counted]) -> tuple[float, float, float]:
    """The mean of shares, each with the same weight, and the ends of its interval."""
    points = [coded / n for coded, n in shares]
    spans = [wilson(one) for one in shares]
    middle = sum(points) / len(points)
    below = sqrt(sum((p - low) ** 2 for p, (low, _) in zip(points, spans, strict=True))) / len(points)
    above = sqrt(sum((high - p) ** 2 for p, (_, high) in zip(points, spans, strict=True))) / len(points)
    return middle, max(0.0, middle - below), min(1.0, middle + above)


def less_mean(counted: Counted, states: int, middle: float, ends: Span) -> tuple[float, float, float]:
    """A share less the mean of so many, itself among them, and the ends of the difference's interval.

    In the difference its own share has the weight 1 - 1/states, each other's -1/states. What the others add to the
    width is what the mean's interval leaves when the share's own part is taken out.
    """
    share, (low, high) = counted[0] / counted[1], wilson(counted)
    own = 1 - 1 / states
    others_up = max(0.0, (ends[1] - middle) ** 2 - ((high - share) / states) ** 2)
    others_down = max(0.0, (middle - ends[0]) ** 2 - ((share - low) / states) ** 2)
    below = sqrt((own * (share - low)) ** 2 + others_up)
    above = sqrt((own * (high - share)) ** 2 + others_down)
    less = share - middle
    return less, max(-1.0, less - below), min(1.0, less + above)
