"""A model of rival mechanisms from the vocabulary: likelihoods drawn once, the same for every unit and year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timbang.inference.reliability import Reliability as Coder
from timbang.inference.theory import Likelihood, Vocabulary
from timbang.inference.weighing.drawing import beta
from timbang.inference.weighing.expectations import expected
from timbang.inference.weighing.records import Array, Flags, Likelihoods, Model, Places
from timbang.inference.weighing.spaces import space

SEED = 20010615  # the day the Shanghai Cooperation Organization was declared


def model_of(
    vocabulary: Vocabulary,
    mechanisms: Sequence[str],
    *,
    coders: Mapping[str, Coder] | None = None,
    exclusive: bool = False,
    draws: int | None = None,
    seed: int = SEED,
) -> Model:
    """The model of a question whose rivals are `mechanisms`, names of the vocabulary's theories.

    `coders`: how each coder did where it was tried; any other has the assumed reliability. The same seed gives the
    same draws whatever the question. KeyError: no such mechanism. ValueError: more than nine.
    """
    assumed = vocabulary.assumptions
    of = space(len(mechanisms), assumed.prior, assumed.persistence, exclusive=exclusive)
    drawn = _Draws(vocabulary, coders or {}, assumed.draws if draws is None else draws, seed)
    means = _Draws(vocabulary, coders or {}, 0, seed)
    return Model(
        mechanisms=tuple(mechanisms),
        drawn=drawn.likelihoods(of.sets, mechanisms),
        means=means.likelihoods(of.sets, mechanisms),
        space=of,
        stated=stated(vocabulary, mechanisms),
        forms={name: implication.form for name, implication in vocabulary.implications.items()},
        origins=assumed.origins,
    )


def stated(vocabulary: Vocabulary, mechanisms: Sequence[str]) -> dict[tuple[str, str], float]:
    """The stated means of the baselines, under (""; implication), and of what each mechanism expects."""
    found = {("", name): implication.baseline.mean for name, implication in vocabulary.implications.items()}
    theories = [vocabulary.theories[name] for name in mechanisms]
    return found | {(t.name, name): likelihood.mean for t in theories for name, likelihood in t.expects.items()}


def reports_of(vocabulary: Vocabulary, coders: Mapping[str, Coder] | None = None) -> Likelihoods:
    """How reports are made, at the stated means; of no mechanism, so that nothing is expected."""
    means = _Draws(vocabulary, coders or {}, 0, SEED)
    return Likelihoods(
        clusters={}, expected={}, places={}, reliability=means.reliability(), coders=means.readers(),
        slanted=vocabulary.assumptions.slanted, rho=vocabulary.assumptions.rho,
    )  # fmt: skip


class _Draws:
    """Values of the vocabulary's probabilities: so many draws, or with none the stated means, once."""

    def __init__(self, vocabulary: Vocabulary, coders: Mapping[str, Coder], draws: int, seed: int) -> None:
        self.vocabulary, self.coders, self.draws, self.seed = vocabulary, coders, draws, seed

    def of(self, likelihood: Likelihood, *name: str) -> Array:
        """(D,)."""
        return self.value(likelihood.mean, likelihood.concentration, *name)

    def value(self, mean: float, concentration: float, *name: str) -> Array:
        """(D,), or (1,) the mean."""
        return beta(mean, concentration, self.draws, self.seed, *name) if self.draws else np.array([mean])

    def likelihoods(self, sets: Flags, names: Sequence[str]) -> Likelihoods:
        """What each set of the mechanisms leads one to expect, and how reports are made."""
        found = {name: self._expected(sets, names, name) for name in self.vocabulary.implications}
        assumed = self.vocabulary.assumptions
        return Likelihoods(
            clusters={name: implication.cluster for name, implication in self.vocabulary.implications.items()},
            expected={name: rows for name, (rows, _) in found.items()},
            places={name: places for name, (_, places) in found.items()},
            reliability=self.reliability(),
            coders=self.readers(),
            slanted=assumed.slanted,
            rho=assumed.rho,
        )

    def reliability(self) -> dict[tuple[str, str], Array]:
        """By form and interest, (2, D)."""
        return {
            key: np.array(
                [self.of(r.affirms_false, "affirms false", *key), self.of(r.affirms_true, "affirms true", *key)]
            )
            for key, r in self.vocabulary.reliability.items()
        }

    def readers(self) -> dict[str, Array]:
        """By coder, (2, D): Beta(1, 1) updated by what was counted, or what is assumed of any other coder."""
        assumed, found = self.vocabulary.assumptions, {}
        for x, mean in ((0, assumed.coder_affirms_false), (1, assumed.coder_affirms_true)):
            found["", x] = self.value(mean, assumed.concentration, "coder", "", str(x))
            for name, c in self.coders.items():
                mean, of = (c.sensitivity, c.right + c.missed) if x else (c.false_alarm, c.wrong + c.rest)
                found[name, x] = self.value(mean, of + 2, "coder", name, str(x))
        return {name: np.array([found[name, 0], found[name, 1]]) for name in ("", *self.coders)}

    def _expected(self, sets: Flags, names: Sequence[str], implication: str) -> tuple[Array, Places]:
        baseline = self.of(self.vocabulary.implications[implication].baseline, "baseline", implication)
        silent = np.full_like(baseline, np.nan)
        theories = [self.vocabulary.theories[name] for name in names]
        theta = [
            self.of(t.expects[implication], "theory", t.name, implication) if implication in t.expects else silent
            for t in theories
        ]
        return expected(sets, np.array(theta), baseline)
