"""Draws of probabilities, the same for every unit: each quantity has a stream of its own, found by its name."""

from __future__ import annotations

import hashlib

import numpy as np

from timbang.inference.weighing.records import Array

EDGE = 1e-12  # keeps a probability off 0 and 1, where its logit has no value


def stream(seed: int, *name: str) -> np.random.Generator:
    """The generator of one named quantity: neither other quantities nor their order move its draws."""
    digest = hashlib.sha256("\x1f".join(name).encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])


def beta(mean: float, concentration: float, draws: int, seed: int, *name: str) -> Array:
    """Draws, (D,), of Beta(mean * concentration, (1 - mean) * concentration), kept off 0 and 1.

    ValueError: the mean is not within (0, 1), or the concentration is not above 0.
    """
    if not 0 < mean < 1 or concentration <= 0:
        raise ValueError(f"no Beta distribution has mean {mean} and concentration {concentration}")
    drawn = stream(seed, *name).beta(mean * concentration, (1 - mean) * concentration, draws)
    return np.clip(drawn, EDGE, 1 - EDGE)
