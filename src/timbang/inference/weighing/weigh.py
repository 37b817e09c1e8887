"""The weighing of one question for one unit and target: items in, belief out. The one door of this room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timbang.inference.weighing.floor import floor
from timbang.inference.weighing.leaving_out import by_origin, without
from timbang.inference.weighing.misfit import misfit
from timbang.inference.weighing.posterior import Posterior, posterior
from timbang.inference.weighing.records import Array, Item, Model, Weighed
from timbang.inference.weighing.reports import crowded
from timbang.inference.weighing.spaces import priors
from timbang.inference.weighing.voices import check, heard_on, of_year, voices
from timbang.inference.weighing.weights import by_item

FEWER = 200  # draws over which leaving out an origin is compared


def weigh(model: Model, items: Sequence[Item], years: Sequence[int], persistences: Sequence[float] = ()) -> Weighed:
    """Belief about which mechanisms are at work in each of `years`, consecutive and ascending.

    `items` are those of one unit and target. One whose implication none of the mechanisms speaks of, or that falls
    outside the years, is left aside: evidence that bears on nothing changes nothing. `persistences`: others under
    which the year of change is told. ValueError: no years, or not consecutive; an item that cannot be (see `voices`);
    KeyError: no reliability is stated for an item's form and interest.
    """
    if list(years) != list(range(years[0], years[0] + len(years)) if years else [None]):
        raise ValueError("the years to weigh must be consecutive, and at least one")
    used = bearing(model, items, years)
    voiced = voices(used)
    believed, changes = posterior(model.space, model.drawn, voiced, years, persistences)
    origins = by_origin(used)
    left = _left(model, used, years, origins, believed)
    all_ = np.concatenate([believed.mean[None], left])
    kept = {item.id for item in used}
    return Weighed(
        years=tuple(years),
        mechanisms=model.mechanisms,
        prior=priors(model.space, len(years)),
        mean=believed.mean,
        low=believed.low,
        high=believed.high,
        sets=believed.sets,
        effective=believed.effective,
        feedback=believed.feedback,
        origins=tuple(origins),
        heard=heard_on(voiced, tuple(origins), years),
        without=left,
        least=all_.min(axis=0),
        most=all_.max(axis=0),
        changes=changes,
        floor=floor(believed.mean.mean(axis=0), left.mean(axis=1), tuple(origins), len(origins), model.origins),
        misfit=misfit(model, voiced, years, believed.sets),
        items=tuple(item.id for item in used),
        decibels=by_item(model, used, years),
        aside=tuple(sorted(item.id for item in items if item.id not in kept)),
        sampled=tuple(year for year in years if crowded(of_year(voiced, year))),
    )


def _left(
    model: Model, used: Sequence[Item], years: Sequence[int], origins: Mapping[str, frozenset[str]], found: Posterior
) -> Array:
    """Means leaving out each origin, (O, T, K): what that changes at the first draws, added to the mean over all.

    Both sides of the difference rest on the same draws, so that fewer serve: it is far steadier than the mean.
    """
    few = model.drawn.part(slice(0, FEWER))
    of = {"": frozenset[str](), **{f"-{origin}": gone for origin, gone in origins.items()}}
    whole, *left = without(model.space, few, used, years, of, found.feedback)
    mean = found.mean
    return np.asarray(np.clip(mean + np.array(left).reshape(len(origins), *mean.shape) - whole, 0, 1))


def bearing(model: Model, items: Sequence[Item], years: Sequence[int]) -> list[Item]:
    """The items that bear on the question in these years, by id."""
    for item in items:
        check(item)
    speaks = set(model.spoken_of)
    within = [item for item in items if item.year <= years[-1] and (item.until or item.year) >= years[0]]
    return sorted((item for item in within if item.implication in speaks), key=lambda item: item.id)
