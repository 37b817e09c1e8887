"""Members placed on the plane of revision and status quo, period by period, exact on a grid (Schweller 1994)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

import numpy as np

from timbang.inference.theory import Region
from timbang.inference.weighing.chains import passes
from timbang.inference.weighing.floor import floor
from timbang.inference.weighing.leaving_out import by_origin
from timbang.inference.weighing.likelihood import Emission, Heard, emissions, parts
from timbang.inference.weighing.posterior import feedback, weighted
from timbang.inference.weighing.records import Array, Flags, Item, Likelihoods
from timbang.inference.weighing.regions import NONE, types
from timbang.inference.weighing.spaces import Step
from timbang.inference.weighing.values import GRID, random_walk, spread
from timbang.inference.weighing.voices import Voice, voices

Period = tuple[int, int]  # first and last year


@dataclass(frozen=True, slots=True, kw_only=True)
class Plane:
    """A typology: what its two values lead one to expect, at the grid's points, and its types."""

    revision: Likelihoods
    status_quo: Likelihoods
    types: tuple[Region, ...]
    drift: float  # standard deviation per year of the values' random walk
    origins: int = 3  # fewer independent origins than this: cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Belief about one value in each period: over the grid's points (P, G), its mean and a 90 % interval (P,)."""

    grid: Array
    mean: Array
    low: Array
    high: Array
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one member stands towards one order; `types` end with none of these. nan: capability is not known."""

    periods: tuple[Period, ...]
    revision: Value
    status_quo: Value
    names: tuple[str, ...]
    types: Array  # (P, N) probabilities
    prior: Array  # (P, N) before any report
    origins: tuple[str, ...]
    heard: Flags  # (P, O) which origin is heard on a year of which period
    without: Array  # (O, P, N) leaving out each origin
    floor: tuple[tuple[str, ...], ...]  # by period: why it cannot be told

    def speaking(self, at: int) -> tuple[str, ...]:
        """The origins heard on a year of one period."""
        return tuple(origin for origin, speaks in zip(self.origins, self.heard[at], strict=True) if speaks)


def place(plane: Plane, items: Sequence[Item], periods: Sequence[Period], capability: Sequence[float | None]) -> Placed:
    """Where a member stands. `items` are those of one member towards one order; `periods` ascend, none overlaps.

    Reports are weighed as those of mechanisms are: noise, copies, slants, clusters, spans. A value is the same all
    through a period; every point is as likely at first. Both values are inferred apart, each from its own items.
    `capability` in each period, relative to the strongest. ValueError: no period, or they are out of order.
    """
    if not periods or any(a[1] >= b[0] for a, b in pairwise(periods)):
        raise ValueError("periods must follow each other, and there must be one")
    origins = tuple(by_origin(_bearing(plane, items, periods)))
    by_period = [{item.origin for item in _bearing(plane, items, [period])} for period in periods]
    heard = np.array([[origin in speaking for origin in origins] for speaking in by_period], dtype=bool)
    revision, status_quo, found = _both(plane, items, periods, capability)
    left = [_both(plane, [i for i in items if i.origin != o], periods, capability)[2] for o in origins]
    shape = (len(origins), len(periods), len(plane.types) + 1)
    without = np.array(left).reshape(shape)
    lacking = [
        f"no report on {name}" for name, of in (("revision", revision), ("status quo", status_quo)) if not of.origins
    ]
    return Placed(
        periods=tuple(periods),
        revision=revision,
        status_quo=status_quo,
        names=(*(region.name for region in plane.types), NONE),
        types=found,
        prior=_both(plane, [], periods, capability)[2],
        origins=origins,
        heard=heard,
        without=without,
        floor=tuple(
            (*floor(found[p], without[:, p], origins, int(heard[p].sum()), plane.origins), *lacking)
            for p in range(len(periods))
        ),
    )


def _both(
    plane: Plane, items: Sequence[Item], periods: Sequence[Period], capability: Sequence[float | None]
) -> tuple[Value, Value, Array]:
    revision, status_quo = (_value(of, plane.drift, items, periods) for of in (plane.revision, plane.status_quo))
    rows = zip(revision.grid, status_quo.grid, capability, strict=True)
    return revision, status_quo, np.array([types(plane.types, r, s, c) for r, s, c in rows])


def _bearing(plane: Plane, items: Sequence[Item], periods: Sequence[Period]) -> list[Item]:
    return [*{i.id: i for of in (plane.revision, plane.status_quo) for i in _of(of, items, periods)}.values()]


def _of(likelihoods: Likelihoods, items: Sequence[Item], periods: Sequence[Period]) -> list[Item]:
    """The items that bear on a value in these periods."""
    spans = [(item, item.year, item.until or item.year) for item in items if item.implication in likelihoods.expected]
    return [i for i, first, last in spans if any(first <= to and last >= from_ for from_, to in periods)]


def _value(likelihoods: Likelihoods, drift: float, items: Sequence[Item], periods: Sequence[Period]) -> Value:
    used, beliefs, fits = _of(likelihoods, items, periods), [], []
    steps, prior = _steps(drift, periods), np.full(len(GRID), 1 / len(GRID))
    for _, heard in parts(likelihoods, len(GRID)):
        reports = [_period(voices(used), period, heard) for period in periods]
        found = passes(prior, steps, reports, heard.likelihoods.draws)
        beliefs.append(np.array([found.at(p) for p in range(len(periods))]))
        fits.append(found.log_likelihood)
    fit = np.concatenate(fits)
    grid = np.concatenate(beliefs, axis=2) @ weighted(feedback(fit) * fit)
    mean, low, high = spread(grid)
    return Value(grid=grid, mean=mean, low=low, high=high, origins=tuple(by_origin(used)))


def _steps(drift: float, periods: Sequence[Period]) -> list[Step]:
    """From one period's middle to the next."""
    middles = [(first + last) / 2 for first, last in periods]
    return [random_walk(drift, b - a) for a, b in pairwise(middles)]


def _period(voiced: Sequence[Voice], period: Period, heard: Heard) -> Emission | None:
    """The years of a period together: what is so in one year is independent of another given the value."""
    years = [report for report in emissions(voiced, range(period[0], period[1] + 1), heard) if report is not None]
    return reduce(_together, years) if years else None


def _together(one: Emission, other: Emission) -> Emission:
    values = one.values * other.values
    top = values.max(axis=0)
    return Emission(values / top, one.log_scale + other.log_scale + np.log(top))
