"""The theories, typologies and assumptions that ship: whole, general, and speaking where they differ."""

import csv
import itertools
import re
from pathlib import Path

import pytest

from timbang.evidence.codebook import open_codebook
from timbang.inference.assumptionsfile import read_assumptions, read_reliability, read_scale
from timbang.inference.theory import JUDGEMENT, Likelihood
from timbang.inference.theoryfile import THEORIES, implications, vocabulary
from timbang.inference.theorynotes import Terms

PACKAGE = THEORIES.parent
FILES = sorted([*THEORIES.glob("*.yml"), *(PACKAGE / "typologies").glob("*.yml")])
KNOWN = vocabulary()
MOTIVES = {
    "balancing-power", "balancing-threat", "bandwagoning-for-profit", "border-confidence", "common-nonstate-threat",
    "economic-gain", "omnibalancing", "regime-security", "status-and-denial",
}  # fmt: skip
CONDUCT = {
    "action-against-armed-groups", "bandwagoning-with-threat", "buck-passing", "contagion", "distancing",
    "external-balancing", "hedging", "internal-balancing", "jackal-bandwagoning", "piling-on", "soft-balancing",
    "tethering", "wave-of-the-future",
}  # fmt: skip


def likelihoods() -> list[tuple[str, Likelihood]]:
    found = [(f"{t.name}/{name}", one) for t in KNOWN.theories.values() for name, one in t.expects.items()]
    found += [(name, one.baseline) for name, one in KNOWN.implications.items()]
    for typology in KNOWN.typologies.values():
        for marker in (*typology.revision.values(), *typology.status_quo.values()):
            found += [(f"{typology.name}/{marker.implication}", end) for end in (marker.at_zero, marker.at_one)]
    return found


def test_every_mechanism_that_the_design_names_is_there() -> None:
    kinds = {name: theory.question for name, theory in KNOWN.theories.items()}
    assert {name for name, kind in kinds.items() if kind == "motive"} == MOTIVES
    assert {name for name, kind in kinds.items() if kind == "conduct"} == CONDUCT
    assert set(KNOWN.typologies) == {"schweller-1994", "schweller-1998"}


def test_every_code_of_the_codebook_bears_on_an_implication_that_is_known() -> None:
    codes = open_codebook("balancing").codes.values()
    assert {code.implication for code in codes} <= set(KNOWN.implications)
    assert {KNOWN.implications[code.implication].form for code in codes if code.aspect == "says"} == {"says"}
    assert {KNOWN.implications[code.implication].form for code in codes if code.aspect == "does"} == {"does"}


def test_what_is_said_bears_says_in_its_name() -> None:
    for name, implication in KNOWN.implications.items():
        assert name.startswith("says-") == (implication.form == "says"), name


def test_every_implication_is_spoken_of() -> None:
    spoken = {name for theory in KNOWN.theories.values() for name in theory.expects}
    spoken |= {name for t in KNOWN.typologies.values() for name in (*t.revision, *t.status_quo)}
    assert set(KNOWN.implications) == spoken


def test_the_scale_is_the_one_that_is_published() -> None:
    assert KNOWN.scale == {
        "almost certain": 0.95, "very likely": 0.90, "likely": 0.75, "even": 0.50, "unlikely": 0.25,
        "very unlikely": 0.10, "almost never": 0.05,
    }  # fmt: skip


def test_every_likelihood_says_why_in_both_languages() -> None:
    for where, likelihood in likelihoods():
        assert len(likelihood.reason.en) > 5 and len(likelihood.reason.id) > 5, where
        assert likelihood.reason.en != likelihood.reason.id, where


def test_no_theory_speaks_where_it_expects_what_is_usual() -> None:
    """Silence is the baseline; to state it again would look like evidence that was weighed."""
    for theory in KNOWN.theories.values():
        for name, likelihood in theory.expects.items():
            assert likelihood.mean != KNOWN.implications[name].baseline.mean, f"{theory.name}/{name}"


def test_rivals_differ_by_a_decisive_implication() -> None:
    """Each pair of motives, and each pair of conducts, has an implication that tells them apart by 4 dB or more."""
    for kind in ("motive", "conduct"):
        rivals = [theory for theory in KNOWN.theories.values() if theory.question == kind]
        for one, other in itertools.combinations(rivals, 2):
            ratios = []
            for name in {*one.expects, *other.expects}:
                usual = KNOWN.implications[name].baseline
                a, b = (t.expects.get(name, usual).mean for t in (one, other))
                ratios.append(max(a / b, b / a))
            assert max(ratios) >= 10**0.4, f"{one.name}, {other.name}"


def test_words_on_terrorism_do_not_tell_a_common_threat_from_regime_security() -> None:
    common, regime = KNOWN.theories["common-nonstate-threat"], KNOWN.theories["regime-security"]
    for name in ("says-framed-terrorism", "says-framed-extremism", "says-framed-separatism"):
        assert common.expects[name].mean == regime.expects[name].mean


def test_every_theory_states_scope_conditions_and_realists_their_premises() -> None:
    premises = {"egoism", "power-as-means", "armed-readiness", "anarchy", "loyalty-ends"}
    for theory in KNOWN.theories.values():
        assert theory.conditions, theory.name
    for name in ("balancing-power", "balancing-threat", "bandwagoning-for-profit"):
        assert premises <= {condition.name for condition in KNOWN.theories[name].conditions}


