"""Checks of salience.csv: counts that fit together, and the rows on all states that others are compared with."""

from __future__ import annotations

from collections.abc import Iterator

from timbang.casefile.read import Read
from timbang.casefile.telling import wrong
from timbang.errors import Problem
from timbang.model import Salience
from timbang.model.rows import ALL


def counts(read: Read) -> Iterator[Problem]:
    """More sentences with the code than sentences."""
    for row in read.rows(Salience):
        if (row.coded or 0) > (row.passages or 0):
            yield wrong(row, "coded", "more sentences have the code than were read", str(row.coded),
                        f"at most {row.passages}")  # fmt: skip


def means(read: Read) -> Iterator[Problem]:
    """Rows on all states without what makes them that: how many states, their mean and its interval, in order."""
    for row in read.rows(Salience):
        needed = ("states", "mean", "interval_low", "interval_high")
        given = [name for name in needed if getattr(row, name) is not None]
        if row.state != ALL and given:
            value = str(getattr(row, given[0]))
            yield wrong(row, given[0], "only rows on ALL states have this", value, "an empty cell")
        elif row.state == ALL and len(given) < len(needed):
            missing = next(name for name in needed if name not in given)
            yield wrong(row, missing, "a row on ALL states needs this", "", f"all of {', '.join(needed)}",
                        "Make the row with timbang add speeches")  # fmt: skip
        elif row.state == ALL and not (row.states and _in_order(row)):
            ends = f"{row.interval_low} {row.mean} {row.interval_high}"
            yield wrong(row, "mean", "the mean and its interval do not fit together", ends,
                        "0 <= interval_low <= mean <= interval_high <= 1, over one state or more")  # fmt: skip


def _in_order(row: Salience) -> bool:
    ends = [0.0, *(end for end in (row.interval_low, row.mean, row.interval_high) if end is not None), 1.0]
    return ends == sorted(ends)
