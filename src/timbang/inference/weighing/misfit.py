"""Misfit: reports more surprising than the best sets of mechanisms lead one to expect, given that reports were made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np

from timbang.inference.weighing.records import AFFIRMED, Array, Likelihoods, Misfit, Model
from timbang.inference.weighing.voices import Voice, of_year

ALARM = 2.33  # standard deviations: one in a hundred, were surprise normal
_JOINT = 8  # readings of one implication whose outcomes are listed together


def misfit(model: Model, voiced: Sequence[Voice], years: Sequence[int], sets: Array) -> Misfit:
    """Surprise under each year's most probable set; `sets` (T, S). At the likelihoods as stated, clusters apart.

    For each implication reported in a year, what its readings could have been is listed, a slanted origin giving
    either with the mean of both probabilities; the surprise -log P of what was read is set against its mean and
    variance.
    """
    parts = np.array(
        [_year(model.means, of_year(voiced, y), int(s.argmax())) for y, s in zip(years, sets, strict=True)]
    )
    total = parts.sum(axis=0)
    return Misfit(
        overall=_standard(total), by_year=np.array([_standard(p) for p in parts]), alarm=_standard(total) > ALARM
    )


def _standard(parts: Array) -> float:
    """Surprise less its mean, in standard deviations; nan where nothing could surprise."""
    surprise, mean, variance = parts
    return float((surprise - mean) / np.sqrt(variance)) if variance > 1e-12 else float("nan")


def _year(likelihoods: Likelihoods, voiced: Sequence[Voice], state: int) -> Array:
    total = np.zeros(3)
    for name in sorted({voice.implication for voice in voiced}):
        p = float(likelihoods.expected[name][likelihoods.places[name][state], 0])
        signals = [signal for voice in voiced if voice.implication == name for signal in _signals(likelihoods, voice)]
        for start in range(0, len(signals), _JOINT):
            total = total + _surprise(p, signals[start : start + _JOINT])
    return total


def _surprise(p: float, signals: Sequence[tuple[bool, Array]]) -> Array:
    """Surprise of the readings that were made, its mean and its variance; a signal holds P(yes | x)."""
    chances = np.array([_joint(p, [yes if o else 1 - yes for o, (_, yes) in zip(outcome, signals, strict=True)])
                        for outcome in product((True, False), repeat=len(signals))])  # fmt: skip
    made = _joint(p, [yes if o else 1 - yes for o, yes in signals])
    chances = chances[chances > 0]
    mean = -(chances * np.log(chances)).sum()
    variance = (chances * np.square(np.log(chances))).sum() - mean**2
    return np.array([-np.log(made), mean, variance])


def _joint(p: float, given: Sequence[Array]) -> float:
    told = np.prod(given, axis=0)
    return float((1 - p) * told[0] + p * told[1])


def _signals(likelihoods: Likelihoods, voice: Voice) -> list[tuple[bool, Array]]:
    """Each reading as yes or no, with P(yes | x), (2,), a share of it slanted."""
    says = likelihoods.reliability[voice.form, voice.interest][:, 0]
    found = []
    for reading, coder in voice.readings:
        affirms = likelihoods.coders.get(coder, likelihoods.coders[""])[:, 0]
        found.append((reading == AFFIRMED, affirms[0] + says * (affirms[1] - affirms[0])))
    if voice.detection:
        found.append((False, np.array([0.0, voice.detection])))
    return [(made, (1 - likelihoods.slanted) * yes + likelihoods.slanted * yes.mean()) for made, yes in found]
