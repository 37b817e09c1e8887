"""Codings of passages are weighed as the same observation made by hand; what is not weighed is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from support.coded import LISTED, SHA, SPEECH, coded_case, reads, said
from support.codings import balancing
from support.weighed import QUESTIONS, ROWS, case

from timbang.casefile import check_case, open_case
from timbang.evidence.agreement import Disagreement
from timbang.evidence.settling import settle
from timbang.findings.finding import Finding
from timbang.model import Case
from timbang.model.codings import Coding, Edition
from timbang.run import weighed

ID = "conduct/conduct-usa/rus/2001-2010"
OTHERS = "".join(ROWS.splitlines(keepends=True)[1:])
BY_HAND = OTHERS + "a,says-state-threat,RUS,USA,2003,,{seen},,,RUS president,self,,one,p. 1,It is a danger.,Ana\n"
ASKED = QUESTIONS.replace("implication: allies-against\n    targets: [USA]", "implication: says-state-threat")
DANGER = "threat-state"


def conduct(of: Case) -> Finding:
    return next(f for f in weighed(of, units=["RUS"]) if f.id == ID)


def read(of: Case) -> list[tuple[str, str, str, str, str]]:
    return [(r.implication, r.unit, r.target, r.seen, r.coder) for r in of.coded.readings]


def told(of: Case) -> str:
    """What is not weighed; the check and the weighing say the same."""
    texts = [one.what.en for one in of.coded.unweighed]
    remarks = [problem.what for problem in check_case(of.folder) if problem.level == "notice"]
    assert [text for text in texts if text not in remarks] == []
    return "; ".join(texts)


@pytest.mark.parametrize(("negated", "seen"), [(False, "affirmed"), (True, "denied")])
def test_a_coded_document_weighs_as_the_same_row_made_by_hand(tmp_path: Path, negated: bool, seen: str) -> None:
    coded = conduct(coded_case(tmp_path / "a", [said(DANGER, negated=negated)], rows=OTHERS))
    by_hand = conduct(case(tmp_path / "b", BY_HAND.format(seen=seen)))
    assert coded.value == by_hand.value and coded.detail["origins"] == by_hand.detail["origins"]
    without = conduct(coded_case(tmp_path / "c", [], rows=OTHERS))
    assert coded.value != without.value


def test_an_implication_attested_by_one_coding_by_hand(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER)], questions_yml=ASKED)
    value = next(f for f in weighed(of) if f.id == "motive/asked-pact/rus/2001-2010").value["estimate"]
    # Baseline .1; the state's own text affirms .95 and .05; the coder reads .9 and .05: .8575 and .0925. Slanted (.2)
    # it tells nothing, .475: .781 and .169. Odds 1/9 * .781/.169.
    assert value == pytest.approx(0.781 / (0.781 + 9 * 0.169))


def test_passages_that_say_the_same_are_one_item_and_counted(tmp_path: Path) -> None:
    last = said(DANGER, 4)
    of = coded_case(tmp_path, [last, said(DANGER), said(DANGER, 1, start=4, end=17)], rows=OTHERS)
    [one] = of.coded.readings
    assert (one.passages, one.locator, one.words) == (3, "p. 1, passage p0001", SPEECH[0])
    [item] = [item for item in conduct(of).detail["items"] if item["reference"].startswith("codings:")]
    assert item["words"]["en"] == f"“{SPEECH[0]}” (and in 2 more places of the document)"
    assert item["words"]["id"] == f"“{SPEECH[0]}” (dan di 2 tempat lain dalam dokumen)"


def test_an_item_leads_back_to_its_passage(tmp_path: Path) -> None:
    rows = conduct(coded_case(tmp_path, [said(DANGER)], rows=OTHERS)).evidence
    [found] = [row for row in rows if row.file == "codings.jsonl"]
    assert (found.id, found.source, found.locator) == (f"coding-{said(DANGER).id}", "one", "p. 1, passage p0001")


def test_two_coders_are_two_readings_of_one_report(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER), said(DANGER, coder="Budi")], questions_yml=ASKED)
    assert [reading.coder for reading in of.coded.readings] == ["Ana", "Budi"]
    point = next(f for f in weighed(of) if f.id == "motive/asked-pact/rus/2001-2010")
    # Both read .9 and .05 of one z: .81 and .0025. So .769625 and .042875; slanted .40625: .69695 and .11555.
    assert point.value["estimate"] == pytest.approx(0.69695 / (0.69695 + 9 * 0.11555))


def settled(holds: str, codings: list[Coding]) -> Coding:
    issue = Disagreement(SHA, "p0001", DANGER, {}, tuple(one.id for one in codings))
    return settle(issue, codings, holds, "Citra", balancing(), "timbang 0, settling 1")


def test_what_people_differ_on_waits_until_it_is_settled(tmp_path: Path) -> None:
    yes, no, other = said(DANGER), said(DANGER, coder="Budi", negated=True), said(DANGER, 4)
    of = coded_case(tmp_path / "open", [yes, no, other], [reads("Budi", 4)])
    assert of.coded.readings == () and "people differ, passage by passage, were not weighed: 2" in told(of)
    one = coded_case(tmp_path / "settled", [yes, no, settled("denied", [yes, no])])
    assert read(one) == [("says-state-threat", "RUS", "USA", "denied", "Citra")] and told(one) == ""
    none = coded_case(tmp_path / "absent", [yes, no, settled("absent", [yes, no])])
    assert none.coded.readings == () and told(none) == ""


def test_a_later_settlement_replaces_an_earlier_one(tmp_path: Path) -> None:
    both = [said(DANGER), said(DANGER, coder="Budi", negated=True)]
    of = coded_case(tmp_path, [*both, settled("denied", both), settled("affirmed", both)])
    assert [reading.seen for reading in of.coded.readings] == ["affirmed"]


@pytest.mark.parametrize("last", ["Ana", "Eka"])
def test_who_contradicts_a_settlement_is_not_weighed_whoever_codes_last(tmp_path: Path, last: str) -> None:
    first = [said(DANGER, coder="Dewi"), said(DANGER, coder="Budi", negated=True)]
    later = [said(DANGER), said(DANGER, coder="Eka", negated=True)]
    later.sort(key=lambda one: one.coder == last)
    of = coded_case(tmp_path, [*first, settled("affirmed", first), *later])
    assert read(of) == [("says-state-threat", "RUS", "USA", "affirmed", "Citra")]
    assert "people differ, passage by passage, were not weighed: 1" in told(of)


def program(code: str, passage: int = 1, **other: object) -> Coding:
    return said(code, passage, "lexical", **({"by": "program", "program": "timbang 0, lexical 1"} | other))


def test_a_program_is_weighed_only_as_a_person_confirms_it(tmp_path: Path) -> None:
    alone = coded_case(tmp_path / "a", [program(DANGER), program(DANGER, 4)])
    assert alone.coded.readings == () and "programs that nobody confirmed were not weighed: 2" in told(alone)
    confirmed = coded_case(tmp_path / "b", [program(DANGER), program(DANGER, 4), said(DANGER)])
    assert read(confirmed) == [("says-state-threat", "RUS", "USA", "affirmed", "Ana")]
    assert "nobody confirmed were not weighed: 1" in told(confirmed)


def test_a_program_tried_on_twenty_passages_is_weighed_with_its_own_figures(tmp_path: Path) -> None:
    passages = [f"p{n:04}" for n in range(1, 21)]
    people = [replace(said(DANGER), passage=name) for name in passages]
    machine = [replace(program(DANGER), passage=name) for name in passages]
    of = coded_case(tmp_path / "a", [*people, *machine])
    tried = of.coded.tried["lexical"]
    # Each of 20 passages: right on the one code, rightly silent on the 15 others.
    assert (tried.right, tried.wrong, tried.missed, tried.rest) == (20, 0, 0, 300) and "Ana" not in of.coded.tried
    assert {reading.coder for reading in of.coded.readings} == {"Ana", "lexical"}
    few = coded_case(tmp_path / "b", [*people[1:], *machine[1:]])
    assert few.coded.tried == {} and {reading.coder for reading in few.coded.readings} <= {"Ana"}
    open_one = coded_case(tmp_path / "c", [*people, *machine, program("economic-gain", 1)])
    assert open_one.coded.tried == {}  # nobody has settled whether the program is wrong there


def test_a_program_s_denials_wait_for_a_person_however_it_was_tried(tmp_path: Path) -> None:
    passages = [f"p{n:04}" for n in range(1, 21)]
    coded = [replace(one(DANGER), passage=name) for name in passages for one in (said, program)]
    denial = replace(program("economic-gain"), negated=True)
    of = coded_case(tmp_path, [*coded, denial])
    assert "lexical" in of.coded.tried and "denied" not in {reading.seen for reading in of.coded.readings}
    assert "nobody confirmed were not weighed: 1" in told(of)


def test_a_document_goes_back_to_the_origin_that_it_names(tmp_path: Path) -> None:
    listed = LISTED.replace("interest\n", "interest,origin\n").replace("2003-05,\n", "2003-05,,kremlin\n")
    origins = conduct(coded_case(tmp_path / "a", [said(DANGER)], rows=OTHERS, listed=listed)).detail["origins"]
    assert set(origins) == {"kremlin", "agency", "institute", "search"}  # its source, "one", is no origin of its own


@pytest.mark.parametrize(("lacks", "why"), [("2003-05", "when it dates from"), ("RUS president", "whose voice it is")])
def test_a_document_without_date_or_voice_is_named(tmp_path: Path, lacks: str, why: str) -> None:
    of = coded_case(tmp_path, [said(DANGER)], listed=LISTED.replace(lacks, ""))
    assert of.coded.readings == () and why in told(of)
    [remark] = [problem for problem in check_case(of.folder) if why in problem.what]
    assert (remark.file, remark.line, remark.value) == ("documents.csv", 2, "Speech") and remark.todo


def test_codings_of_another_edition_are_told(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER, codebook=Edition("balancing", "0", "f" * 16))])
    assert of.coded.readings == ()
    assert "codebook balancing 0 (ffffffffffffffff), which is not at hand, were not weighed: 1" in told(of)


def test_units_and_targets(tmp_path: Path) -> None:
    codings = [
        said("institution-building", kind="does"), said("threat-nonstate", 2), said("satisfaction-order", 2),
        said(DANGER, 2), said("leadership", 3), said("democratization-pressure", 1),
    ]  # fmt: skip
    assert set(read(coded_case(tmp_path, codings))) == {
        ("builds-institutions", "TST", "", "affirmed", "Ana"),
        ("says-common-nonstate-threat", "RUS", "non-state", "affirmed", "Ana"),
        ("says-satisfied-with-order", "RUS", "", "affirmed", "Ana"),
        ("says-state-threat", "RUS", "", "affirmed", "Ana"),  # the sentence names no state
        ("says-leadership", "RUS", "USA", "affirmed", "Ana"),  # Russia is named too, but it speaks
        ("says-democratization-pressure", "RUS", "USA", "affirmed", "Ana"),  # an outside power of the case
    }


def test_a_quotation_counts_for_its_speaker_if_that_is_a_state(tmp_path: Path) -> None:
    quoted = {"quoted": True, "start": 4}
    of = coded_case(
        tmp_path, [said(DANGER, speaker="Kazakhstan", **quoted), said(DANGER, 4, speaker="Somebody", quoted=True),
                   said(DANGER, 2, quoted=True)],
    )  # fmt: skip
    [one] = of.coded.readings
    assert (one.unit, one.target, one.interest) == ("KAZ", "USA", "self")
    assert "no state or organization by name were not weighed: 1" in told(of)
    assert "somebody who is not named were not weighed: 1" in told(of)


def test_a_person_named_in_says_speaks_with_the_voice_of_the_document(tmp_path: Path) -> None:
    listed = LISTED.replace("RUS president", "RUS president (Vladimir Putin)")
    [one] = coded_case(tmp_path, [said(DANGER, speaker="Putin")], listed=listed).coded.readings
    assert (one.unit, one.interest, one.year, one.until) == ("RUS", "self", 2003, 2003)


def test_the_press_is_no_state_but_tells_of_the_organization(tmp_path: Path) -> None:
    listed = LISTED.replace("RUS president", "press")
    of = coded_case(tmp_path, [said(DANGER), said("institution-building")], listed=listed)
    [one] = of.coded.readings
    assert (one.unit, one.interest, one.speaker) == ("TST", "none", "")
    assert "no state's or organization's, were not weighed: 1" in told(of)


def test_codings_that_fit_no_text_or_no_document_are_told(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER, passage=1, end=5000), said(DANGER, document="0" * 64)])
    assert of.coded.readings == ()
    assert "not in the document's text were not weighed: 1" in told(of)
    assert "documents.csv does not list were not weighed: 1" in told(of)


def test_a_file_without_the_new_columns_is_still_a_case(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER)], listed=f"sha256,title,source,language,licence,path\n{SHA},S,one,en,,\n")
    assert of.coded.readings == () and "whose voice it is: 1" in told(of) and "dates from: 1" in told(of)


def test_a_ledger_from_a_stranger_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    of = coded_case(tmp_path, [said(DANGER), said("no-such-code")])
    ledger = of.folder / "codings.jsonl"
    half = ledger.read_bytes().splitlines(keepends=True)[0].replace(b'"Ana"', b'"\\ud800"')
    ledger.write_bytes(ledger.read_bytes() + half + b"[" * 100_000 + b"\n\xff\n{}\n")
    again = open_case(of.folder)
    assert "ledger that cannot be read were not weighed: 4" in told(again)
    assert "bear on no implication of the vocabulary were not weighed: 1" in told(again)
    assert [reading.coder for reading in again.coded.readings] == ["Ana"]
