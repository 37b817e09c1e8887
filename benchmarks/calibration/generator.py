"""Worlds with a planted truth: mechanisms at work year by year, what follows from them, and what origins say of it.

One world is one unit. In order:
1. A book of theories: each mechanism speaks of two implications in five, in words of the scale; each implication has a
   baseline and belongs to a cluster of four. The engine is given the book's words.
2. The truth behind the words: every likelihood and reliability is drawn from the Beta of its word (`wrong`: of the word
   next to it, up or down by chance).
3. Mechanisms at work: independent two-state chains. `world`: or none at any time; or one more, which no theory names.
4. Implications: each year each is so with P(x | A). `correlation`: those of a cluster share a normal cause (a Gaussian
   copula), so that each keeps its probability.
5. Origins: in a year an origin is slanted with a stated probability; of each implication it speaks with the chance
   `speaks` (if x = 0, if x = 1) and says z by its reliability; a slanted one does so of a toss of a coin instead of x.
   `line`: with this chance an origin is slanted all through, and speaks as if one mechanism of its own were at work.
6. One coder reads what is said, with errors of its own. Copies repeat a reading: declared, under their origin's name;
   undeclared, under another's.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
SCALE = np.array([0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95])
CLUSTER = 4  # implications in one


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How worlds are made. The defaults are the engine's own assumptions, but for clusters (correlation 0)."""

    name: str
    mechanisms: int = 5
    years: int = 12
    implications: int = 20
    origins: int = 6
    speaks: tuple[float, float] = (0.06, 0.06)
    reliability: tuple[float, float] = (0.10, 0.90)
    coder: tuple[float, float] = (0.05, 0.90)
    concentration: float = 12.0
    prior: float = 0.5
    stay: float = 0.9
    slanted: float = 0.2
    line: float = 0.0
    correlation: float = 0.0
    wrong: bool = False
    declared: bool = False
    undeclared: bool = False  # the last two origins mostly repeat the first two
    searched: float = 0.0  # with this detection, what no one speaks of is told the engine as not found
    covered: bool = False  # whether some theory speaks of every implication
    world: str = "named"  # named | none | unnamed


@dataclass(frozen=True, slots=True)
class Book:
    """Stated means: theta (K, I), nan where silent; baseline (I,)."""

    theta: Array
    baseline: Array


@dataclass(frozen=True, slots=True)
class Truth:
    """What is so behind the words. Reliability and coder: P(yes | 0), P(yes | 1)."""

    theta: Array
    baseline: Array
    reliability: Array
    coder: Array


@dataclass(frozen=True, slots=True)
class World:
    """A planted truth and the readings made of it."""

    setting: Setting
    book: Book
    truth: Truth
    at_work: NDArray[np.bool_]  # (T, K)
    slanted: NDArray[np.bool_]  # (T, O) all through where the origin follows a line
    readings: tuple[tuple[int, int, int, bool], ...]  # (year, implication, origin, affirmed); copies repeat


def book(setting: Setting, chance: np.random.Generator) -> Book:
    """A book of theories."""
    shape = setting.mechanisms, setting.implications
    theta = chance.choice([0.10, 0.25, 0.75, 0.75, 0.90, 0.90, 0.95], shape)
    theta[chance.random(shape) > 0.4] = np.nan
    for k in np.flatnonzero(np.isnan(theta).all(axis=1)):
        theta[k, chance.integers(setting.implications)] = 0.9
    baseline = chance.choice([0.10, 0.25, 0.25, 0.50], setting.implications)
    for i in np.flatnonzero(np.isnan(theta).all(axis=0) & setting.covered):
        theta[chance.integers(setting.mechanisms), i] = 0.75
    return Book(theta, baseline)


def world(setting: Setting, of: Book, chance: np.random.Generator) -> World:
    """A world in which the book's theories are what is known."""
    truth = _truth(setting, of, chance)
    at_work = _chains(setting, chance)
    x = _facts(setting, truth, at_work, chance)
    slanted, line = _slanted(setting, chance)
    says = _said(setting, truth, x, slanted, line, chance)
    return World(setting, of, truth, at_work, slanted, tuple(_copied(setting, says, chance)))


