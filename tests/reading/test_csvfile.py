"""Splitting CSV: every row is there, whole or broken, with the line it begins on."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.reading.csvfile import split

KNOWN = ("id", "name", "note")


def rows(text: str) -> list[tuple[int, list[str], bool]]:
    return [(line.number, line.cells, bool(line.broken)) for line in split(text, KNOWN).rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_cells_over_several_lines(end: str) -> None:
    text = end.join(["id,name", 'a,"x', 'y"', "", "b,z", ""])
    assert rows(text) == [(2, ["a", f"x{end}y"], False), (5, ["b", "z"], False)]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_headers(separator: str) -> None:
    sheet = split(separator.join(["id", "name", "note"]) + "\n" + separator.join(["a", "b;c,d\te"[:1], ""]), KNOWN)
    assert sheet.separator == separator
    assert [line.cells for line in sheet.rows] == [["a", "b", ""]]


def test_an_unclosed_quote_costs_one_row() -> None:
    text = 'id,name\na,"x\nb,y\nc,z\n'
    assert rows(text) == [(2, ["a", "x"], True), (3, ["b", "y"], False), (4, ["c", "z"], False)]


def test_a_quote_that_closes_in_a_later_row_costs_one_row() -> None:
    text = 'id,name\na,"x\nb,"y, z"\nc,z\n'
    assert rows(text) == [(2, ["a", "x"], True), (3, ["b", "y, z"], False), (4, ["c", "z"], False)]


def test_only_line_ends_end_lines() -> None:
    assert rows("id\na\x0bb\x0cc\x1cd\u2028e\n") == [(2, ["a\x0bb\x0cc\x1cd\u2028e"], False)]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n"])
def test_a_file_without_a_row_has_no_header(text: str) -> None:
    assert split(text, KNOWN).header is None


@settings(deadline=None)
@given(st.lists(st.text(alphabet='a,"\n ;', max_size=12), max_size=8))
def test_every_line_with_something_on_it_is_in_exactly_one_row(lines: list[str]) -> None:
    text = "id,name\n" + "\n".join(lines)
    found = [(line.number, line) for line in split(text, ("id",)).rows]
    numbers = [number for number, _ in found]
    assert numbers == sorted(set(numbers))
    filled = {i for i, line in enumerate(text.split("\n"), 1) if i > 1 and line.strip()}
    covered: set[int] = set()
    for number, line in found:
        more = 0 if line.broken else sum(cell.count("\n") for cell in line.cells)
        covered |= set(range(number, number + more + 1))
    assert filled <= covered


@pytest.mark.parametrize("line", ['"\n', '"""\n', 'a"b\n', '"a"b\n', '""\n"\n', ",,,\n"])
def test_splitting_takes_time_in_line_with_the_size(line: str) -> None:
    text = "id,name\n" + line * 50_000
    begun = time.process_time()
    assert sum(1 for _ in split(text, KNOWN).rows) > 10_000 or line.strip() == '"""'
    assert time.process_time() - begun < 5


def test_a_first_line_without_end_is_no_fault_of_the_reader() -> None:
    sheet = split("x" * 1_000_000, KNOWN)
    assert sheet.header is not None
    assert sheet.header.broken
    assert list(sheet.rows) == []
