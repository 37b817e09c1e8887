"""Writing: what was written reads back the same, whole or not at all."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.folders import FILES, TABLES, write_case

from timbang.casefile import open_case, write_table
from timbang.casefile.writing import cell, table_text
from timbang.errors import TimbangError
from timbang.model import RECORDS, Figure, Membership, Record
from timbang.reading.rows import read_rows
from timbang.tables import Column, contracts
from timbang.text import vocabulary

FIGURE = {
    "state": "KAZ",
    "year": 2003,
    "variable": "share",
    "value": 1.5,
    "unit": "percent",
    "source": "one",
    "locator": "p",
}
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), max_size=30).map(str.strip)
LINES = st.lists(WORDS, max_size=3).map("\n".join).map(str.strip)
SLUGS = st.from_regex(r"[a-z0-9]{1,5}([-_][a-z0-9]{1,5}){0,2}", fullmatch=True)
STATES = st.sampled_from(["KAZ", "RUS", "CHN", "UZB", "USA"])
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12).map(lambda x: x + 0.0)
ORGANIZATIONS = st.sampled_from(["SCO", "ASEAN", "A1-B"])


def listed(items: st.SearchStrategy[Any], unique: bool = True) -> st.SearchStrategy[Any]:
    return st.lists(items, max_size=4, unique=unique).map(tuple)


def values(column: Column) -> st.SearchStrategy[Any]:
    """Any value that a column of this kind may hold, unknown among them where it may be."""
    codes = st.sampled_from(list(vocabulary().get(column.among, {"x": None})))
    lists = st.lists(codes, min_size=1, max_size=4, unique=column.among != "precision").map(tuple)
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "text": LINES,
        "slug": SLUGS,
        "source": st.sampled_from(["one", "two:2"]),
        "edtf": st.sampled_from(["2003", "2003-08?", "200X"]),
        "state": STATES,
        "party": STATES | ORGANIZATIONS,
        "count": st.integers(0, 2**53),
        "number": NUMBERS,
        "year": st.integers(1000, 9999),
        "word": codes,
        "path": st.sampled_from(["a.pdf", "d/b c.txt"]),
        "states": listed(STATES),
        "parties": listed(STATES | ORGANIZATIONS),
        "slugs": listed(SLUGS),
        "places": listed(st.sampled_from(["CHN: Urumqi", "Sea of Japan"]), unique=False),
        "words": lists,
        "numbers": st.lists(NUMBERS, max_size=4).map(tuple) | st.just((None, 1.0)) | st.just((2.345, None)),
    }
    known = kinds[column.kind]
    if column.required:
        return known.filter(lambda value: value not in ("", ()))
    unknown = "" if column.kind in ("text", "slug", "source", "edtf", "word", "path") else None
    return known if unknown is None and column.kind not in ("count", "number", "year") else known | st.just(unknown)


def records(record: type[Record]) -> st.SearchStrategy[list[Any]]:
    contract = contracts()[record.FILE]
    fields = {column.field: values(column) for column in contract.columns}
    keys = [column.field for column in contract.columns if column.header in contract.key]
    return st.lists(
        st.builds(record, **fields), max_size=4, unique_by=lambda row: tuple(cell(getattr(row, k)) for k in keys)
    )


@pytest.mark.parametrize("record", RECORDS)
def test_what_is_written_reads_back_equal(record: type[Record]) -> None:
    @settings(max_examples=25, deadline=None)
    @given(records(record))
    def holds(rows: list[Any]) -> None:
        reading = read_rows(contracts()[record.FILE], table_text(record, rows))
        assert reading.problems == []
        assert [dataclasses.replace(row, line=0) for row in reading.rows] == [
            dataclasses.replace(row, line=0) for row in rows
        ]

    holds()


@pytest.mark.parametrize("name", TABLES)
def test_a_file_that_is_canonical_is_written_as_it_was(tmp_path: Path, name: str) -> None:
    case = open_case(write_case(tmp_path))
    record = contracts()[name].record
    assert write_table(tmp_path, record, case.of(record)) == tmp_path / name
    assert (tmp_path / name).read_bytes() == FILES[name].encode("utf-8")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1.3, "1.3"),
        (1300.0, "1300"),
        (2.345, "2.3450"),
        (-1.3, "-1.3"),
        (-2.345, "-2.3450"),
        (0.143, "0.143"),
        (1e-7, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (1234.567, "1234.567"),
        (None, ""),
        ((), ""),
        ((None, 1.5), "|1.5"),
        (("a", "b"), "a|b"),
    ],
)
def test_cells(value: object, written: str) -> None:
    assert cell(value) == written


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"value": float("nan")}, "value"),
        ({"value": float("inf")}, "value"),
        ({"state": "Kazakhstan"}, "state"),
        ({"unit": ""}, "unit"),
        ({"unit": " percent"}, "unit"),
        ({"unit": "a\rb"}, "unit"),
        ({"unit": "a\x00"}, "unit"),
        ({"year": 20000}, "year"),
        ({"source": "a b"}, "source"),
        ({"unit": "\ud800"}, "unit"),
    ],
)
def test_what_the_format_cannot_hold_is_refused_and_nothing_is_written(
    tmp_path: Path, wrong: dict[str, Any], column: str
) -> None:
    folder = write_case(tmp_path)
    before = sorted((path.name, path.read_bytes()) for path in folder.iterdir())
    with pytest.raises(TimbangError) as caught:
        write_table(folder, Figure, [Figure(**{**FIGURE, **wrong})])
    assert [problem.column for problem in caught.value.problems] == [column]
    assert sorted((path.name, path.read_bytes()) for path in folder.iterdir()) == before


def test_a_key_that_stands_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="line 2 has the same"):
        write_table(write_case(tmp_path), Figure, [Figure(**FIGURE), Figure(**FIGURE)])


def test_a_link_out_of_the_case_is_not_written_through(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", figures_csv=None)
    (tmp_path / "outside.csv").write_text("mine")
    (folder / "figures.csv").symlink_to(tmp_path / "outside.csv")
    with pytest.raises(TimbangError, match="leads out"):
        write_table(folder, Figure, [])
    assert (tmp_path / "outside.csv").read_text() == "mine"


def test_permissions_stay_and_nothing_is_left_behind(tmp_path: Path) -> None:
    folder = write_case(tmp_path)
    (folder / "figures.csv").chmod(0o640)
    write_table(folder, Figure, [])
    assert (folder / "figures.csv").stat().st_mode & 0o777 == 0o640
    write_table(folder, Membership, [])
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
