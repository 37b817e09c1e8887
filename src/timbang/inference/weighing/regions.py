"""Types as regions of the plane of revision and status quo, and of capability."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timbang.inference.theory import Region
from timbang.inference.weighing.records import Array, Flags, Places
from timbang.inference.weighing.values import GRID

NONE = "none of these"
_REVISION, _STATUS_QUO = np.meshgrid(GRID, GRID, indexing="ij")


def types(regions: Sequence[Region], revision: Array, status_quo: Array, capability: float | None) -> Array:
    """Probability of each type and, last, of none of these, (N,), from belief about both values over the grid, (G,).

    nan for all where a region asks for a capability that is not known.
    """
    if capability is None and any(region.capability != (0.0, 1.0) for region in regions):
        return np.full(len(regions) + 1, np.nan)
    where = first_match(regions, capability)
    found = np.bincount(where.ravel(), np.outer(revision, status_quo).ravel(), minlength=len(regions) + 1)
    return np.asarray(found)


def first_match(regions: Sequence[Region], capability: float | None) -> Places:
    """The place of the first region that holds each point of the plane (ends included), (G, G); len(regions): none."""
    holds = [_holds(region, capability) for region in regions]
    return np.asarray(np.argmax(np.array([*holds, np.ones_like(_REVISION, dtype=bool)]), axis=0))


def _holds(region: Region, capability: float | None) -> Flags:
    inside = _within(_REVISION, region.revision) & _within(_STATUS_QUO, region.status_quo)
    inside = inside & _within(_REVISION - _STATUS_QUO, region.surplus)
    return np.asarray(inside & (capability is None or _within(np.asarray(capability), region.capability)))


def _within(values: Array, ends: tuple[float, float]) -> Flags:
    low, high = ends
    return np.asarray((values >= low - 1e-9) & (values <= high + 1e-9))
