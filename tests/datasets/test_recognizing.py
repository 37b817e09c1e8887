"""Files are told by their content: headers in any dress, workbooks, and no source falls over a strange file."""

import lzma
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook
from support.providers import POWER

from timbang.datasets.recognizing import HEAD, peek, recognized, unknown

File = Callable[..., Path]
NAMES = ("stateabb", "ccode", "year", "milex")


@pytest.mark.parametrize(
    "text",
    [POWER, "\n" + POWER, "\ufeff" + POWER,
     POWER.replace(",", ";"), POWER.replace(",", "\t"), POWER.replace("\n", "\r"),
     POWER.replace(",", '","').replace("\n", '"\n"')[:-1].replace("stateabb", '"stateabb'), POWER.replace(",", " , "),
     POWER.encode("utf-16"), POWER + "é" * HEAD],
)  # fmt: skip
def test_a_header_is_found_in_any_dress(file: File, text: str | bytes) -> None:
    assert peek(file(text)).columns == NAMES


def test_columns_of_parquet_and_sheets_of_a_workbook(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": [1], "b": [2]}), tmp_path / "t")
    assert peek(tmp_path / "t").columns == ("a", "b")
    book = Workbook()
    book.create_sheet("Data & more")
    book.save(tmp_path / "b")
    assert peek(tmp_path / "b").sheets == ("Sheet", "Data & more")


def test_an_unknown_archive_says_that_it_must_be_unpacked(file: File) -> None:
    assert "Unpack the archive" in unknown(recognized(file(lzma.compress(b"x"), "a.xz"))).todo
