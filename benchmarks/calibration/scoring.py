"""Scores of statements about worlds: how often they are right, beside how often they say they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calibration.generator import Array

HELD = 0.8  # a statement is held if it is given at least this probability
BINS = np.linspace(0, 1, 11)


@dataclass(frozen=True, slots=True)
class Told:
    """What is believed of one world, (T, K), and what is so."""

    belief: Array
    truth: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Score:
    """Over the statements "k is at work in t" or its denial, whichever is believed more."""

    accuracy: float
    confidence: float  # mean probability given to the statements
    excess: float  # confidence less accuracy
    error: float  # its standard error, worlds being independent
    brier: float
    held: float  # share of statements held
    held_right: float  # share of these that are right
    held_confidence: float


def score(told: Sequence[Told]) -> Score:
    """Score the worlds together."""
    p, so = (np.concatenate([getattr(one, name).ravel() for one in told]) for name in ("belief", "truth"))
    sure, right = np.maximum(p, 1 - p), (p > 0.5) == so
    held = sure >= HELD
    excess = np.array([_excess(one) for one in told])
    return Score(
        accuracy=float(right.mean()),
        confidence=float(sure.mean()),
        excess=float(excess.mean()),
        error=float(excess.std(ddof=1) / np.sqrt(len(excess))),
        brier=float(np.square(p - so).mean()),
        held=float(held.mean()),
        held_right=float(right[held].mean()) if held.any() else float("nan"),
        held_confidence=float(sure[held].mean()) if held.any() else float("nan"),
    )


def reliability(told: Sequence[Told]) -> list[tuple[float, float, int]]:
    """Of each tenth of probability: the mean probability given, how often it was so, and of how many statements."""
    p, so = (np.concatenate([getattr(one, name).ravel() for one in told]) for name in ("belief", "truth"))
    at = np.clip(np.digitize(p, BINS) - 1, 0, 9)
    within = [at == b for b in range(10) if (at == b).any()]
    return [(float(p[some].mean()), float(so[some].mean()), int(some.sum())) for some in within]


def _excess(one: Told) -> float:
    sure = np.maximum(one.belief, 1 - one.belief)
    return float(sure.mean() - ((one.belief > 0.5) == one.truth).mean())
