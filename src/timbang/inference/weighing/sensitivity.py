"""What would overturn a conclusion: parts of the evidence left out, and the smallest change that turns an order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timbang.inference.weighing.chains import passes
from timbang.inference.weighing.expectations import expected
from timbang.inference.weighing.leaving_out import by_origin, grouped, without
from timbang.inference.weighing.likelihood import Heard, emission, emissions
from timbang.inference.weighing.records import Array, Item, Likelihoods, Model
from timbang.inference.weighing.spaces import step
from timbang.inference.weighing.voices import of_year, reading_of, voices
from timbang.inference.weighing.weigh import bearing

MOST = 12  # items or origins left out together: what needs more than that is no small change
Margin = Callable[[Array], Array]  # (..., T, K) -> (...): how far one mechanism is above the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A likelihood moved to the word next to it."""

    mechanism: str  # empty: the baseline
    implication: str
    stated: float
    moved: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The smallest changes found that turn the order of two mechanisms, at the likelihoods as stated."""

    margin: float  # mean probability of the one less that of the other over the period; its sign is the order
    items: tuple[str, ...]  # ids of items (with their copies) that must go; none: not even MOST of them turn it
    origins: tuple[str, ...]
    words: tuple[Word, ...]  # each turns it by itself


def leave_outs(model: Model, items: Sequence[Item], years: Sequence[int], part: str) -> dict[str, Array]:
    """Integrated means, (T, K), leaving out each `origin`, `implication`, `cluster` or `coder` (the `part`) in turn."""
    clusters = model.drawn.clusters
    of: dict[str, Callable[[Item], str]] = {
        "origin": lambda item: item.origin,
        "implication": lambda item: item.implication,
        "cluster": lambda item: clusters[item.implication],
        "coder": lambda item: item.coder,
    }
    used = bearing(model, items, years)
    groups = grouped((of[part](item), item.id) for item in used)
    return dict(zip(groups, without(model.space, model.drawn, used, years, groups), strict=True))


def smallest_change(
    model: Model,
    items: Sequence[Item],
    years: Sequence[int],
    rivals: tuple[str, str],
    period: tuple[int, int],
    scale: Sequence[float],
) -> Turn:
    """What turns the order of two rivals' means over a period: items or origins left out, or one word moved.

    `scale`: the words' values. Items and origins are left out from the one that matters most; those that prove not
    to be needed are put back. So a single one is the smallest, and several are a set of which none can be spared.
    """
    used = bearing(model, items, years)
    one, other = (model.mechanisms.index(name) for name in rivals)
    within = [at for at, year in enumerate(years) if period[0] <= year <= period[1]]

    def margin(mean: Array) -> Array:
        return np.asarray((mean[..., within, one] - mean[..., within, other]).mean(axis=-1))

    now = float(margin(_without(model, used, years, {"": frozenset()}))[0])
    readings = grouped(("\x1f".join(map(str, reading_of(item))), item.id) for item in used)
    gone = _fewest(model, used, years, readings, margin, now)
    return Turn(
        margin=now,
        items=tuple(sorted(name for reading in gone for name in readings[reading])),
        origins=_fewest(model, used, years, by_origin(used), margin, now),
        words=tuple(_words(model, used, years, scale, margin, now, {*rivals, ""})),
    )


def _without(model: Model, items: Sequence[Item], years: Sequence[int], gone: Mapping[str, frozenset[str]]) -> Array:
    return without(model.space, model.means, items, years, gone)


def _fewest(
    model: Model,
    items: Sequence[Item],
    years: Sequence[int],
    groups: Mapping[str, frozenset[str]],
    margin: Margin,
    now: float,
) -> tuple[str, ...]:
    """Names of groups that must go together to turn the order; empty if leaving out any number does not."""

    def left(*names: tuple[str, ...]) -> Array:
        gone = {str(n): frozenset[str]().union(*(groups[g] for g in some)) for n, some in enumerate(names)}
        return np.asarray(margin(_without(model, items, years, gone)) * np.sign(now))

    if not groups or now == 0:
        return ()
    ranked = [name for _, name in sorted(zip(left(*((name,) for name in groups)), groups, strict=True))]
    heads = [tuple(ranked[: n + 1]) for n in range(min(len(ranked), MOST))]
    turned = np.flatnonzero(left(*heads) < 0)
    if not len(turned):
        return ()
    needed = heads[int(turned[0])]
    for name in reversed(needed[:-1]):
        spared = tuple(other for other in needed if other != name)
        needed = spared if left(spared)[0] < 0 else needed
    return needed


def _words(
    model: Model,
    items: Sequence[Item],
    years: Sequence[int],
    scale: Sequence[float],
    margin: Margin,
    now: float,
    of: set[str],
) -> Iterator[Word]:
    reported, voiced, heard = {item.implication for item in items}, voices(items), Heard(model.means)
    whole = emissions(voiced, years, heard)
    for (mechanism, name), value in sorted(model.stated.items()):
        for moved in _beside(value, scale) if mechanism in of and name in reported else ():
            other = Heard(_moved(model, mechanism, name, moved))
            touched = [any(voice.implication == name for voice in of_year(voiced, year)) for year in years]
            reports = [
                emission(of_year(voiced, year), other) if new else old
                for year, new, old in zip(years, touched, whole, strict=True)
            ]
            found = passes(model.space.prior, [step(model.space)] * (len(years) - 1), reports, 1)
            mean = np.array([found.at(t)[:, 0] for t in range(len(years))]) @ model.space.sets
            if margin(mean) * np.sign(now) < 0:
                yield Word(mechanism=mechanism, implication=name, stated=value, moved=moved)


def _beside(value: float, scale: Sequence[float]) -> list[float]:
    below, above = [v for v in scale if v < value - 1e-9], [v for v in scale if v > value + 1e-9]
    return [*([max(below)] if below else []), *([min(above)] if above else [])]


def _moved(model: Model, mechanism: str, implication: str, value: float) -> Likelihoods:
    stated = {**model.stated, (mechanism, implication): value}
    theta = np.array([[stated.get((name, implication), np.nan)] for name in model.mechanisms])
    rows, _ = expected(model.space.sets, theta, np.array([stated["", implication]]))
    return replace(model.means, expected={**model.means.expected, implication: rows})
