"""Reliability of coders, by hand: agreed passages count, settled ones judge, open ones are left out."""

from support.codings import coding, reading

from timbang.coding.reliabilities import measured
from timbang.evidence.agreement import agreement
from timbang.evidence.codebook import open_codebook
from timbang.evidence.settling import settle
from timbang.inference.reliability import Reliability

PASSAGES = {"d1": ["p1", "p2", "p3", "p4"]}
BOTH = [reading("Ana"), reading("Budi")]
MINE = [coding("Ana", "p1"), coding("Budi", "p1"), coding("Ana", "p2")]


def test_what_nobody_has_settled_judges_nobody() -> None:
    # p1 both give it; p3 and p4 neither; p2 only Ana: open.
    found = measured(MINE, BOTH, PASSAGES, ["sovereignty"])
    assert found["Ana"]["sovereignty"] == found["Budi"]["sovereignty"] == Reliability(1, 0, 0, 2)


def test_a_settlement_judges_both() -> None:
    (open_one,) = agreement(MINE, BOTH, PASSAGES, ["Ana", "Budi"], ["sovereignty"], draws=5).disagreements
    book = open_codebook("balancing")
    holds = settle(open_one, MINE, "affirmed", "Citra", book, "timbang 0")
    found = measured([*MINE, holds], BOTH, PASSAGES, ["sovereignty"])
    assert found["Ana"]["sovereignty"] == Reliability(2, 0, 0, 2)
    assert found["Budi"]["sovereignty"] == Reliability(1, 0, 1, 2)
    absent = settle(open_one, MINE, "absent", "Citra", book, "timbang 0")
    assert measured([*MINE, absent], BOTH, PASSAGES, ["sovereignty"])["Ana"]["sovereignty"] == Reliability(1, 1, 0, 2)


def test_posterior_means_under_a_uniform_prior() -> None:
    tried = Reliability(right=3, wrong=1, missed=1, rest=5)
    assert (tried.sensitivity, tried.false_alarm) == (4 / 6, 2 / 8)
    untried = Reliability(0, 0, 0, 0)
    assert untried.sensitivity == untried.false_alarm == 0.5  # the reading weighs nothing
