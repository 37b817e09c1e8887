"""case.yml: what it declares, and every way it can be wrong."""

import pytest
from support.folders import FILES

from timbang.casefile.head import read_head
from timbang.text import Text

TEXT = FILES["case.yml"]


def test_what_is_declared() -> None:
    head, problems = read_head(
        TEXT + "languages: [en]\ncomplete: {framework: {from: 2002, to: 2005}}\nnote: {en: N, id: C}\nlicence: CC0\n"
    )
    assert problems == []
    assert head is not None
    assert (head.title, head.organization, head.first_year, head.last_year) == (Text("Test", "Uji"), "TST", 2001, 2010)
    assert head.outside == ("USA",)
    assert head.groups == {"steppe": ("KAZ", "KGZ")}
    assert head.group_names == {"steppe": Text("Steppe", "Stepa")}
    assert (head.prefer, head.complete, head.complete_others) == (("one",), (2002, 2005), None)
    assert (head.note, head.licence, head.engine, head.languages) == (Text("N", "C"), "CC0", "duckdb", ("en",))


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "said"),
    [
        ("title: {en: Test, id: Uji}", "title: Test", 2, "title", "a mapping is expected"),
        ("id: Uji", 'id: ""', 2, "title.id", "one value is expected"),
        (", id: Uji", "", 2, "title", "the key id is missing"),
        ("organization: TST", "organisation: TST", 3, "", "the key is not known"),
        ("organization: TST", "organisation: TST", 1, "", "the key organization is missing"),
        ("organization: TST", "organization: Shanghai", 3, "organization", "not an organization's short name"),
        ("from: 2001", "from: 2011", 4, "period", "run from 2011 back to 2010"),
        ("from: 2001", "from: 0001", 4, "period", "out of range"),
        ("from: 2001", "from: then", 4, "period.from", "not a year"),
        ("[USA]", "[Amerika Serikat]", 5, "outside_powers.1", "a name or another spelling"),
        ("[USA]", "{a: USA}", 5, "outside_powers", "a list is expected"),
        ("[KAZ, KGZ]", "[KAZ, KXZ]", 6, "groups.steppe.states.2", "no state is known"),
        ("prefer: [one]", "prefers: [one]", 7, "resolution", "the key is not known"),
    ],
)
def test_what_is_wrong(old: str, new: str, line: int, column: str, said: str) -> None:
    assert old in TEXT
    _, problems = read_head(TEXT.replace(old, new, 1))
    assert (line, column) in [(p.line, p.column) for p in problems if said in p.what]
    assert all(problem.file == "case.yml" for problem in problems)


def test_a_newer_format_is_the_only_thing_reported() -> None:
    head, (problem,) = read_head("format: 2\ncase: {all: different}\n")
    assert head is None
    assert (problem.line, problem.column, problem.value, problem.todo) == (1, "format", "2", "Install a newer timbang")


@pytest.mark.parametrize("written", ["0", "1.0", "one", "²", "-1", '""'])
def test_other_formats_are_unknown(written: str) -> None:
    head, problems = read_head(TEXT.replace("format: 1", f"format: {written}"))
    assert head is None
    assert "format" in [problem.column for problem in problems]


@pytest.mark.parametrize(
    ("text", "said"), [(None, "there is no case.yml"), ("", "the file is empty"), ("- a\n", "mapping")]
)
def test_no_head_at_all(text: str | None, said: str) -> None:
    head, (problem,) = read_head(text)
    assert head is None
    assert said in problem.what
