"""Worlds of a setting made, weighed, and put to the exact rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from calibration.exact_rule import believed
from calibration.generator import Array, Setting, World, book, world
from calibration.scoring import Told
from calibration.weighing_worlds import items, model
from timbang.inference.weighing.posterior import posterior
from timbang.inference.weighing.records import Model, Weighed
from timbang.inference.weighing.voices import voices
from timbang.inference.weighing.weigh import weigh

BOOKS = 8  # books of theories of each setting
SEED = 2001


@dataclass(frozen=True, slots=True)
class Tried:
    """One world as the engine and as the exact rule believe it."""

    world: World
    weighed: Weighed
    exact: Array  # (T, K)

    @property
    def engine(self) -> Told:
        """What the engine believes, and what is so."""
        return Told(self.weighed.mean, self.world.at_work)

    @property
    def rule(self) -> Told:
        """What the exact rule believes, and what is so."""
        return Told(self.exact, self.world.at_work)


def worlds(setting: Setting, many: int) -> Iterator[World]:
    """So many worlds in turn of each book; the same seed for every setting."""
    chance = np.random.default_rng(SEED)
    books = [book(setting, chance) for _ in range(BOOKS)]
    for n in range(many):
        yield world(setting, books[n % BOOKS], chance)


def tried(setting: Setting, many: int, *, rho: float, slanted: float, draws: int) -> list[Tried]:
    """The setting's worlds, weighed with the engine's `rho` and `slanted`, and put to the exact rule."""
    asked = _models(setting, many, rho, slanted, draws)
    return [Tried(one, weigh(of, items(one), range(setting.years)), believed(one)[0]) for one, of in asked]


def engine_alone(setting: Setting, many: int, *, rho: float, slanted: float, draws: int) -> list[Told]:
    """Only what the engine believes: for comparing what it might assume."""
    asked = _models(setting, many, rho, slanted, draws)
    years = range(setting.years)
    return [
        Told(posterior(of.space, of.drawn, voices(items(one)), years, ())[0].mean, one.at_work) for one, of in asked
    ]


def _models(setting: Setting, many: int, rho: float, slanted: float, draws: int) -> Iterator[tuple[World, Model]]:
    models: dict[int, Model] = {}
    for one in worlds(setting, many):
        if id(one.book) not in models:
            models[id(one.book)] = model(setting, one.book, rho=rho, slanted=slanted, draws=draws)
        yield one, models[id(one.book)]
