"""Theory files: what is read from them, and that each mistake is refused by line, with its mend."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.theory_files import FASHION, HATS

from timbang.errors import Problem, TimbangError
from timbang.inference.theory import JUDGEMENT
from timbang.inference.theoryfile import implications, vocabulary
from timbang.text import Text

THEORY = (
    FASHION
    + """\
    citation: nobody2004
references:
  nobody2004: Nobody. 2004. Nothing.
expects:
  aligns-with:
    words: likely
    reason: {en: All do., id: Semua begitu.}
    citation: nobody2004
  keeps-distance:
    words: almost never
    concentration: 30
    reason: {en: None do., id: Tidak ada.}
    citation: judgement
"""
)
TYPOLOGY = """\
format: 1
name: sizes
label: {en: sizes, id: ukuran}
claim: {en: Some are large., id: Sebagian besar.}
references: {nobody2004: Nobody. 2004. Nothing.}
revision:
  says-revise-order:
    at_zero: {words: unlikely, reason: {en: No., id: Tidak.}, citation: judgement}
    at_one: {words: likely, reason: {en: Yes., id: Ya.}, citation: nobody2004}
status_quo:
  pays-to-keep-order:
    at_zero: {words: unlikely, reason: {en: No., id: Tidak.}, citation: judgement}
    at_one: {words: likely, reason: {en: Yes., id: Ya.}, citation: nobody2004}
types:
  - name: large
    label: {en: large, id: besar}
    capability: [0.5, 1]
    surplus: [-1, 0.25]
    certain: no
    reason: {en: By guess., id: Menurut dugaan.}
    citation: nobody2004
"""
IMPLICATIONS = (
    HATS
    + """\
    measured: {measure: hats, affirmed: every >= 3, denied: every == 0, where: {kind: [felt, straw]}}
"""
)
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a case's own theory files: put(name=text)."""

    def write(**files: str) -> Path:
        for name, text in files.items():
            room = tmp_path / ("typologies" if name == "sizes" else "theories")
            room.mkdir(exist_ok=True)
            (room / f"{name}.yml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def refused(folder: Path) -> list[Problem]:
    with pytest.raises(TimbangError) as error:
        vocabulary(folder)
    return list(error.value.problems)


def test_a_theory_of_a_case_joins_those_that_ship(put: Put) -> None:
    known = vocabulary(put(fashion=THEORY))
    theory = known.theories["fashion"]
    assert set(known.theories) == {*vocabulary().theories, "fashion"}
    assert (theory.question, theory.targets) == ("motive", ("member",))
    assert theory.authors == Text("Nobody (2004)", "Nobody (2004)")
    assert theory.file == "theories/fashion.yml"
    assert [condition.name for condition in theory.conditions] == ["taste"]
    likely, never = theory.expects["aligns-with"], theory.expects["keeps-distance"]
    assert (likely.words, likely.mean, likely.citation) == ("likely", 0.75, "nobody2004")
    assert likely.concentration == known.assumptions.concentration
    assert (never.mean, never.concentration, never.citation) == (0.05, 30, JUDGEMENT)


def test_a_typology_of_a_case_joins_those_that_ship(put: Put) -> None:
    sizes = vocabulary(put(sizes=TYPOLOGY)).typologies["sizes"]
    (large,) = sizes.types
    assert (large.capability, large.surplus, large.revision, large.certain) == ((0.5, 1), (-1, 0.25), (0, 1), False)
    marker = sizes.revision["says-revise-order"]
    assert (marker.at_zero.mean, marker.at_one.mean) == (0.25, 0.75)


def test_an_implication_of_a_case_joins_those_that_ship_and_its_theories_may_speak_of_it(put: Put) -> None:
    folder = put(_implications=IMPLICATIONS, fashion=THEORY.replace("aligns-with", "wears-hats"))
    hats = vocabulary(folder).implications["wears-hats"]
    assert (hats.form, hats.cluster, hats.targeted, hats.baseline.mean) == ("does", "clothes", False, 0.25)
    assert hats.measured is not None
    assert (hats.measured.affirmed, hats.measured.where) == ("every >= 3", {"kind": ("felt", "straw")})
    assert "wears-hats" in implications(folder)
    assert "wears-hats" not in implications()


def test_a_case_without_theories_has_those_that_ship(tmp_path: Path) -> None:
    assert vocabulary(tmp_path) is vocabulary()


# What is written instead of what, the line that is named, and words of the message.
THEORIES = [
    ("an unknown implication", "aligns-with:", "aligns-wth:", 15, ["no such implication", "Did you mean aligns-with"]),
    ("a word off the scale", "words: likely", "words: possible", 16, ["almost certain | very likely"]),
    ("no reason", "    reason: {en: All do., id: Semua begitu.}\n", "", 16, ["reason is missing", "Add reason:"]),
    ("no translation", "{en: All do., id: Semua begitu.}", "{en: All do.}", 17, ["id is missing", "Add id:"]),
    ("no citation", "    citation: nobody2004\n  keeps", "  keeps", 16, ["citation is missing", "Add citation:"]),
    (
        "a citation unlisted",
        "citation: nobody2004\n  k",
        "citation: nobody2005\n  k",
        16,
        ["not among the references", "nobody2004"],
    ),
    ("an unknown key", "question: motive", "qestion: motive", 4, ["not known here", "Did you mean question"]),
    ("an unknown target", "[member]", "[membr]", 7, ["outside-power | member", "Did you mean member"]),
    ("no target", "[member]", "[]", 0, ["no kind of target", "outside-power | member"]),
    ("an implication twice", "keeps-distance:", "aligns-with:", 19, ["twice, first on line 15", "Delete one"]),
    ("an odd question", "question: motive", "question: mood", 4, ["motive | conduct"]),
    (
        "an odd concentration",
        "concentration: 30",
        "concentration: 0",
        20,
        ["concentration is out of range", "1 to 1000"],
    ),
    ("another name", "name: fashion", "name: passion", 0, ["not its file's", "fashion", "Rename"]),
    ("an uncited condition", "    citation: nobody2004\nref", "    citation: me\nref", 9, ["not among the references"]),
    (
        "an odd rule",
        "    citation: nobody2004\nref",
        "    citation: nobody2004\n    check: {measure: x, affirmed: 3, tells: {en: A, id: A}}\nref",
        12,
        ["no rule", "every >= 3"],
    ),
    ("no YAML", "name: fashion", "name: [fashion", 0, ["not YAML"]),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), [case[1:] for case in THEORIES], ids=[c[0] for c in THEORIES])
