"""When it cannot be told: too few independent origins, or an order that dropping one of them reverses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timbang.inference.weighing.records import Array, Weighed

CLOSE = 0.01  # a lead below this is within the error of drawing


def floor(mean: Array, without: Array, origins: Sequence[str], heard: int, least: int) -> tuple[str, ...]:
    """Reasons why it cannot be told which mechanism leads; none: it can.

    `mean` (K,) of a year or period, `without` (O, K) leaving out each of `origins`, of which `heard` speak of it.
    "few origins"; or "turned by <origin>" where without it, whatever year it speaks of, the leading mechanism leads no
    more, or by less than CLOSE. Of one mechanism, the order is that with even odds.
    """
    few = ("few origins",) if heard < least else ()
    if len(mean) == 1:
        turned = (without[:, 0] > 0.5) != (mean[0] > 0.5)
    else:
        leads = int(mean.argmax())
        rivals = np.delete(without, leads, axis=1).max(axis=1, initial=0.0)
        turned = without[:, leads] <= rivals + CLOSE
    return few + tuple(f"turned by {origin}" for origin, gone in zip(origins, turned, strict=True) if gone)


def told(weighed: Weighed, least: int, first: int, last: int) -> tuple[str, ...]:
    """The floor of a period: means over its years, and the origins heard on a year of it."""
    within = [at for at, year in enumerate(weighed.years) if first <= year <= last]
    mean, without = weighed.mean[within].mean(axis=0), weighed.without[:, within].mean(axis=1)
    return floor(mean, without, weighed.origins, len(speaking(weighed, first, last)), least)


def speaking(weighed: Weighed, first: int, last: int) -> tuple[str, ...]:
    """The origins heard on a year from first to last; a report on a span speaks of each of its years."""
    within = [at for at, year in enumerate(weighed.years) if first <= year <= last]
    return tuple(origin for at, origin in enumerate(weighed.origins) if weighed.heard[within, at].any())
