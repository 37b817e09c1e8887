"""The exact rule: what is to be believed of a world by one who knows how it was made. Shares no code with timbang.

It knows the true likelihoods and reliabilities, how often origins are slanted, which are copies, how implications are
correlated, and, where silence tells, how often origins speak; not what is so. Of origins that follow a line it knows
which they are.
"""

from __future__ import annotations

from itertools import product
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from calibration.generator import CLUSTER, Setting, Truth, World

Array = NDArray[np.float64]
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(21)


def believed(world: World, truth: Truth | None = None) -> tuple[Array, float]:
    """P(mechanism at work), (T, K), and log P(all readings); under other likelihoods than the true, if given."""
    setting, truth = world.setting, truth or world.truth
    sets = np.array(list(product((0, 1), repeat=setting.mechanisms)))
    chances = _chances(truth, sets)
    told = np.array([_year(world, truth, chances, t) for t in range(setting.years)])  # (T, S) logarithms
    flips = np.abs(sets[:, None, :] - sets[None, :, :]).sum(axis=2)
    moves = setting.stay ** (setting.mechanisms - flips) * (1 - setting.stay) ** flips
    ahead = [np.log(np.prod(np.where(sets, setting.prior, 1 - setting.prior), axis=1)) + told[0]]
    for row in told[1:]:
        ahead.append(_log_dot(ahead[-1], moves) + row)
    behind = [np.zeros(len(sets))]
    for row in told[:0:-1]:
        behind.append(_log_dot(behind[-1] + row, moves))
    joint = np.array(ahead) + np.array(behind[::-1])
    p = np.exp(joint - joint.max(axis=1, keepdims=True))
    top = ahead[-1].max()
    return p @ sets / p.sum(axis=1, keepdims=True), float(top + np.log(np.exp(ahead[-1] - top).sum()))


def _chances(truth: Truth, sets: NDArray[np.int_]) -> Array:
    """P(x = 1 | A), (S, I), implication by implication."""
    rows = np.zeros((len(sets), len(truth.baseline)))
    for s, i in np.ndindex(*rows.shape):
        base = truth.baseline[i]
        of = [truth.theta[k, i] for k in np.flatnonzero(sets[s]) if not np.isnan(truth.theta[k, i])]
        odds = base / (1 - base) * np.prod([t / (1 - t) * (1 - base) / base for t in of])
        rows[s, i] = min(max(odds / (1 + odds), min([0.05, base, *of])), max([0.95, base, *of]))
    return rows


def _year(world: World, truth: Truth, chances: Array, t: int) -> Array:
    """log P(readings of a year | A), (S,), summed over every choice of slanted origins."""
    setting = world.setting
    origins, known = _origins(world, t)
    says = _says(world, truth, t, origins)  # (O, I, 2)
    p = 0.0 if known else setting.slanted
    total = np.zeros(len(chances))
    for row in product((0, 1), repeat=len(origins)):
        weight = np.prod([p if slanted else 1 - p for slanted in row])
        if weight == 0:
            continue
        heard = np.ones((setting.implications, 2))
        for o, slanted in enumerate(row):
            heard *= says[o].mean(axis=1, keepdims=True) if slanted else says[o]
        total += weight * _clusters(setting, chances, heard)
    return np.asarray(np.log(total))


def _origins(world: World, t: int) -> tuple[list[int], bool]:
    """The independent origins of a year, and whether it is known which are slanted (those are then left out)."""
    setting = world.setting
    if setting.line:
        return [o for o in range(setting.origins) if not world.slanted[t, o]], True
    return list(range(setting.origins - 2 if setting.undeclared else setting.origins)), False


def _says(world: World, truth: Truth, t: int, origins: list[int]) -> Array:
    """P(what an origin is read to say of an implication | x), silence included where it tells."""
    setting = world.setting
    silence = 1 - np.array(setting.speaks) if setting.speaks[0] != setting.speaks[1] else np.ones(2)
    says = np.tile(silence, (len(origins), setting.implications, 1))
    affirmed = np.array([truth.coder[0] * (1 - r) + truth.coder[1] * r for r in truth.reliability])
    speaks = np.array(setting.speaks) if setting.speaks[0] != setting.speaks[1] else np.ones(2)
    for year, i, o, reading in set(world.readings):
        if year == t and o in origins:
            says[origins.index(o), i] = speaks * (affirmed if reading else 1 - affirmed)
    return says


def _clusters(setting: Setting, chances: Array, heard: Array) -> Array:
    """P(what is heard | A), (S,); implications of a cluster share a normal cause, summed by quadrature."""
    if setting.correlation == 0:
        return np.asarray((chances * heard[:, 1] + (1 - chances) * heard[:, 0]).prod(axis=1))
    told = np.ones(len(chances))
    r, normal = setting.correlation, NormalDist()
    matters = heard[:, 0] != heard[:, 1]
    told *= np.where(matters, 1.0, heard[:, 0]).prod()
    for start in range(0, setting.implications, CLUSTER):
        which = [i for i in range(start, min(start + CLUSTER, setting.implications)) if matters[i]]
        if which:
            cut = np.vectorize(normal.inv_cdf)(chances[:, which])
            shared = (cut[None] - np.sqrt(r) * _NODES[:, None, None]) / np.sqrt(1 - r)
            p = np.vectorize(normal.cdf)(shared)
            each = (p * heard[which, 1] + (1 - p) * heard[which, 0]).prod(axis=2)
            told *= _WEIGHTS @ each / _WEIGHTS.sum()
    return told


def _log_dot(row: Array, moves: Array) -> Array:
    top = row.max()
    return np.asarray(top + np.log(np.exp(row - top) @ moves))
