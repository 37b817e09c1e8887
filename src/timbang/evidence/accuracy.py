"""How right a coder is against what is held to be so: counts, precision and recall, per code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

Unit = tuple[str, str]  # document, passage


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Counts of units: rightly given, wrongly given, missed, rightly not given."""

    right: int
    wrong: int
    missed: int
    rest: int

    @property
    def precision(self) -> float | None:
        """Of what was given, the share that is so; None if nothing was given."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of what is so, the share that was given; None if there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, from the counts; None if there is nothing to count."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else None

    def __add__(self, other: Accuracy) -> Accuracy:
        """Counts of both together (the micro average of several codes)."""
        return Accuracy(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed,
                        self.rest + other.rest)  # fmt: skip


def accuracy(
    given: Mapping[Unit, Set[str]], so: Mapping[Unit, Set[str]], units: Iterable[Unit], codes: Iterable[str]
) -> dict[str, Accuracy]:
    """Counts per code over units; a unit that is in neither mapping has no code."""
    read, none = list(units), frozenset[str]()
    found = {}
    for code in codes:
        pairs = [(code in given.get(unit, none), code in so.get(unit, none)) for unit in read]
        found[code] = Accuracy(
            *(pairs.count(pair) for pair in ((True, True), (True, False), (False, True), (False, False)))
        )
    return found