def test_the_test_of_names_would_see_one() -> None:
    assert {"Chad", "Indonesia", "Amerika Serikat", "RUS"} <= set(states())
    assert {"SCO", "CSTO", "NATO"} <= organizations()


def test_every_reference_has_author_year_and_title() -> None:
    for thing in (*KNOWN.theories.values(), *KNOWN.typologies.values()):
        for key, citation in thing.references.items():
            assert re.match(r"\S.+?\. (19|20)\d\d\. \S", citation), f"{thing.name}: {citation}"
            assert key[-4:] in citation and key[:-4].lower() in citation.lower(), f"{thing.name}: {key}"


def test_what_a_party_says_was_done_to_it_weighs_nothing_by_itself() -> None:
    own = KNOWN.reliability["undergoes", "self"]
    assert own.affirms_true.mean == own.affirms_false.mean
    assert KNOWN.reliability["says", "self"].affirms_true.mean == 0.95  # that it said so is another matter


def test_a_statement_against_interest_weighs_more() -> None:
    """An adversary's denial of the unit's hostile deed, against its charge of one: 5 to 1, and 1.8 to 1."""
    rate = KNOWN.reliability["does", "adversary"]
    denied = (1 - rate.affirms_false.mean) / (1 - rate.affirms_true.mean)
    charged = rate.affirms_true.mean / rate.affirms_false.mean
    assert denied > 2 * charged


def test_types_of_1994_cover_the_plane_once() -> None:
    """Each of 41 by 41 points has exactly one type, but for the lines that two share."""
    regions = KNOWN.typologies["schweller-1994"].types
    for r, s in itertools.product([i / 40 for i in range(41)], repeat=2):
        held = [
            one.name
            for one in regions
            if one.revision[0] <= r <= one.revision[1]
            and one.status_quo[0] <= s <= one.status_quo[1]
            and one.surplus[0] <= r - s <= one.surplus[1]
        ]
        assert held, (r, s)
        assert len(held) == 1 or 0.5 in (r, s) or r == s, (r, s, held)


def test_types_of_1998_are_certain_only_where_a_source_was_read() -> None:
    certain = {one.name for one in KNOWN.typologies["schweller-1998"].types if one.certain}
    assert certain == {"wolf", "owl"}


def states() -> list[str]:
    """Names of states in both languages, aliases, and codes; all of them, as they are written."""
    words: set[str] = set()
    with (PACKAGE / "states.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            words |= {row["name_en"], row["name_id"], row["code"], row["cow_abbrev"]}
    with (PACKAGE / "state_names.csv").open(encoding="utf-8") as file:
        words |= {row["name"] for row in csv.DictReader(file)}
    return sorted(word for word in words if len(word) > 1)


def organizations() -> set[str]:
    """The organizations and states of the cases that ship, and the cases' names."""
    found = {path.parent.name.upper() for path in PACKAGE.glob("cases/*/case.yml")}
    found |= {path.stem.upper() for path in (PACKAGE / "organizations").glob("*.csv")}
    for path in PACKAGE.glob("cases/*/*.csv"):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                found |= {row.get("organization") or "", row.get("framework") or ""}
    return {word for word in found if word} | {"NATO", "Shanghai", "Kremlin", "Andijan", "Tulip"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_names_a_state_an_organization_or_a_case(path: Path) -> None:
    """As whole words, as they are written: `Chad` and not `can`."""
    text = path.read_text(encoding="utf-8")
    named = "|".join(map(re.escape, [*states(), *sorted(organizations())]))
    assert not re.findall(rf"(?<![\w-])(?:{named})(?![\w-])", text)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("value: 0.5", "value: 1.5", "out of range"),
        ("value: 2000", "value: 20.5", "a whole number"),
        ("citation: judgement", "citation: nobody", "not among the references"),
        ("rho:", "roh:", "not known here"),
    ],
)
def test_a_mistake_in_the_assumptions_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    room = tmp_path / "theories"
    room.mkdir()
    text = (THEORIES / "_assumptions.yml").read_text(encoding="utf-8")
    (room / "_assumptions.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    problems: list = []
    read_assumptions(room / "_assumptions.yml", "_assumptions.yml", problems)
    assert words in str(problems[0])
    assert problems[0].line


def test_a_word_of_the_scale_is_a_probability(tmp_path: Path) -> None:
    room = tmp_path / "theories"
    room.mkdir()
    (room / "_scale.yml").write_text("format: 1\nwords: {sure: 1}\n", encoding="utf-8")
    problems: list = []
    read_scale(room / "_scale.yml", "_scale.yml", problems)
    assert "no probability between 0 and 1" in str(problems[0])


def test_a_rate_that_is_missing_is_told(tmp_path: Path) -> None:
    room = tmp_path / "theories"
    room.mkdir()
    text = (THEORIES / "_reliability.yml").read_text(encoding="utf-8")
    (room / "_reliability.yml").write_text(text.replace("interest: none", "interest: ally"), encoding="utf-8")
    problems: list = []
    read_reliability(room / "_reliability.yml", "_reliability.yml", Terms(KNOWN.scale, 12), problems)
    told = [str(problem) for problem in problems]
    assert sum("it stands twice" in one for one in told) == 3
    assert sum("a rate is missing" in one and "none" in one for one in told) == 3


def test_the_implications_alone_are_those_of_the_vocabulary() -> None:
    assert implications() == KNOWN.implications
    assert all(one.baseline.citation == JUDGEMENT for one in implications().values())
