"""Agreement: what a unit is, what is left out, what is refused, what is to be settled."""

from dataclasses import replace

import pytest
from support.codings import coding, reading

from timbang.errors import TimbangError, UsageError
from timbang.evidence.agreement import INTERCODER, MIXED, agreement
from timbang.evidence.codebook import open_codebook
from timbang.evidence.settling import settle, settled
from timbang.model.codings import Coding, Edition, Pass

PASSAGES = {"d1": [f"p{n}" for n in range(1, 11)]}
CODES = ["sovereignty", "leadership"]


def two(*others: Coding) -> list[Coding]:
    """Ana and Budi agree on p1 and p2, differ on p3; eight passages are left, seven coded by nobody."""
    mine = [coding("Ana", "p1"), coding("Ana", "p2", "leadership"), coding("Ana", "p3")]
    return [*mine, coding("Budi", "p1"), coding("Budi", "p2", "leadership"), *others]


BOTH = [reading("Ana"), reading("Budi")]


def test_text_that_nobody_coded_brings_no_reward() -> None:
    found = agreement(two(), BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20)
    assert (found.units, found.left_out) == (3, 7)
    longer = {"d1": [*PASSAGES["d1"], *(f"q{n}" for n in range(1000))]}
    again = agreement(two(), BOTH, longer, ["Ana", "Budi"], CODES, draws=20)
    assert again.overall == found.overall and again.codes == found.codes and again.left_out == 1007


def test_worked_by_hand() -> None:
    found = agreement(two(), BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20)
    # Sovereignty: affirmed both, absent both, affirmed and absent. n = 6, three of each: 1 - (2/6) / (18/30).
    assert found.codes["sovereignty"].alpha.value == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert found.codes["leadership"].alpha.value == 1
    assert found.codes["sovereignty"].cohen is not None and found.called == INTERCODER


def test_a_coder_who_has_not_read_a_passage_is_missing_not_absent() -> None:
    some = [reading("Ana"), reading("Budi", ("p1", "p2"))]
    found = agreement(two(), some, PASSAGES, ["Ana", "Budi"], CODES, draws=20)
    assert (found.units, found.left_out, found.disagreements) == (2, 0, ())


def test_denied_is_not_affirmed() -> None:
    codings = [coding("Ana", "p1"), coding("Budi", "p1", negated=True)]
    found = agreement(codings, BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20)
    assert [d.said for d in found.disagreements] == [{"Ana": "affirmed", "Budi": "denied"}]


def as_program(each: Coding | Pass, version: str, coder: str) -> Coding | Pass:
    return replace(each, by="program", program=f"timbang 0, lexical {version}", coder=coder)


def test_two_passes_of_one_program_are_one_coder() -> None:
    with pytest.raises(UsageError, match="at least two different coders"):
        agreement(two(), BOTH, PASSAGES, ["Ana", "Ana"], CODES)
    passes = [as_program(reading(), "1", "first"), as_program(reading(), "2", "second")]
    with pytest.raises(UsageError, match="passes of one program"):
        agreement([], [p for p in passes if isinstance(p, Pass)], PASSAGES, ["first", "second"], CODES)


def test_a_person_and_a_program_are_not_called_intercoder_reliability() -> None:
    program = as_program(coding("lexical", "p3"), "1", "lexical")
    assert isinstance(program, Coding)
    found = agreement([*two(), program], BOTH, PASSAGES, ["Ana", "lexical"], CODES, draws=20)
    assert found.called == MIXED and "not intercoder reliability" in found.called.en


def test_different_editions_are_refused() -> None:
    other = coding("Budi", "p3", codebook=Edition("balancing", "2", "1" * 16))
    with pytest.raises(TimbangError, match="different codebooks"):
        agreement(two(other), BOTH, PASSAGES, ["Ana", "Budi"], CODES)


def test_settling_keeps_both_originals() -> None:
    codings = two(coding("Budi", "p3", negated=True))
    (differ,) = agreement(codings, BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20).disagreements
    assert differ.passage == "p3" and len(differ.codings) == 2
    book = open_codebook("balancing")
    decision = settle(differ, codings, "denied", "Citra", book, "timbang 0, terminal 1")
    assert decision.negated and decision.coder == "Citra" and set(decision.settles) == set(differ.codings)
    everything = [*codings, decision]
    assert len(everything) == len(codings) + 1  # the originals are still there
    holds = settled(everything)
    assert decision in holds and not {c.id for c in holds} & set(differ.codings) and len(holds) == 5
    none = settle(differ, codings, "absent", "Citra", book, "timbang 0, terminal 1")
    assert none.code == "" and len(settled([*codings, none])) == 4
    # A settlement does not count as a coder's own reading.
    after = agreement(everything, BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20)
    assert len(after.disagreements) == 1


def test_settling_asks_for_a_known_word_and_known_codings() -> None:
    codings = two()
    (differ,) = agreement(codings, BOTH, PASSAGES, ["Ana", "Budi"], CODES, draws=20).disagreements
    with pytest.raises(UsageError, match="affirmed, denied or absent"):
        settle(differ, codings, "maybe", "Citra", open_codebook("balancing"), "")
    with pytest.raises(UsageError, match="not in the ledger"):
        settle(differ, [], "denied", "Citra", open_codebook("balancing"), "")
