"""claims.yml: what it becomes, and what is said of claims that cannot be tested."""

from pathlib import Path

import pytest
from support.folders import problems, write_case

from timbang.casefile import open_case
from timbang.text import Text

CLAIMS = """\
audited: one
framework: TST
years: {from: 2002, to: 2008}
groups: {patterns: {en: Patterns, id: Pola}}
claims:
  - id: yearly
    group: patterns
    text: {en: Each year, id: Tiap tahun}
    source: one
    locator: p. 72
    kind: data
    note: {en: Note, id: Catatan}
    readings:
      - id: every-row
        label: {en: All, id: Semua}
        measure: exercises_per_year
        among: {series: [al], without: beta, years: {from: 2003, to: 2005}}
        where: {year: {from: 2002, to: 2005}}
        holds: "every <= 1"
        partly: "most <= 1"
      - id: asked
        label: {en: Asked, id: Ditanya}
        query: SELECT count(*) AS value FROM exercises
        holds: "every > 1"
  - id: typing
    group: patterns
    text: {en: A lion, id: Singa}
    source: one
    locator: p. 73
    kind: inference
    coder: AB
    criteria:
      - {text: {en: a, id: a}, locator: p. 1, met: unargued, reason: {en: none, id: tiada}}
"""


def test_what_is_read(tmp_path: Path) -> None:
    claims = open_case(write_case(tmp_path, claims_yml=CLAIMS)).claims
    assert (claims.audited, claims.framework, claims.years) == ("one", "TST", (2002, 2008))
    assert claims.groups == {"patterns": Text("Patterns", "Pola")}
    yearly, typing = claims.items
    assert (yearly.line, yearly.note, yearly.locator) == (6, Text("Note", "Catatan"), "p. 72")
    reading, asked = yearly.readings
    assert reading.line == 14
    assert reading.among == {"series": ("al",), "without": ("beta",), "years": ("2003", "2005")}
    assert reading.where == {"year": ("2002", "..", "2005")}
    assert (reading.holds, reading.partly, asked.measure) == ("every <= 1", "most <= 1", "")
    assert asked.query.startswith("SELECT")
    assert (typing.coder, typing.criteria[0].met, typing.criteria[0].reason_locator) == ("AB", "unargued", "")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("audited: one", "audited: three", 0, "not in references.bib"),
        ("source: one", "source: three", 6, "not in references.bib"),
        ("kind: data", "kind: date", 11, "not one of the words"),
        ("group: patterns", "group: pattern", 6, "the group is not declared"),
        ("id: typing", "id: yearly", 25, "the claim on line 6 has the same id"),
        ("id: asked", "id: every-row", 6, "two readings have the same id"),
        ("coder: AB", "coder:", 25, "no coder"),
        ("exercises_per_year", "exercises_per_yaer", 14, "no such measure"),
        ("measure: exercises_per_year", "parameters: {x: y}", 14, "either a measure or a query"),
        (
            "        query: SELECT",
            "        measure: exercises_per_year\n        query: SELECT",
            21,
            "either a measure or a query",
        ),
        ("        partly:", "        parameters: {stats: [KAZ]}\n        partly:", 14, "takes no such parameter"),
        ("{year: {from: 2002, to: 2005}}", "{yaer: [2002]}", 14, "has no such column"),
        ("every <= 1", "evry <= 1", 14, "begins no clause"),
        ("most <= 1", "most <=", 14, "rule"),
        ("series: [al]", "series: [ah]", 14, "no exercise has this series"),
        ("without: beta", "without: delta", 14, "no exercise has this id"),
        ("without: beta", "withhout: beta", 17, "the key is not known"),
        ("met: unargued", "met: maybe", 33, "not one of the words"),
        ('holds: "every <= 1"', 'hold: "every <= 1"', 14, "the key holds is missing"),
        ("from: 2003, to: 2005}}", "from: 2005, to: 2003}}", 17, "run from 2005 back to 2003"),
    ],
)
def test_what_is_wrong(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in CLAIMS
    found = problems(write_case(tmp_path, claims_yml=CLAIMS.replace(old, new, 1)))
    assert (line, True) in [(p.line, said in p.what) for p in found if p.file == "claims.yml"]


def test_claims_without_their_exercises_readable_are_not_blamed(tmp_path: Path) -> None:
    folder = write_case(tmp_path, claims_yml=CLAIMS, exercises_csv="")
    assert {problem.file for problem in problems(folder)} == {"exercises.csv"}
