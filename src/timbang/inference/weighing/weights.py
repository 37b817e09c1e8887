"""Weights of evidence in decibels (Good 1950; Jaynes 2003), at the likelihoods as stated."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timbang.inference.weighing.likelihood import Emission, Heard, emission
from timbang.inference.weighing.records import Array, Item, Model
from timbang.inference.weighing.spaces import singles
from timbang.inference.weighing.voices import Voice, of_year, reading_of, voices

_DECIBEL = 10 / np.log(10)
STRONG = 8.0  # decibels, 6.3 to 1: what makes a test pass or fail; a judgement


def decibels(ratio: float) -> float:
    """10 log10 of a likelihood ratio."""
    return float(10 * np.log10(ratio))


def updated(prior: float, weight: float) -> float:
    """The probability that a weight in decibels makes of a prior one."""
    odds = prior / (1 - prior) * 10 ** (weight / 10)
    return float(odds / (1 + odds))


def by_item(model: Model, items: Sequence[Item], years: Sequence[int]) -> Array:
    """What each item adds, (N, 1 + K): 10 log10 P(reports | none of the mechanisms, each alone), with it less without.

    Only differences between columns are weights. An item goes with its copies, so that each shows what they come to
    together. Years add up.
    """
    heard, alone = Heard(model.means), singles(model.space.sets)
    voiced = {year: of_year(voices(items), year) for year in years}
    whole = {year: _log(emission(of, heard), alone) for year, of in voiced.items()}
    rows: dict[tuple[object, ...], Array] = {}
    for item in items:
        if (reading := reading_of(item)) not in rows:
            rest = voices(i for i in items if reading_of(i)[:4] == reading[:4] and reading_of(i) != reading)
            total = np.zeros(len(alone))
            for year in range(max(item.year, years[0]), min(item.until or item.year, years[-1]) + 1):
                left = [voice for voice in voiced[year] if voice.key != reading[:4]]
                total = total + whole[year] - _log(emission([*left, *rest], heard), alone)
            rows[reading] = total * _DECIBEL
    return np.array([rows[reading_of(item)] for item in items]).reshape(len(items), len(alone))


def by_implication(model: Model, items: Sequence[Item], years: Sequence[int]) -> dict[str, Array]:
    """The same for all reports on each implication together, (1 + K)."""
    heard, everyone = Heard(model.means), voices(items)
    names = sorted({item.implication for item in items})
    gone = {name: voices(item for item in items if item.implication != name) for name in names}
    return {name: _less(model, heard, everyone, left, years) for name, left in gone.items()}


def together(model: Model, items: Sequence[Item], years: Sequence[int]) -> Array:
    """The same for all items together, (1 + K): clusters, copies and slanted origins taken into account."""
    return _less(model, Heard(model.means), voices(items), (), years)


def _less(model: Model, heard: Heard, whole: Sequence[Voice], left: Sequence[Voice], years: Sequence[int]) -> Array:
    alone, total = singles(model.space.sets), np.zeros(1 + len(model.mechanisms))
    for year in years:
        with_, less = of_year(whole, year), of_year(left, year)
        if with_ != less:
            total = total + _log(emission(with_, heard), alone) - _log(emission(less, heard), alone)
    return np.asarray(total * _DECIBEL)


def _log(report: Emission | None, states: list[int]) -> Array:
    if report is None:
        return np.zeros(len(states))
    values = np.broadcast_to(report.values[:, 0], (max(len(report.values), max(states) + 1),))
    return np.asarray(np.log(values[states]) + report.log_scale[0])


def class_of_test(of_one: float, of_other: float) -> str:
    """The class of a test of one mechanism against another by an implication (Van Evera 1997).

    From how likely each makes it. Strong, here 8 dB: seeing it speaks so strongly for the one (smoking gun), or not
    seeing it so strongly against (hoop), or both (doubly decisive), or neither (straw in the wind).
    """
    passes = decibels(of_one / of_other) >= STRONG
    fails = decibels((1 - of_one) / (1 - of_other)) <= -STRONG
    return {(True, True): "doubly decisive", (True, False): "smoking gun", (False, True): "hoop"}.get(
        (passes, fails), "straw in the wind"
    )
