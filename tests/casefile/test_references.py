"""references.bib: entries with their lines; nothing is lost silently."""

import logging

import pytest

from timbang.casefile.references import entries, read_references

TEXT = '% sources\n@book{one,\n  title = {One\n   more},\n  year = 2001\n}\n@article{two, title = "Two", author={B}}\n'


def test_entries_with_their_lines_and_fields() -> None:
    found, problems = read_references(TEXT)
    assert problems == []
    assert [(r.key, r.kind, r.line) for r in found.values()] == [("one", "book", 2), ("two", "article", 7)]
    assert found["one"].fields == {"title": "One more", "year": "2001"}
    assert found["two"].cited == "B. Two."


@pytest.mark.parametrize(
    ("added", "said", "line"),
    [
        ("@book{one, title = {Again}}\n", "the key stands twice, first on line 2", 8),
        ("@book{three, title = {a}, title = {b}}\n", "a field stands twice", 8),
        ("@book{three, title = {never closed\n", "cannot be read as BibTeX", 8),
        ("@book{three, title {no equals}}\n", "cannot be read as BibTeX", 8),
        ("@book three, title = {a}\n", "no opening brace", 8),
        ("@book{three, year = {2001}}\n", "neither title nor author", 8),
        ("@book{, title = {a}}\n", "no key", 8),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_read(added: str, said: str, line: int) -> None:
    found, problems = read_references(TEXT + added)
    assert {"one", "two"} <= set(found)
    assert (True, line) in [(said in problem.what, problem.line) for problem in problems]


def test_an_entry_left_open_does_not_swallow_the_next() -> None:
    found, problems = read_references("@book{one, title = {open\n\n@book{two, title = {Two}}\n")
    assert list(found) == ["two"]
    assert [problem.line for problem in problems] == [1]


def test_the_parser_says_nothing_of_its_own(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    read_references("@book{one, title = {open\n")
    assert capsys.readouterr().err == ""
    assert logging.getLogger("bibtexparser").handlers


def test_entries_as_they_stand() -> None:
    assert entries(TEXT, ["two"]) == '@article{two, title = "Two", author={B}}'
