"""The vocabulary's probabilities as arrays: drawn from their Beta distributions, or the means as stated."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from timbang.inference.reliability import Reliability as Coder
from timbang.inference.theory import Likelihood, Vocabulary
from timbang.inference.weighing.drawing import beta
from timbang.inference.weighing.records import Array, Likelihoods, Places

SEED = 20010615  # the day the Shanghai Cooperation Organization was declared


class Drawn:
    """So many draws of each probability, found by its name, or with none the stated mean, once."""

    def __init__(self, vocabulary: Vocabulary, coders: Mapping[str, Coder], draws: int, seed: int) -> None:
        self.vocabulary, self.coders, self.draws, self.seed = vocabulary, coders, draws, seed

    def of(self, likelihood: Likelihood, *name: str) -> Array:
        """(D,)."""
        return self.value(likelihood.mean, likelihood.concentration, *name)

    def value(self, mean: float, concentration: float, *name: str) -> Array:
        """(D,), or (1,) the mean."""
        return beta(mean, concentration, self.draws, self.seed, *name) if self.draws else np.array([mean])

    def likelihoods(self, expected: Mapping[str, tuple[Array, Places]]) -> Likelihoods:
        """What is expected of implications, with how reports on them are made."""
        implications, assumed = self.vocabulary.implications, self.vocabulary.assumptions
        return Likelihoods(
            clusters={name: implications[name].cluster for name in expected},
            expected={name: rows for name, (rows, _) in expected.items()},
            places={name: places for name, (_, places) in expected.items()},
            reliability=self._reliability(),
            coders=self._readers(),
            slanted=assumed.slanted,
            rho=assumed.rho,
        )

    def _reliability(self) -> dict[tuple[str, str], Array]:
        return {
            key: np.array([self.of(row.affirms_false, "x=0", *key), self.of(row.affirms_true, "x=1", *key)])
            for key, row in self.vocabulary.reliability.items()
        }

    def _readers(self) -> dict[str, Array]:
        """Each coder's Beta(1, 1) updated by what was counted; for any other, what is assumed."""
        assumed = self.vocabulary.assumptions
        means = (assumed.coder_affirms_false, assumed.coder_affirms_true)
        anyone = np.array([self.value(mean, assumed.concentration, f"coder z={z}") for z, mean in enumerate(means)])
        return {"": anyone, **{name: self._reader(name, coder) for name, coder in self.coders.items()}}

    def _reader(self, name: str, coder: Coder) -> Array:
        counted = ((coder.false_alarm, coder.wrong + coder.rest), (coder.sensitivity, coder.right + coder.missed))
        return np.array([self.value(mean, of + 2, f"coder z={z}", name) for z, (mean, of) in enumerate(counted)])
