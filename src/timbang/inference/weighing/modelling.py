"""From the vocabulary to what is weighed: rival mechanisms, or a typology's plane. Drawn once for every unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from timbang.inference.reliability import Reliability as Coder
from timbang.inference.theory import Marker, Vocabulary
from timbang.inference.weighing.drawn import SEED, Drawn
from timbang.inference.weighing.expectations import expected
from timbang.inference.weighing.records import Array, Flags, Likelihoods, Model, Places
from timbang.inference.weighing.spaces import space
from timbang.inference.weighing.typology import Plane
from timbang.inference.weighing.values import GRID, graded


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

    `coders`: how each coder did where it was tried; any other has the assumed reliability. `draws`: how many, if not
    what is assumed. The same seed gives the same draws whatever the question.
    KeyError: no such mechanism. ValueError: none, or more than can be weighed together (`spaces.MOST`).
    """
    assumed = vocabulary.assumptions
    of = space(len(mechanisms), assumed.prior, assumed.persistence, exclusive=exclusive)
    many, means = (Drawn(vocabulary, coders or {}, n, seed) for n in (assumed.draws if draws is None else draws, 0))
    return Model(
        mechanisms=tuple(mechanisms),
        drawn=_mechanisms(many, of.sets, mechanisms),
        means=_mechanisms(means, of.sets, mechanisms),
        space=of,
        stated=_stated(vocabulary, mechanisms),
        forms={name: implication.form for name, implication in vocabulary.implications.items()},
        origins=assumed.origins,
    )


def plane_of(
    vocabulary: Vocabulary,
    typology: str,
    *,
    coders: Mapping[str, Coder] | None = None,
    draws: int | None = None,
    seed: int = SEED,
) -> Plane:
    """The plane of a typology of the vocabulary; the rest as for mechanisms. KeyError: none such."""
    assumed, of = vocabulary.assumptions, vocabulary.typologies[typology]
    many = Drawn(vocabulary, coders or {}, assumed.draws if draws is None else draws, seed)
    return Plane(
        revision=_markers(many, "revision", typology, of.revision),
        status_quo=_markers(many, "status quo", typology, of.status_quo),
        types=of.types,
        drift=assumed.drift,
        origins=assumed.origins,
    )


def reports_of(vocabulary: Vocabulary, coders: Mapping[str, Coder] | None = None) -> Likelihoods:
    """How reports are made, at the stated means; of no mechanism, so that nothing is expected."""
    return Drawn(vocabulary, coders or {}, 0, SEED).likelihoods({})


def _mechanisms(drawn: Drawn, sets: Flags, names: Sequence[str]) -> Likelihoods:
    found = {name: expected(sets, *_of_implication(drawn, names, name)) for name in drawn.vocabulary.implications}
    return drawn.likelihoods(found)


def _of_implication(drawn: Drawn, names: Sequence[str], implication: str) -> tuple[Array, Array]:
    baseline = drawn.of(drawn.vocabulary.implications[implication].baseline, "baseline", implication)
    theories = [drawn.vocabulary.theories[name] for name in names]
    theta = [
        drawn.of(theory.expects[implication], "theory", theory.name, implication)
        if implication in theory.expects
        else np.full_like(baseline, np.nan)
        for theory in theories
    ]
    return np.array(theta), baseline


def _markers(drawn: Drawn, value: str, typology: str, markers: Mapping[str, Marker]) -> Likelihoods:
    everywhere: Places = np.arange(len(GRID))
    ends = {
        name: (drawn.of(m.at_zero, value, typology, name, "0"), drawn.of(m.at_one, value, typology, name, "1"))
        for name, m in markers.items()
    }
    return drawn.likelihoods({name: (graded(zero, one), everywhere) for name, (zero, one) in ends.items()})


def _stated(vocabulary: Vocabulary, mechanisms: Sequence[str]) -> dict[tuple[str, str], float]:
    found = {("", name): implication.baseline.mean for name, implication in vocabulary.implications.items()}
    theories = [vocabulary.theories[name] for name in mechanisms]
    return found | {(t.name, name): likelihood.mean for t in theories for name, likelihood in t.expects.items()}