def expected(truth: Truth, at_work: NDArray[np.bool_]) -> Array:
    """P(x = 1 | A), (T, I): shifts add in log odds, within .05 and .95 or what lies beyond of those at work."""
    odds = np.log(truth.baseline / (1 - truth.baseline))
    shift = np.nan_to_num(np.log(truth.theta / (1 - truth.theta)) - odds)
    p = 1 / (1 + np.exp(-(odds + at_work @ shift)))
    for t, row in enumerate(at_work):
        told = np.vstack([truth.theta[row], truth.baseline])
        low, high = np.nanmin(told, axis=0), np.nanmax(told, axis=0)
        p[t] = np.clip(p[t], np.minimum(0.05, low), np.maximum(0.95, high))
    return np.asarray(p)


def _truth(setting: Setting, of: Book, chance: np.random.Generator) -> Truth:
    c = setting.concentration

    def drawn(mean: Array) -> Array:
        if setting.wrong:
            at = np.abs(SCALE[:, None] - np.nan_to_num(mean, nan=0.5).ravel()).argmin(axis=0)
            step = np.clip(at + chance.choice([-1, 1], at.shape), 0, len(SCALE) - 1)
            mean = np.where(np.isnan(mean), np.nan, SCALE[step].reshape(mean.shape))
        known = np.nan_to_num(mean, nan=0.5)
        return np.where(np.isnan(mean), np.nan, np.clip(chance.beta(known * c, (1 - known) * c), 1e-9, 1 - 1e-9))

    theta, baseline = drawn(of.theta), drawn(of.baseline)
    reliability, coder = (chance.beta(m * c, (1 - m) * c) for m in map(np.array, (setting.reliability, setting.coder)))
    return Truth(theta, baseline, reliability, coder)


def _chains(setting: Setting, chance: np.random.Generator) -> NDArray[np.bool_]:
    rows = [chance.random(setting.mechanisms) < setting.prior]
    for _ in range(setting.years - 1):
        rows.append(rows[-1] ^ (chance.random(setting.mechanisms) > setting.stay))
    return np.array(rows) if setting.world == "named" else np.zeros((setting.years, setting.mechanisms), bool)


def _facts(
    setting: Setting, truth: Truth, at_work: NDArray[np.bool_], chance: np.random.Generator
) -> NDArray[np.bool_]:
    p = expected(truth, at_work)
    if setting.world == "unnamed":  # another mechanism, all through, as a theory of its own would state it
        other = chance.choice([0.10, 0.75, 0.90, 0.95], setting.implications)
        p = np.where(chance.random(setting.implications) < 0.4, other, p)
    shape = setting.years, -(-setting.implications // CLUSTER)
    shared = np.repeat(chance.standard_normal(shape), CLUSTER, axis=1)[:, : setting.implications]
    own = chance.standard_normal(p.shape)
    normal = np.sqrt(setting.correlation) * shared + np.sqrt(1 - setting.correlation) * own
    return np.asarray(_phi(normal) < p)


def _phi(z: Array) -> Array:
    from math import erf, sqrt

    return np.asarray(np.vectorize(lambda v: 0.5 * (1 + erf(v / sqrt(2))))(z))


def _slanted(setting: Setting, chance: np.random.Generator) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """Which origins are slanted in which years, and the mechanism whose line each follows (-1: none)."""
    line = np.where(
        chance.random(setting.origins) < setting.line, chance.integers(setting.mechanisms, size=setting.origins), -1
    )
    by_year = chance.random((setting.years, setting.origins)) < setting.slanted
    return by_year | (line >= 0), line


def _said(
    setting: Setting,
    truth: Truth,
    x: NDArray[np.bool_],
    slanted: NDArray[np.bool_],
    line: NDArray[np.intp],
    chance: np.random.Generator,
) -> list[tuple[int, int, int, bool]]:
    alone = expected(truth, np.eye(setting.mechanisms, dtype=bool))
    readings = []
    for t, i, o in np.ndindex(setting.years, setting.implications, setting.origins):
        p = alone[line[o], i] if line[o] >= 0 else 0.5
        seen = int(chance.random() < p) if slanted[t, o] else int(x[t, i])
        if chance.random() < setting.speaks[seen]:
            z = int(chance.random() < truth.reliability[seen])
            readings.append((t, i, o, bool(chance.random() < truth.coder[z])))
    return readings


def _copied(
    setting: Setting, says: list[tuple[int, int, int, bool]], chance: np.random.Generator
) -> list[tuple[int, int, int, bool]]:
    if setting.declared:
        return [reading for reading in says for _ in range(int(chance.integers(1, 4)))]
    if not setting.undeclared:
        return says
    last = setting.origins - 2
    own = [reading for reading in says if reading[2] < last]
    return own + [(t, i, last + o, r) for t, i, o, r in own if o < 2 and chance.random() < 0.8]
