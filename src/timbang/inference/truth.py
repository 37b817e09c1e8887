"""Three-valued truth over numbers known within bounds: True, False, or None where it cannot be told.

A comparison is True or False where every value within the bounds makes it so (Kleene, 1952, strong
three-valued logic).
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean

Truth = bool | None
Comparison = Callable[[float, float], bool]
Test = Callable[["Interval"], Truth]


@dataclass(frozen=True, slots=True)
class Row:
    """One row a rule may speak of: its key values, and its bounds (None: nothing is known)."""

    keys: tuple[str, ...]
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known within bounds."""

    low: float
    high: float


def holds(compare: Comparison, x: Interval, number: float) -> Truth:
    """The comparison of a value with a number."""
    return compared(compare, x, Interval(number, number))


def compared(compare: Comparison, one: Row | Interval | None, other: Row | Interval | None) -> Truth:
    """The comparison's truth if it is the same for all values within both bounds."""
    a, b = interval(one), interval(other)
    if a is None or b is None:
        return None
    if compare in (operator.eq, operator.ne):
        same = a.low == a.high == b.low == b.high
        apart = a.high < b.low or b.high < a.low
        equal = True if same else False if apart else None
        return equal if compare is operator.eq else negated(equal)
    ends = {compare(x, y) for x in (a.low, a.high) for y in (b.low, b.high)}
    return ends.pop() if len(ends) == 1 else None


def tried(test: Test, row: Row | Interval | None) -> Truth:
    """A test's truth of a row; None where the row, or its value, is not known."""
    known = interval(row)
    return None if known is None else test(known)


def interval(row: Row | Interval | None) -> Interval | None:
    """The bounds of a row, or None where nothing is known."""
    return None if row is None or row.low is None or row.high is None else Interval(row.low, row.high)


def aggregate(name: str, rows: Sequence[Row]) -> Interval | None:
    """Sum, mean, max, min or count of rows; None if a value is missing or there are none to add."""
    if name == "count":
        return Interval(len(rows), len(rows))
    known = [interval(row) for row in rows]
    if not known or None in known:
        return None
    ends = [[k.low for k in known if k], [k.high for k in known if k]]
    of: dict[str, Callable[[list[float]], float]] = {"sum": sum, "max": max, "min": min, "mean": fmean}
    return Interval(*(float(of[name](end)) for end in ends))


def named(word: str, rows: Sequence[Row]) -> Row | None:
    """The one row whose keys a rule names; ValueError if several fit; None if none does."""
    keys = tuple(key.strip() for key in word.strip("[]").split(","))
    found = [row for row in rows if _in_order(keys, row.keys)]
    if len(found) > 1:
        raise ValueError(f"{word} names {len(found)} rows; add keys until one is left")
    return found[0] if found else None


def _in_order(keys: Sequence[str], of: Sequence[str]) -> bool:
    """Whether the keys stand among a row's keys, in that order."""
    rest = iter(of)
    return all(key in rest for key in keys)


def extreme(one: Row | None, rows: Sequence[Row], place: str) -> Truth:
    """Whether a row is highest or lowest, a shared place included; of a row alone it cannot be told."""
    compare = operator.ge if place == "highest" else operator.le
    others = [row for row in rows if row is not one]
    return None if one is None or not others else every([compared(compare, one, other) for other in others])


def quantified(word: str, truths: list[Truth]) -> Truth:
    """No rows: nothing can be told. `most` is more than half."""
    if not truths:
        return None
    if word == "most":
        yes, half = truths.count(True), len(truths) / 2
        return True if yes > half else False if yes + truths.count(None) <= half else None
    return {"every": every(truths), "some": some(truths), "no": negated(some(truths))}[word]


def negated(truth: Truth) -> Truth:
    """Not."""
    return None if truth is None else not truth


def every(truths: Sequence[Truth]) -> Truth:
    """And, over all."""
    return False if False in truths else None if None in truths else True


def some(truths: Sequence[Truth]) -> Truth:
    """Or, over all."""
    return True if True in truths else None if None in truths else False
