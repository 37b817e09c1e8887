"""Providers' tables: lines, missing codes, states, and every way in which a file can be wrong."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.errors import TimbangError
from timbang.sources._table import Rows, checked, raw, workbook


def file(folder: Path, text: str | bytes, name: str = "nmc.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def rows(folder: Path, text: str | bytes, needed: tuple[str, ...] = ("a", "b"), **how: object) -> Rows:
    return raw(file(folder, text), needed, "Test 1.0", **how)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["a,b\n1,x\n2,é\n", "a,b\r\n1,x\r\n2,é\r\n", "a,b\r1,x\r2,é", "\ufeffa;b\n 1 ; x\n2;é\n", 'a\tb\n"1"\tx\n2\té\n',
     "a,b\n1,x\n2,é\n".encode("cp1252"), "a,b\n1,x\n2,é\n".encode("utf-16")],
)  # fmt: skip
def test_encodings_separators_and_ends_of_lines_do_not_matter(tmp_path: Path, text: str | bytes) -> None:
    found = rows(tmp_path, text)
    assert found.integers("a").to_pylist() == [1, 2]
    assert found.text("b").to_pylist() == ["x", "é"]
    assert found.table["_line"].to_pylist() == [2, 3]


def test_lines_are_right_after_blank_lines_and_cells_of_two_lines(tmp_path: Path) -> None:
    found = rows(tmp_path, 'note\na,b\n1,"x\ny"\n\n2,z\n', skip=1)
    assert found.table["_line"].to_pylist() == [3, 6]
    assert found.text("b").to_pylist() == ["x\ny", "z"]


def test_quotation_marks_are_letters_where_the_provider_does_not_quote(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a\tb\n1\t"x\n', quoted=False).text("b").to_pylist() == ['"x']


def test_all_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(TimbangError) as caught:
        rows(tmp_path, "a,b\n1,2\n", ("c", "a", "d"))
    assert "'c, d'" in str(caught.value)
    assert caught.value.problems[0].file == "nmc.csv"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [("a,b\n1,2\n3\n", 3, "as many cells"), ("a,b\n1,2\n\n3,4,5\n", 4, "as many cells"),
     ('a,b\n1,"2\n3,4\n', 2, "split"), ("a,b\n1,2\n3", 3, "as many cells")],
)  # fmt: skip
def test_rows_that_are_not_whole_are_told_with_their_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    with pytest.raises(TimbangError) as caught:
        rows(tmp_path, text)
    assert caught.value.problems[0].line == line
    assert what in caught.value.problems[0].what


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PAR1 and no more"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(TimbangError, match=r"nmc\.csv"):
        rows(tmp_path, data)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=80).map(lambda rest: b"a,b\n" + rest) | st.text('a,;"\n\r\t 1-', max_size=60).map(str.encode))
def test_whatever_the_bytes_a_file_is_read_or_refused(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        try:
            found = rows(Path(folder), data, ("a",))
        except TimbangError as error:
            assert all(problem.file == "nmc.csv" for problem in error.problems)
        else:
            found.numbers("a")
            found.by_name("a")
            assert found.table["_line"].null_count == 0


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="no such file"):
        raw(tmp_path / "none.csv", ("a",), "Test")


def test_numbers_and_missing_codes(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n2.0,.5\n-9,-9.0\nNA,\n+3,1e3\n-4,5.\n")
    assert found.integers("a").to_pylist() == [2, None, None, 3, -4]
    assert found.numbers("b").to_pylist() == [0.5, None, None, 1000.0, 5.0]
    assert found.integers("a", missing=("NA",)).to_pylist() == [2, -9, None, 3, -4]


def test_decimal_commas_of_a_spreadsheet_are_read_where_no_point_stands_beside_them(tmp_path: Path) -> None:
    assert rows(tmp_path, "a;b\n1;0,25\n").numbers("b").to_pylist() == [0.25]
    mixed = rows(tmp_path, "a;b\n1;0,25\n1;0.25\n")
    assert mixed.numbers("b").to_pylist() == [None, 0.25]
    assert [problem.line for problem in mixed.problems] == [2]


def test_bad_cells_are_told_one_by_one_and_stop_the_reading(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n1.5,x\n2,1\n")
    columns = {"a": found.integers("a"), "b": found.numbers("b")}
    with pytest.raises(TimbangError) as caught:
        found.read(columns)
    told = [(problem.line, problem.column, problem.value) for problem in caught.value.problems]
    assert told == [(2, "a", "1.5"), (2, "b", "x")]


def test_many_bad_cells_are_told_in_short(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n" + "x,1\n" * 50)
    found.integers("a")
    assert len(found.problems) == 21
    assert "30 more rows" in found.problems[-1].what


def test_flags_and_days(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n1,1998-12-31\n0,2001-02-30\n2,\n,1998-01-01 00:00:00\n")
    assert found.flags("a").to_pylist() == [True, False, None, None]
    assert found.days("b").to_pylist() == [date(1998, 12, 31), None, None, date(1998, 1, 1)]
    assert [(problem.line, problem.column) for problem in found.problems] == [(4, "a"), (3, "b")]


def test_numbers_of_states_depend_on_the_year(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n365,1980\n365,2000\n365.0,1900\n2,1900\n,1900\n9999,1900\n9999,1901\n")
    codes = found.by_cow("a", found.integers("b"))
    assert codes.to_pylist() == ["SUN", "RUS", "RUS", "USA", None, None, None]
    assert [(problem.line, problem.value) for problem in found.problems] == [(7, "9999")]
    assert "2 rows" in found.problems[0].todo
    assert rows(tmp_path, "a,b\n678,1980\n679,2000\n678,2000\n").by_gw("a").to_pylist()[0] is not None


def test_names_of_states_are_exact_and_what_is_none_is_told_apart(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\nRussia,1980\nRussia,2000\nNATO**,2000\nZanada,2000\nUK?,1990\n")
    codes = found.by_name("a", found.integers("b"), own={"UK?": "GBR"}, nobody=("NATO**",))
    assert codes.to_pylist() == ["SUN", "RUS", None, None, "GBR"]
    assert [(p.line, p.value, p.level) for p in found.problems] == [(4, "NATO**", "notice"), (5, "Zanada", "problem")]
    assert "CAN" in found.problems[1].todo


def test_parquet_keeps_its_types_and_whole_floats_are_whole_numbers(tmp_path: Path) -> None:
    path = tmp_path / "votes.parquet"
    pq.write_table(pa.table({"a": [2.0, -9.0, None], "b": [0.1, float("nan"), -9.0]}), path)
    found = raw(path, ("a", "b"), "Test")
    assert found.integers("a").to_pylist() == [2, None, None]
    assert found.numbers("b").to_pylist() == [0.1, None, None]


def test_a_workbook(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "Data"
    for row in (["A note"], ["a", "b"], [2, "x"], [None, None], [3, 0.5]):
        book.active.append(row)
    book.save(tmp_path / "b.xlsx")
    found = workbook(tmp_path / "b.xlsx", "Data", ("a", "b"), "Test", skip=1)
    assert found.integers("a").to_pylist() == [2, 3]
    assert found.table["_line"].to_pylist() == [3, 5]
    with pytest.raises(TimbangError, match="no sheet 'Other'"):
        workbook(tmp_path / "b.xlsx", "Other", ("a",), "Test")


def test_rows_can_be_left_out(tmp_path: Path) -> None:
    found = rows(tmp_path, "a,b\n1,x\n2,y\n")
    kept = found.where(pc.equal(found.integers("a"), 2))
    read = kept.read({"b": kept.text("b")})
    assert read.table.to_pylist() == [{"b": "y"}]
    assert read.lines.to_pylist() == [3]


def declared(**more: object) -> object:
    from timbang.registry import DataTable
    from timbang.text import Text

    given = {
        "name": "t", "label": Text("T", "T"), "file": "t.csv", "needed": ("a", "b"), "recognizes": bool, "read": raw,
        "columns": {"state": "string", "year": "int"}, "key": ("state", "year"), "coverage": (1900, 1901),
        "version": "1",
    }  # fmt: skip
    return DataTable(**(given | more))  # type: ignore[arg-type]


def read_of(folder: Path, text: str, **more: object) -> object:
    found = rows(folder, text)
    years = found.integers("b")
    return checked(declared(**more), found.read({"year": years, "state": found.by_cow("a", years)}))  # type: ignore[arg-type]


def test_a_table_that_passes_is_in_the_declared_order_and_counts_what_is_missing(tmp_path: Path) -> None:
    read = read_of(tmp_path, "a,b\n2,1900\n20,\n", key=("state",), coverage=(1900, 1900), rows=3)
    assert read.table.column_names == ["state", "year"]  # type: ignore[attr-defined]
    assert read.missing == {"state": 0, "year": 1}  # type: ignore[attr-defined]
    assert [(notice.value, notice.expected) for notice in read.notices] == [("2", "3")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "more", "told"),
    [("a,b\n2,1900\n20,1900\n2,1900\n", {}, "Lines 2 and 4"),
     ("a,b\n2,1950\n", {}, "nmc.csv:2:year: the year is outside"),
     ("a,b\n,1900\n", {}, "nmc.csv:2:state: a value of the key is missing"),
     ("a,b\n2,1901\n", {"ranges": {"year": (None, 1900)}}, "out of range — found '1901'")],
)  # fmt: skip
def test_a_table_that_fails_says_where(tmp_path: Path, text: str, more: dict[str, object], told: str) -> None:
    with pytest.raises(TimbangError) as caught:
        read_of(tmp_path, text, **more)
    assert told in str(caught.value)
