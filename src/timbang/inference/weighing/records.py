"""What weighing takes and gives: items, likelihoods, a model of rival mechanisms, and the belief that comes out.

Letters for shapes: D draws, T years, K mechanisms, S allowed sets of mechanisms (or points of a grid), O origins,
N items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Places = NDArray[np.intp]
Flags = NDArray[np.bool_]

AFFIRMED, DENIED, NOT_FOUND = "affirmed", "denied", "not_found"
INTERESTS = ("self", "ally", "adversary", "none")  # from the most interested speaker to the least


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One reading of one report on one implication, for a unit and target that the caller keeps."""

    id: str
    implication: str
    year: int
    reading: str  # AFFIRMED | DENIED | NOT_FOUND
    origin: str  # copies of one origin share it; for NOT_FOUND: what was searched
    until: int | None = None  # last year, of an observation that spans years
    coder: str = ""
    form: str = "does"
    interest: str = "none"
    detection: float = 0.0  # of NOT_FOUND: that it would have been found if it were so


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihoods:
    """How likely reports are in each state of the world (a set of mechanisms, or a point of a typology's grid).

    Many states expect the same of an implication: `expected` holds P(x = 1 | state) once for each distinct
    expectation, (U, D), and `places` says which of its rows each state has, (S,).
    """

    clusters: Mapping[str, str]  # implication -> cluster
    expected: Mapping[str, Array]
    places: Mapping[str, Places]
    reliability: Mapping[tuple[str, str], Array]  # (form, interest) -> P(affirmed | x = 0), P(affirmed | x = 1): (2, D)
    coders: Mapping[str, Array]  # coder ("": any other) -> P(read affirmed | z denied), (... | z affirmed): (2, D)
    slanted: float  # that an origin is slanted in a unit-year
    rho: float  # correlation within a cluster

    def part(self, draws: slice) -> Likelihoods:
        """The same at some of the draws."""
        return replace(
            self,
            expected={name: rows[:, draws] for name, rows in self.expected.items()},
            reliability={key: rows[:, draws] for key, rows in self.reliability.items()},
            coders={coder: rows[:, draws] for coder, rows in self.coders.items()},
        )

    @property
    def draws(self) -> int:
        """How many draws there are."""
        return len(next(iter(self.reliability.values()))[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """The sets of mechanisms that are allowed, what is believed of them at first, and how they change."""

    sets: Flags  # (S, K)
    prior: Array  # (S,)
    persistence: float
    exclusive: bool  # at most one mechanism at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Rival mechanisms of one question. `drawn` has D draws, `means` one: the likelihoods as stated."""

    mechanisms: tuple[str, ...]
    drawn: Likelihoods
    means: Likelihoods
    space: Space
    stated: Mapping[tuple[str, str], float]  # (mechanism, or "" for the baseline, implication) -> the stated mean
    forms: Mapping[str, str]  # implication -> says | does | undergoes
    origins: int = 3  # fewer independent origins than this: cannot be told

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """Implications that some mechanism of the question speaks of, sorted."""
        return tuple(sorted(name for name, rows in self.drawn.expected.items() if len(rows) > 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """When each mechanism first changed, under one persistence; each row of `first` sums to 1 with `none`."""

    persistence: float
    none: Array  # (K,) P(no change)
    first: Array  # (K, T) P(the first change is between the year before and this one); the first year's is 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """How much more surprising the reports are than the best sets lead one to expect, in standard deviations."""

    overall: float
    by_year: Array  # (T,) nan where nothing is reported
    alarm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Belief about one unit and target, year by year, given the stated likelihoods."""

    years: tuple[int, ...]
    mechanisms: tuple[str, ...]
    prior: Array  # (T, K) before any report
    mean: Array  # (T, K) integrated over draws
    low: Array  # (T, K) weighted 5 in 100 of the draws
    high: Array  # (T, K) 95 in 100
    sets: Array  # (T, S) probability of each allowed set, integrated
    effective: float  # effective number of draws: 1 / sum of squared weights
    feedback: float  # the share of the reports' weight with which draws count: 1, or less where few would count
    origins: tuple[str, ...]  # the independent origins that bear on it
    heard: Flags  # (T, O) which origin is heard on which year
    without: Array  # (O, T, K) means leaving out each origin
    least: Array  # (T, K) least mean over leaving out each origin and none: the headline range
    most: Array  # (T, K)
    changes: tuple[Change, ...]  # the model's persistence first
    floor: tuple[str, ...]  # why it cannot be told: "few origins", "turned by <origin>"
    misfit: Misfit
    items: tuple[str, ...]  # ids, sorted, of items that bear on the question
    decibels: Array  # (N, 1 + K) of each item, for none of the mechanisms and for each alone; differences are weights
    aside: tuple[str, ...]  # ids of items no mechanism of the question speaks of, or outside the years
    sampled: tuple[int, ...]  # years whose slanted origins were summed over by draws, not exactly
