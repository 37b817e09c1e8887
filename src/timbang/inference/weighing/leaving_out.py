"""What belief would be without some of the items: only years they touch are worked out anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from timbang.inference.weighing.chains import passes
from timbang.inference.weighing.likelihood import Emission, Heard, emission, emissions, parts
from timbang.inference.weighing.posterior import Pooled
from timbang.inference.weighing.records import Array, Item, Likelihoods, Space
from timbang.inference.weighing.spaces import step
from timbang.inference.weighing.voices import Voice, of_year, voices


def without(
    of: Space,
    likelihoods: Likelihoods,
    items: Sequence[Item],
    years: Sequence[int],
    dropped: Mapping[str, frozenset[str]],
    feedback: float = 1.0,
) -> Array:
    """Integrated means leaving out each group of items, (G, T, K); `dropped` names the ids of each group's items.

    `feedback`: the share of the reports' weight with which draws count (`posterior.feedback`).
    """
    steps, everyone = [step(of)] * (len(years) - 1), voices(items)
    left = [voices(item for item in items if item.id not in gone) for gone in dropped.values()]
    pools = [Pooled() for _ in left]
    for _, heard in parts(likelihoods, len(of.sets)):
        whole = emissions(everyone, years, heard)
        for pool, voiced in zip(pools, left, strict=True):
            reports = _anew(whole, everyone, voiced, years, heard)
            found = passes(of.prior, steps, reports, heard.likelihoods.draws)
            pool.add(np.array([found.at(t) for t in range(len(years))]), feedback * found.log_likelihood)
    return np.array([pool.mean @ of.sets for pool in pools]).reshape(len(left), len(years), of.sets.shape[1])


def by_origin(items: Sequence[Item]) -> dict[str, frozenset[str]]:
    """Each origin's items."""
    return grouped((item.origin, item.id) for item in items)


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Ids by name, names sorted."""
    ids: dict[str, set[str]] = {}
    for name, item in pairs:
        ids.setdefault(name, set()).add(item)
    return {name: frozenset(ids[name]) for name in sorted(ids)}


def _anew(
    whole: Sequence[Emission | None],
    everyone: Sequence[Voice],
    voiced: Sequence[Voice],
    years: Sequence[int],
    heard: Heard,
) -> list[Emission | None]:
    reports: list[Emission | None] = []
    for year, report in zip(years, whole, strict=True):
        left = of_year(voiced, year)
        reports.append(report if left == of_year(everyone, year) else emission(left, heard))
    return reports
