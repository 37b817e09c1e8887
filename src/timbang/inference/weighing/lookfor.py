"""What to look for next: how much a report on each implication not yet reported would tell (Lindley 1956)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from timbang.inference.weighing.records import Array, Item, Model, Weighed
from timbang.inference.weighing.voices import of_year, voices
from timbang.inference.weighing.weigh import bearing


def look_for(model: Model, items: Sequence[Item], weighed: Weighed) -> tuple[tuple[str, ...], Array]:
    """Implications, sorted, and the expected information of a report on each in each year, in bits, (T, I).

    The report is by an origin without interest, of the stated reliability, not slanted; it tells which set of
    mechanisms is at work that year, given all that is known. At the likelihoods as stated, clusters apart. nan where
    the implication is reported already. KeyError: no reliability is stated for its form and no interest.
    """
    names = model.spoken_of
    bits = np.column_stack([_bits(model, name, weighed.sets) for name in names])
    voiced = voices(bearing(model, items, weighed.years))
    for at, year in enumerate(weighed.years):
        for voice in of_year(voiced, year):
            bits[at, names.index(voice.implication)] = np.nan
    return names, bits


def _bits(model: Model, implication: str, sets: Array) -> Array:
    """Mutual information of the set at work and what is said, (T,)."""
    says = model.means.reliability[model.forms[implication], "none"][:, 0]
    expected = model.means.expected[implication][model.means.places[implication], 0]
    affirmed = says[0] + expected * (says[1] - says[0])
    return np.asarray(_entropy(sets @ affirmed) - sets @ _entropy(affirmed))


def _entropy(p: Array) -> Array:
    q = np.clip(np.array([p, 1 - p]), 1e-300, 1)
    return np.asarray(-(q * np.log2(q)).sum(axis=0))
