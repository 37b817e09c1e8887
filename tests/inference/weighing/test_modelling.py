"""From a vocabulary to arrays."""

from dataclasses import replace

import numpy as np
import pytest
from support.weighing_models import item

from timbang.inference.reliability import Reliability as Coder
from timbang.inference.theory import (
    JUDGEMENT,
    Assumptions,
    Implication,
    Likelihood,
    Marker,
    Region,
    Reliability,
    Theory,
    Typology,
    Vocabulary,
)
from timbang.inference.weighing.modelling import model_of, plane_of, reports_of
from timbang.inference.weighing.spaces import singles
from timbang.inference.weighing.weigh import weigh
from timbang.text import Text

SAME = Text(en="so", id="begitu")


def likely(mean, concentration=20.0):
    return Likelihood(words="", mean=mean, concentration=concentration, reason=SAME, citation=JUDGEMENT)


def implication(name, cluster, baseline):
    return Implication(name=name, label=SAME, definition=SAME, form="does", cluster=cluster, baseline=likely(baseline))


def theory(name, **expects):
    return Theory(
        name=name, label=SAME, question="motive", claim=SAME, targets=("none",), conditions=(), references={},
        expects={key: likely(mean) for key, mean in expects.items()},
    )  # fmt: skip


PLANE = Typology(
    name="plane", label=SAME, claim=SAME, references={},
    revision={"a": Marker(implication="a", at_zero=likely(0.1), at_one=likely(0.9))},
    status_quo={"b": Marker(implication="b", at_zero=likely(0.2), at_one=likely(0.7))},
    types=(Region(name="up", label=SAME, surplus=(0.1, 1.0)),),
)  # fmt: skip
ASSUMED = Assumptions(
    prior=0.4, persistence=0.9, persistences=(0.8,), slanted=0.2, rho=0.5, concentration=20, drift=0.1,
    coder_affirms_true=0.9, coder_affirms_false=0.05, coder_passages=20, origins=3, warning=20, draws=300,
)  # fmt: skip
VOCABULARY = Vocabulary(
    scale={},
    implications={i.name: i for i in (implication("a", "one", 0.25), implication("b", "two", 0.5))},
    theories={t.name: t for t in (theory("p", a=0.9), theory("q", a=0.5, b=0.1), theory("r", b=0.9))},
    typologies={"plane": PLANE},
    reliability={
        ("does", "none"): Reliability(form="does", interest="none", affirms_true=likely(0.9), affirms_false=likely(0.1))
    },
    assumptions=ASSUMED,
)


def test_means_are_the_stated_likelihoods():
    of = model_of(VOCABULARY, ("p", "q"))
    alone = singles(of.space.sets)
    rows = {name: of.means.expected[name][of.means.places[name]][alone, 0] for name in "ab"}
    assert rows["a"] == pytest.approx([0.25, 0.9, 0.5])
    assert rows["b"] == pytest.approx([0.5, 0.5, 0.1])
    assert of.means.reliability["does", "none"][:, 0].tolist() == [0.1, 0.9]
    assert of.means.coders[""][:, 0].tolist() == [0.05, 0.9]
    assert (of.means.slanted, of.means.rho, of.origins, of.space.persistence) == (0.2, 0.5, 3, 0.9)
    assert of.stated == {("", "a"): 0.25, ("", "b"): 0.5, ("p", "a"): 0.9, ("q", "a"): 0.5, ("q", "b"): 0.1}


def test_draws_are_the_same_whatever_the_question():
    one, two = model_of(VOCABULARY, ("p", "q")), model_of(VOCABULARY, ("r", "q"))

    def of_q(model, k):
        return model.drawn.expected["b"][model.drawn.places["b"]][singles(model.space.sets)[k]]

    np.testing.assert_array_equal(of_q(one, 2), of_q(two, 2))
    assert of_q(one, 2).shape == (300,)
    np.testing.assert_array_equal(one.drawn.coders[""], two.drawn.coders[""])


def test_a_coder_that_was_tried_reads_as_it_did():
    tried = Coder(right=18, wrong=1, missed=2, rest=30)
    of = model_of(VOCABULARY, ("p",), coders={"ann": tried}, draws=50)
    assert of.means.coders["ann"][:, 0] == pytest.approx([2 / 33, 19 / 22])
    assert of.drawn.coders["ann"].shape == (2, 50)
    assert reports_of(VOCABULARY).coders[""][:, 0].tolist() == [0.05, 0.9]


def test_a_question_is_weighed_with_it():
    found = weigh(model_of(VOCABULARY, ("p", "r"), exclusive=True), [item("a", 2001)], (2001, 2002))
    assert found.mean[0, 0] > found.prior[0, 0] > found.mean[0, 1]
    assert (found.low < found.mean).all() and (found.mean < found.high).all()
    assert 1 < found.effective <= 300


def test_a_plane():
    of = plane_of(VOCABULARY, "plane", draws=40)
    assert of.revision.expected["a"].shape == (41, 40)
    assert set(of.status_quo.expected) == {"b"}
    assert (of.drift, of.origins) == (0.1, 3)
    sharp = replace(VOCABULARY, typologies={"plane": replace(PLANE, revision={
        "a": Marker(implication="a", at_zero=likely(0.1, 1e9), at_one=likely(0.9, 1e9))})})  # fmt: skip
    assert plane_of(sharp, "plane", draws=3).revision.expected["a"][[0, 20, 40], 0] == pytest.approx(
        [0.1, 0.5, 0.9], abs=1e-3
    )


def test_unknown_names_are_refused():
    with pytest.raises(KeyError):
        model_of(VOCABULARY, ("nobody",))
    with pytest.raises(KeyError):
        plane_of(VOCABULARY, "nobody")
