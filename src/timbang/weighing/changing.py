"""Whether and when a mechanism began or ceased to be at work, beside what would be believed before any report."""

from __future__ import annotations

from collections.abc import Mapping

from timbang.findings.weighed import Change
from timbang.inference.weighing import records
from timbang.inference.weighing.chains import passes, unchanged
from timbang.inference.weighing.posterior import change
from timbang.inference.weighing.records import Array, Space, Weighed
from timbang.inference.weighing.spaces import step


def changes(found: Weighed, of: Space) -> tuple[Change, ...]:
    """Every mechanism under every persistence."""
    return tuple(
        Change(
            mechanism=name, persistence=after.persistence, none=float(after.none[k]), before=float(before.none[k]),
            years=_by_year(found, after.first[k]), years_before=_by_year(found, before.first[k]),
        )
        for after, before in ((one, _unheard(of, one.persistence, len(found.years))) for one in found.changes)
        for k, name in enumerate(found.mechanisms)
    )  # fmt: skip


def _unheard(of: Space, persistence: float, years: int) -> records.Change:
    """The same where nothing is reported: what persistence alone makes of it."""
    silent = [None] * years
    found = passes(of.prior, [step(of, persistence)] * (years - 1), silent, 1)
    return change(persistence, unchanged(of, persistence, silent, found)[..., 0])


def _by_year(found: Weighed, row: Array) -> Mapping[int, float]:
    return {year: float(p) for year, p in zip(found.years, row, strict=True)}
