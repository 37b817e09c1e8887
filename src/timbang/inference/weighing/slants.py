"""Slanted origins summed over: exactly within each group of origins that speak of the same implications.

An origin is, in a unit-year, slanted with a stated probability; then its reports say nothing of x. Origins that
speak of several implications tie these together and must be summed over jointly; groups that share no origin multiply.
Those that speak of one implication only are summed over within it, if they say the same by how many are slanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import comb, prod

import numpy as np

from timbang.inference.weighing.records import Array

EXACT = 10  # origins summed over together, exactly: 2^10 configurations
SAMPLED = 1024  # configurations drawn, where there are more
_SEED = 20010615

Slants = tuple[bool, ...]
Tell = Callable[[str, Slants], Array]  # P(reports of an implication | its origins' slants), (S, D) or (1, D)


@dataclass(frozen=True, slots=True)
class Group:
    """Origins that must be summed over together, and the implications they speak of, each with its origins."""

    origins: tuple[str, ...]
    implications: Mapping[str, tuple[str, ...]]


def groups(speaks: Mapping[str, Sequence[str]]) -> list[Group]:
    """Connected groups, from each implication's origins; an implication without any is a group by itself."""
    parts: list[set[str]] = []
    for origins in filter(None, speaks.values()):
        joined = set(origins).union(*(part for part in parts if not part.isdisjoint(origins)))
        parts = [part for part in parts if part.isdisjoint(joined)] + [joined]
    alone = [Group((), {name: ()}) for name, origins in sorted(speaks.items()) if not origins]
    return alone + [
        Group(
            tuple(sorted(part)),
            {i: tuple(sorted(of)) for i, of in sorted(speaks.items()) if not part.isdisjoint(of)},
        )
        for part in sorted(parts, key=min)
    ]


def summed(group: Group, slanted: float, tell: Tell) -> Array:
    """P(reports of the group's implications), summed over its origins' slants."""
    if slanted == 0 or not group.origins:
        return _told(group, dict.fromkeys(group.origins, False), tell)
    return _Sum(group, slanted, tell).over({}) if len(group.origins) <= EXACT else _drawn(group, slanted, tell)


def ways(alike: Sequence[int], slanted: float) -> list[tuple[float, tuple[int, ...]]]:
    """How many of each kind of origin are slanted, with the probability of it; `alike` counts origins by kind."""
    if slanted == 0:
        return [(1.0, (0,) * len(alike))]
    if too_many((), alike):
        drawn = np.random.default_rng(_SEED).binomial(alike, slanted, (SAMPLED, len(alike)))
        rows, times = np.unique(drawn, axis=0, return_counts=True)
        return [(float(n / SAMPLED), tuple(map(int, row))) for row, n in zip(rows, times, strict=True)]
    return [
        (prod(comb(n, m) * slanted**m * (1 - slanted) ** (n - m) for n, m in zip(alike, some, strict=True)), some)
        for some in product(*(range(n + 1) for n in alike))
    ]


def too_many(origins: Sequence[str], alike: Sequence[int]) -> bool:
    """Whether a group's origins, or an implication's own (counted by kind), are summed over by draws."""
    return len(origins) > EXACT or prod(n + 1 for n in alike) > 2**EXACT


@dataclass(slots=True)
class _Sum:
    """The sum, origin by origin; an implication enters as soon as its last origin's slant is set."""

    group: Group
    slanted: float
    tell: Tell
    known: dict[tuple[int, Slants], Array] = field(default_factory=dict)  # by the slants that still matter

    def over(self, slants: dict[str, bool]) -> Array:
        """The sum over the origins whose slant is not yet set."""
        at = len(slants)
        if at == len(self.group.origins):
            return np.ones((1, 1))
        key = at, tuple(slants[origin] for origin in self._open(at))
        if key not in self.known:
            self.known[key] = self._branch(slants, False) + self._branch(slants, True)
        return self.known[key]

    def _branch(self, slants: dict[str, bool], slanted: bool) -> Array:
        origins = self.group.origins
        origin = origins[len(slants)]
        slants = slants | {origin: slanted}
        told = self.over(slants) * (self.slanted if slanted else 1 - self.slanted)
        for implication, of in self.group.implications.items():
            if of[-1] == origin:
                told = told * self.tell(implication, tuple(slants[o] for o in of))
        return told

    def _open(self, at: int) -> Iterable[str]:
        """Origins already set that an implication still waits with."""
        set_, rest = set(self.group.origins[:at]), set(self.group.origins[at:])
        waiting = [of for of in self.group.implications.values() if not rest.isdisjoint(of)]
        return sorted(set_.intersection(*[{o for of in waiting for o in of}]))


def _drawn(group: Group, slanted: float, tell: Tell) -> Array:
    """The mean over drawn configurations; the same draws whatever the unit."""
    drawn = np.random.default_rng(_SEED).random((SAMPLED, len(group.origins))) < slanted
    distinct, times = np.unique(drawn, axis=0, return_counts=True)
    total: Array = np.zeros((1, 1))
    for row, weight in zip(distinct, times, strict=True):
        slants = dict(zip(group.origins, (bool(value) for value in row), strict=True))
        total = total + _told(group, slants, tell) * (weight / SAMPLED)
    return total


def _told(group: Group, slants: Mapping[str, bool], tell: Tell) -> Array:
    told: Array = np.ones((1, 1))
    for implication, of in group.implications.items():
        told = told * tell(implication, tuple(slants[origin] for origin in of))
    return told
