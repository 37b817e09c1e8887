"""Worlds as the engine is told of them: items, and a model made of the book's words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calibration.generator import CLUSTER, Array, Book, Setting, Truth, World
from timbang.inference.weighing.drawing import beta
from timbang.inference.weighing.expectations import expected
from timbang.inference.weighing.records import Item, Likelihoods, Model, Space
from timbang.inference.weighing.spaces import space


def items(world: World) -> list[Item]:
    """A world's readings; and, where `searched`, each implication that a year is silent on as not found."""
    setting, spoken = world.setting, {(t, i) for t, i, *_ in world.readings}
    silent = [(t, i) for t, i in np.ndindex(setting.years, setting.implications) if (t, i) not in spoken]
    searches = [
        Item(
            id=f"s{n:05}", implication=f"i{i:02}", year=t, reading="not_found", origin="all", detection=setting.searched
        )
        for n, (t, i) in enumerate(silent)
        if setting.searched
    ]
    return searches + [
        Item(id=f"{n:05}", implication=f"i{i:02}", year=t, reading="affirmed" if yes else "denied", origin=f"o{o}")
        for n, (t, i, o, yes) in enumerate(world.readings)
    ]


def model(setting: Setting, of: Book, *, rho: float, slanted: float, draws: int) -> Model:
    """The model of a book: likelihoods drawn around its words."""
    allowed = space(setting.mechanisms, setting.prior, setting.stay)
    return _model(
        allowed,
        likelihoods(allowed, drawn(setting, of, draws), rho, slanted),
        likelihoods(allowed, [_means(setting, of)], rho, slanted),
    )


def known(setting: Setting, truths: Sequence[Truth], *, rho: float = 0.0) -> Model:
    """A model that is told the likelihoods: one draw for each truth."""
    allowed = space(setting.mechanisms, setting.prior, setting.stay)
    told = likelihoods(allowed, truths, rho, setting.slanted)
    return _model(allowed, told, likelihoods(allowed, truths[:1], rho, setting.slanted))


def drawn(setting: Setting, of: Book, draws: int) -> list[Truth]:
    """So many draws of what may be behind the words."""
    c = setting.concentration

    def column(mean: float, *name: str) -> Array:
        return np.full(draws, np.nan) if np.isnan(mean) else beta(mean, c, draws, 7, *name)

    theta = np.array(
        [[column(m, "theta", str(k), str(i)) for i, m in enumerate(row)] for k, row in enumerate(of.theta)]
    )
    baseline = np.array([column(m, "baseline", str(i)) for i, m in enumerate(of.baseline)])
    says = np.array([column(m, "says", str(x)) for x, m in enumerate(setting.reliability)])
    reads = np.array([column(m, "reads", str(x)) for x, m in enumerate(setting.coder)])
    return [Truth(theta[..., d], baseline[:, d], says[:, d], reads[:, d]) for d in range(draws)]


def likelihoods(allowed: Space, truths: Sequence[Truth], rho: float, slanted: float) -> Likelihoods:
    """Arrays from truths, one draw each."""
    theta = np.array([truth.theta for truth in truths]).transpose(1, 2, 0)
    baseline = np.array([truth.baseline for truth in truths]).T
    found = {f"i{i:02}": expected(allowed.sets, theta[:, i], baseline[i]) for i in range(len(baseline))}
    return Likelihoods(
        clusters={name: f"c{n // CLUSTER}" for n, name in enumerate(found)},
        expected={name: rows for name, (rows, _) in found.items()},
        places={name: places for name, (_, places) in found.items()},
        reliability={("does", "none"): np.array([truth.reliability for truth in truths]).T},
        coders={"": np.array([truth.coder for truth in truths]).T},
        slanted=slanted,
        rho=rho,
    )


def _means(setting: Setting, of: Book) -> Truth:
    return Truth(of.theta, of.baseline, np.array(setting.reliability), np.array(setting.coder))


def _model(allowed: Space, told: Likelihoods, means: Likelihoods) -> Model:
    names = tuple(f"m{k}" for k in range(allowed.sets.shape[1]))
    forms = dict.fromkeys(told.expected, "does")
    return Model(mechanisms=names, drawn=told, means=means, space=allowed, stated={}, forms=forms)
