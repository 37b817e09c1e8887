"""Findings and tables as files: versioned, ordered, rounded, and harmless to a spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from timbang.errors import TimbangError
from timbang.findings.finding import KINDS, SCHEMA, Results
from timbang.registry import exporters
from timbang.report.findings_json import as_json, plain

HOSTILE = pa.table(
    {
        "name": ['=HYPERLINK("http://x")', "@cmd", "-1+1", "plain", None],
        "states": pa.array([["CHN", "RUS"], [], ["=A1"], ["KAZ"], None], type=pa.list_(pa.string())),
        "troops": pa.array([1300, None, 0, -5, 2**40], type=pa.int64()),
        "share": pa.array([0.1 + 0.2, 2.0, None, float("nan"), 1e-12]),
        "day": pa.array([date(2007, 8, 9), None, date(1815, 6, 18), None, None]),
        "certain": [True, False, None, None, None],
    }
)


def test_the_formats_that_the_command_names_are_there() -> None:
    assert {name for name, exporter in exporters().items() if exporter.takes == "table"} == {
        "csv", "dta", "parquet", "xlsx"
    }  # fmt: skip


def test_findings_are_versioned_sorted_and_rounded(results: Results) -> None:
    found = json.loads(as_json(results))
    assert found["schema"] == SCHEMA == 1
    order = [(KINDS.index(f["kind"]), f["id"]) for f in found["findings"]]
    assert order == sorted(order) and len({f["id"] for f in found["findings"]}) == len(results.findings)
    assert found["findings"][0]["statement"].keys() == {"en", "id"}
    assert plain(2 / 3) == 0.6666666667 and plain(float("nan")) is None and plain((1, {"a": None})) == [1, {"a": None}]


def test_the_order_of_findings_given_does_not_matter(results: Results) -> None:
    turned = dataclasses.replace(results, findings=tuple(reversed(results.findings)))
    assert as_json(turned) == as_json(results)


def test_every_measure_has_a_table_that_csv_reads_back(results: Results, tmp_path: Path) -> None:
    written = exporters()["tables"].write(results, tmp_path, ["en"])
    assert {path.stem for path in written} == set(results.tables)
    for path in written:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.reader(lines))
        table = results.tables[path.stem]
        assert tuple(rows[0]) == table.columns and len(rows) == len(table.rows) + 1


def test_csv_keeps_unknown_empty_and_disarms_formulas(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    exporters()["csv"].write(HOSTILE, path)
    assert path.read_bytes().decode().splitlines() == [
        "name,states,troops,share,day,certain",
        '"\'=HYPERLINK(""http://x"")",CHN|RUS,1300,0.3,2007-08-09,yes',
        "'@cmd,,,2,,no",
        "'-1+1,'=A1,0,,1815-06-18,",
        "plain,KAZ,-5,,,",
        ",,1099511627776,1e-12,,",
    ]


def test_xlsx_keeps_text_as_text_and_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        exporters()["xlsx"].write(HOSTILE, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    rows: list[tuple[Any, ...]] = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["table"].iter_rows())
    assert [cell.value for cell in rows[1]][:3] == ['=HYPERLINK("http://x")', "CHN|RUS", 1300]
    assert [cell.data_type for cell in rows[1][:3]] == ["s", "s", "n"]
    assert rows[3][1].data_type == "s" and rows[3][4].value == "1815-06-18" and rows[2][2].value is None


def test_a_cell_too_long_for_excel_is_a_problem_not_a_loss(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="too long for Excel"):
        exporters()["xlsx"].write(pa.table({"a": ["x" * 40000]}), tmp_path / "t.xlsx")


def test_parquet_keeps_types(tmp_path: Path) -> None:
    exporters()["parquet"].write(HOSTILE, tmp_path / "t.parquet")
    assert pq.read_table(tmp_path / "t.parquet").schema == HOSTILE.schema


def test_more_rows_than_excel_holds_are_a_problem_not_a_loss(tmp_path: Path) -> None:
    with pytest.raises(TimbangError, match="too many rows for Excel"):
        exporters()["xlsx"].write(pa.table({"a": pa.nulls(1_048_576)}), tmp_path / "t.xlsx")


def test_stata_keeps_labels_days_and_gaps_and_the_same_table_gives_the_same_bytes(tmp_path: Path) -> None:
    field = pa.field("share", pa.float64(), metadata={"label": "Share of all [fraction]"})
    labelled = HOSTILE.set_column(3, field, HOSTILE["share"])
    for name in ("a.dta", "b.dta"):
        exporters()["dta"].write(labelled, tmp_path / name)
    assert (tmp_path / "a.dta").read_bytes() == (tmp_path / "b.dta").read_bytes()
    with pd.read_stata(tmp_path / "a.dta", iterator=True) as reader:
        rows = reader.read()
        assert reader.variable_labels()["share"] == "Share of all [fraction]"
    assert list(rows["states"]) == ["CHN|RUS", "", "'=A1", "KAZ", ""]
    assert [None if value != value else value for value in rows["troops"]] == [1300, None, 0, -5, 2**40]
    assert [value.date() for value in rows["day"][[0, 2]]] == [date(2007, 8, 9), date(1815, 6, 18)]
    assert [None if value != value else value for value in rows["certain"]] == [1, 0, None, None, None]


def test_names_too_long_for_stata_stay_apart_and_stand_in_full_in_the_label(tmp_path: Path) -> None:
    names = ["x" * 40 + "a", "x" * 40 + "b", "y"]
    exporters()["dta"].write(pa.table({name: [1] for name in names}), tmp_path / "t.dta")
    with pd.read_stata(tmp_path / "t.dta", iterator=True) as reader:
        labels = reader.variable_labels()
    assert list(labels) == ["x" * 32, "x" * 30 + "_2", "y"]
    assert labels["x" * 30 + "_2"].startswith(names[1])
