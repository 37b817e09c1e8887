"""How well one implication is attested by itself: from its baseline, by all that origins say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timbang.inference.reliability import Reliability as Coder
from timbang.inference.theory import Vocabulary
from timbang.inference.weighing.modelling import reports_of
from timbang.inference.weighing.records import Item
from timbang.inference.weighing.voices import heard, voices


def attested(
    vocabulary: Vocabulary, implication: str, items: Sequence[Item], coders: Mapping[str, Coder] | None = None
) -> float:
    """P(x = 1 | reports), x being that it was so over all the years the items speak of, at the stated likelihoods.

    `coders`: how each did where it was tried. Each origin is slanted with the assumed probability, and then tells
    nothing. Nobody speaks: the baseline.
    """
    said = np.ones(2)
    likelihoods = reports_of(vocabulary, coders)
    by_origin: dict[str, np.ndarray] = {}
    for voice in voices(items):
        spoken = heard(voice, likelihoods)[:, 0] ** (voice.last - voice.first + 1)  # a span is one report of x
        by_origin[voice.origin] = by_origin.get(voice.origin, np.ones(2)) * spoken
    for spoken in by_origin.values():
        said = said * ((1 - likelihoods.slanted) * spoken + likelihoods.slanted * spoken.mean())
    baseline = vocabulary.implications[implication].baseline.mean
    odds = baseline / (1 - baseline) * said[1] / said[0]
    return float(odds / (1 + odds))