def test_a_mistake_in_a_theory_is_refused_by_line(put: Put, old: str, new: str, line: int, words: list[str]) -> None:
    assert old in THEORY
    problems = refused(put(fashion=THEORY.replace(old, new, 1)))
    assert {problem.file for problem in problems} == {"theories/fashion.yml"}
    first = problems[0]
    assert line in (0, first.line), str(first)
    assert all(word in str(first) for word in words), str(first)


TYPOLOGIES = [
    ("an unknown implication", "says-revise-order:", "says-revise:", 7, ["no such implication"]),
    ("a range out of bounds", "[0.5, 1]", "[0.5, 2]", 17, ["no range", "from 0 to 1"]),
    ("a falling range", "[-1, 0.25]", "[0.25, -1]", 18, ["no range", "from -1 to 1"]),
    ("nothing told apart", "words: unlikely", "words: likely", 7, ["it marks nothing"]),
    ("an odd certainty", "certain: no", "certain: perhaps", 19, ["yes | no"]),
    ("no label", "    label: {en: large, id: besar}\n", "", 15, ["label is missing"]),
]


@pytest.mark.parametrize(("old", "new", "line", "words"), [t[1:] for t in TYPOLOGIES], ids=[t[0] for t in TYPOLOGIES])
def test_a_mistake_in_a_typology_is_refused_by_line(put: Put, old: str, new: str, line: int, words: list[str]) -> None:
    assert old in TYPOLOGY
    first = refused(put(sizes=TYPOLOGY.replace(old, new, 1)))[0]
    assert (first.file, first.line) == ("typologies/sizes.yml", line), str(first)
    assert all(word in str(first) for word in words), str(first)


def test_every_mistake_of_every_file_is_told_at_once(put: Put) -> None:
    problems = refused(put(fashion=THEORY.replace("likely", "lkely"), sizes=TYPOLOGY.replace("[0.5, 1]", "[1, 2]")))
    assert [problem.file for problem in problems] == ["theories/fashion.yml", "typologies/sizes.yml"]


def test_a_case_cannot_change_what_ships(put: Put) -> None:
    again = THEORY.replace("name: fashion", "name: hedging")
    (problem,) = refused(put(hedging=again))
    assert "ships with timbang" in problem.what and problem.todo == "Give yours another name"


def test_a_case_cannot_state_an_implication_anew(put: Put) -> None:
    (problem,) = refused(put(_implications=IMPLICATIONS.replace("wears-hats", "keeps-distance")))
    assert (problem.file, problem.line, problem.value) == ("theories/_implications.yml", 3, "keeps-distance")


def test_a_case_cannot_change_the_scale(put: Put) -> None:
    (problem,) = refused(put(_scale="format: 1\nwords: {likely: 0.99}\n", fashion=THEORY))
    assert problem.file == "theories/_scale.yml"
    assert "cannot state this anew" in problem.what


def test_an_implication_twice_is_refused_by_line(put: Put) -> None:
    item = IMPLICATIONS.partition("implications:\n")[2]
    (problem,) = refused(put(_implications=IMPLICATIONS + item))
    assert (problem.line, problem.what) == (11, "it stands twice, first on line 3")
