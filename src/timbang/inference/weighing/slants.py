"""Slanted origins summed over: exactly within each group of origins that speak of the same implications.

An origin is, in a unit-year, slanted with a stated probability; then its reports say nothing of x. Origins that share
an implication must be summed over together; groups that share none multiply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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

    @property
    def exact(self) -> bool:
        """Whether the origins are few enough."""
        return len(self.origins) <= EXACT


def groups(speaks: Mapping[str, Sequence[str]]) -> list[Group]:
    """Connected groups of origins, from each implication's origins."""
    parts: list[set[str]] = []
    for origins in speaks.values():
        joined = set(origins).union(*(part for part in parts if not part.isdisjoint(origins)))
        parts = [part for part in parts if part.isdisjoint(joined)] + [joined]
    return [
        Group(tuple(sorted(part)), {i: tuple(of) for i, of in sorted(speaks.items()) if not part.isdisjoint(of)})
        for part in sorted(parts, key=min)
    ]


def summed(group: Group, slanted: float, tell: Tell) -> Array:
    """P(reports of the group's implications), summed over its origins' slants."""
    if slanted == 0:
        return _told(group, dict.fromkeys(group.origins, False), tell)
    return _Sum(group, slanted, tell).over({}) if group.exact else _drawn(group, slanted, tell)


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
        product = self.over(slants) * (self.slanted if slanted else 1 - self.slanted)
        for implication, of in self.group.implications.items():
            if of[-1] == origin:
                product = product * self.tell(implication, tuple(slants[o] for o in of))
        return product

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
    product: Array = np.ones((1, 1))
    for implication, of in group.implications.items():
        product = product * tell(implication, tuple(slants[origin] for origin in of))
    return product
