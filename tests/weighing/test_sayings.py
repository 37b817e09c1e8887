"""What is said of change, of what is left out and of tests: never more than the reports bear."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations
from pathlib import Path

import pytest
from support.weighed import case

from timbang.findings.finding import Finding
from timbang.inference.theoryfile import vocabulary
from timbang.run import weighed

RUS = "conduct/conduct-usa/rus/2001-2010"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Finding]:
    return {f.id: f for f in weighed(case(tmp_path_factory.mktemp("sayings")))}


def test_persistence_alone_is_not_told_as_a_change(found: Mapping[str, Finding]) -> None:
    silent = found["pattern/conduct-usa/kaz/2001-2010"]
    for change in silent.detail["changes"]:
        assert change["before"] == pytest.approx(change["persistence"] ** 9)  # nine steps between ten years
        assert change["none"] == pytest.approx(change["before"])
        assert sum(change["years_before"].values()) + change["before"] == pytest.approx(1)
    assert silent.verdict == "unknown" and "39%" in silent.statement.en  # .9 ** 9 is .387


def test_everything_left_out_is_set_against_the_same_mean(found: Mapping[str, Finding]) -> None:
    left = {(one["what"], one["name"]): one["values"] for one in found[RUS].detail["left_out"]}
    same = left["origin", "kremlin"], left["implication", "says-state-threat"]  # one item is all of both
    for mechanism in found[RUS].detail["order"]:
        assert same[0][mechanism] == pytest.approx(same[1][mechanism], abs=0.03)


def test_a_test_is_for_the_mechanism_that_makes_it_likelier(found: Mapping[str, Finding]) -> None:
    theories = vocabulary().theories
    for test in found[RUS].detail["tests"]:
        one, other = (theories[test[side]].expects.get(test["implication"]) for side in ("for", "against"))
        assert one is None or other is None or one.mean >= other.mean


def test_every_pair_of_rivals_has_its_tests(found: Mapping[str, Finding]) -> None:
    """Of the stated .95, .75, .5, .25 and .1 by hand: 10 log10 of a ratio of at least 6.3 makes a test strong."""
    detail, theories, implications = found[RUS].detail, vocabulary().theories, vocabulary().implications
    assert detail["pair_tests"] == found["conduct/conduct-usa/kaz/2001-2010"].detail["pair_tests"]
    told = {(one["for"], one["against"], name): kind
            for one in detail["pair_tests"] for kind, names in one["classes"].items() for name in names}  # fmt: skip
    assert {pair[:2] for pair in told} >= {("external-balancing", "distancing"), ("distancing", "internal-balancing")}
    for one, other in permutations(detail["mechanisms"], 2):
        for name in {*theories[one].expects, *theories[other].expects}:
            said = [theories[m].expects.get(name, implications[name].baseline).mean for m in (one, other)]
            seen, unseen = said[0] / said[1] >= 10**0.8, (1 - said[1]) / (1 - said[0]) >= 10**0.8
            kinds = {(True, True): "doubly-decisive", (True, False): "smoking-gun", (False, True): "hoop"}
            assert told.get((one, other, name)) == kinds.get((seen, unseen)), (one, other, name)
    leading = {(t["for"], t["against"], t["implication"]): t["class"] for t in detail["tests"]}
    assert {key: kind for key, kind in leading.items() if kind != "straw-in-the-wind"}.items() <= told.items()


def test_a_period_leads_only_above_the_floor(found: Mapping[str, Finding]) -> None:
    assert len(found[RUS].detail["period_leads"]) == len(found[RUS].detail["periods"])
    assert found["conduct/conduct-usa/kaz/2001-2010"].detail["period_leads"] == ["unknown", "unknown"]
    assert found[RUS].detail["period_leads"] == ["unknown", "unknown"]  # of four origins, each period hears two


def period_told(folder: Path, *reports: tuple[str, str, int, str, str]) -> tuple[int, str]:
    """How many origins speak of 2004-2010, and who leads then; a report: origin, who says it, year, what, target."""
    rows = "".join(
        f"{n},{what},RUS,{target},{year},,affirmed,,,{says},none,{origin},two,p. 2,It is so.,me\n"
        for n, (origin, says, year, what, target) in enumerate(reports)
    )
    [one] = [f for f in weighed(case(folder, rows), units=["RUS"]) if "by_year" in f.detail]
    return one.detail["periods"][1]["origins"], one.detail["period_leads"][1]


def test_a_period_is_told_by_what_is_heard_in_it(tmp_path: Path) -> None:
    pact, loose, leads = ("allies-against", "USA"), ("raises-military-effort", ""), "external-balancing"
    late = [(origin, "press", 2005, *pact) for origin in "abc"]
    early = [(origin, "press", 2003, *pact) for origin in "abc"]
    assert period_told(tmp_path / "late", *late) == (3, leads)
    assert period_told(tmp_path / "early", *early) == (0, "unknown")  # persistence alone tells nothing
    assert period_told(tmp_path / "two", *early, *late[:2]) == (2, "unknown")
    offices = [(origin, "RUS", 2005, *pact) for origin in "abc"]
    assert period_told(tmp_path / "offices", *early, *offices) == (3, "unknown")
    unaimed = [(origin, "press", 2005, *loose) for origin in "def"]
    assert period_told(tmp_path / "unaimed", *early, *unaimed) == (3, "unknown")


def test_nothing_leads_where_nothing_is_heard(tmp_path: Path) -> None:
    [silent] = [f for f in weighed(case(tmp_path, ""), units=["RUS"]) if f.kind == "conduct"]
    assert "Highest so far" not in silent.statement.en and "Tertinggi" not in silent.statement.id


def test_a_type_is_not_told_while_a_value_is_left_open(tmp_path: Path) -> None:
    rows = "".join(
        f"q{n},pays-to-keep-order,RUS,,200{n},,affirmed,,,press,none,paper-{n},one,p. 1,It bears the cost.,me\n"
        for n in range(1, 6)
    )
    search = "r,revises-territory,RUS,,2003,,not_found,one page,0.1,,none,search,two,p. 1,None was found.,me\n"
    [of] = [f for f in weighed(case(tmp_path, rows + search)) if f.id == "type/types/rus/2001-2010"]
    assert of.detail["status_quo"]["low"] > 0.3 and of.detail["revision"]["high"] - of.detail["revision"]["low"] > 0.8
    assert of.verdict == "unknown" and "leave the value of revision open" in of.statement.en
