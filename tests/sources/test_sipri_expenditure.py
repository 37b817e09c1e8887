"""SIPRI's workbook: the whole file against its own cells, false zeros, colours, marks and cells that are no figures."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from support.source_tables import DATA, refused, rows_of, table_of, tables_in

from timbang.sources._table import Read

FILE = "sipri/SIPRI-Milex-data-1949-2024_2.xlsx"
SHEETS = {
    "Local currency financial years": 1949, "Local currency calendar years": 1949, "Constant (2023) US$": 1949,
    "Current US$": 1949, "Share of GDP": 1949, "Per capita": 1988, "Share of Govt. spending": 1988,
}  # fmt: skip
Given = dict[str, dict[str, dict[int, Any]]]


@pytest.fixture(scope="module")
def whole() -> Read:
    return table_of("sipri_expenditure", FILE)


@pytest.mark.slow
@pytest.mark.needs_shared
def test_every_figure_of_the_workbook(whole: Read) -> None:
    """By openpyxl alone: how many cells of each sheet are numbers, less headers (years) and the European Union (3)."""
    known = {name: len(whole.table) - whole.missing[name] for name in whole.table.column_names}
    assert len(whole.table) == 8721 - 3
    assert known["constant"] == 8405 - 76 - 3
    assert known["current"] == 8922 - 76 - 3 - 251  # 251 zeros beside a figure in local currency
    assert known["share_gdp"] == 8321 - 76 - 3
    assert known["per_capita"] == 5361 - 37 - 3
    assert known["share_government"] == 4742 - 37 - 3
    told = Counter(notice.what.split("(")[0] for notice in whole.notices)
    assert "4389 years of countries are unknown " in told and len(whole.notices) == 3
    assert tables_in(DATA / FILE) == {"sipri_expenditure"}


@pytest.mark.slow
@pytest.mark.needs_shared
def test_figures_states_and_zeros(whole: Read) -> None:
    found = {(row["state"], row["year"]): row for row in whole.table.to_pylist()}
    russia = found["RUS", 2020]
    assert russia["constant"] == pytest.approx(67316.15671184381) and russia["current"] == pytest.approx(
        61712.53716893713
    )
    assert russia["share_gdp"] == pytest.approx(0.04144717132419845)  # a fraction
    # roubles, but no exchange rate: the workbook's zero is none. Costa Rica has no army: its zero is one
    assert found["RUS", 1992]["current"] is None and found["RUS", 1992]["constant"] == pytest.approx(47565.80149415327)
    assert found["CRI", 1990]["current"] == 0 == found["CRI", 1990]["constant"]
    assert found["SUN", 1990]["current"] == pytest.approx(219114.0618313603)
    # the footnote says: up to 2005 the State Union of Serbia and Montenegro
    assert ("YUG", 2005) in found and ("SRB", 2006) in found and ("SRB", 2005) not in found
    assert {"GDR", "CSK", "YAR", "DEU", "XKX", "TWN"} <= {state for state, _ in found}


def book(folder: Path, given: Given, colours: dict[tuple[str, str, int], str] | None = None) -> Path:
    """A workbook of two regions' headings and the cells given: sheet -> country -> year -> cell."""
    made = Workbook()
    for name, first in SHEETS.items():
        sheet = made.create_sheet(name)
        sheet.append(["Military expenditure"])
        years = [*range(first, 1993)]
        sheet.append(["Country", "Notes", *years])
        sheet.append(["Africa"])
        for country, values in given.get(name, {}).items():
            sheet.append([country, "§1", *(values.get(year, "...") for year in years)])
            for year in years:
                if colour := (colours or {}).get((name, country, year)):
                    sheet.cell(sheet.max_row, 3 + years.index(year)).font = Font(color=colour)
    made.save(folder / "made.xlsx")
    return folder / "made.xlsx"


def test_unknown_is_null_and_a_country_that_was_not_there_has_no_row(tmp_path: Path) -> None:
    given: Given = {
        "Current US$": {"Chad": {1990: 5.5, 1991: ". .", 1992: "xxx"}, "European Union": {1990: 7}},
        "Share of GDP": {"Chad": {1990: 0.02}},
    }
    [row] = rows_of("sipri_expenditure", book(tmp_path, given))
    assert (row["state"], row["year"], row["current"], row["share_gdp"]) == ("TCD", 1990, 5.5, 0.02)
    assert (row["constant"], row["per_capita"], row["estimate"]) == (None, None, None)


def test_a_zero_beside_local_currency_is_unknown(tmp_path: Path) -> None:
    given: Given = {
        "Local currency calendar years": {"Chad": {1990: 900, 1991: 0}},
        "Current US$": {"Chad": {1990: 0, 1991: 0}},
        "Constant (2023) US$": {"Chad": {1990: 3}},
    }
    read = table_of("sipri_expenditure", book(tmp_path, given))
    found = {row["year"]: row["current"] for row in read.table.to_pylist()}
    assert found == {1990: None, 1991: 0}
    assert any(notice.value == "Chad" and "(1 years" in notice.what for notice in read.notices)


@pytest.mark.parametrize(
    ("colour", "estimate"), [("FF0000FF", "estimate"), ("FFFF0000", "uncertain"), ("FF000000", None)]
)
def test_colours_tell_estimates(tmp_path: Path, colour: str, estimate: str | None) -> None:
    given: Given = {"Current US$": {"Chad": {1990: 5}}, "Share of GDP": {"Chad": {1990: 0.1}}}
    made = book(tmp_path, given, {("Share of GDP", "Chad", 1990): colour})
    assert rows_of("sipri_expenditure", made)[0]["estimate"] == estimate


def test_a_figure_with_a_mark_is_read_and_another_text_is_told_with_its_cell(tmp_path: Path) -> None:
    read = table_of("sipri_expenditure", book(tmp_path, {"Current US$": {"Chad": {1990: "[1 234.5]‖"}}}))
    assert read.table["current"].to_pylist() == [1234.5]
    assert [notice.value for notice in read.notices if "mark" in notice.what] == ["[1 234.5]‖"]
    [problem] = refused("sipri_expenditure", book(tmp_path, {"Current US$": {"Chad": {1990: "a lot"}}}))
    assert (problem.line, problem.column, problem.value) == (4, "Current US$ AR4", "a lot")


def test_a_country_twice_and_a_workbook_without_a_sheet_are_told(tmp_path: Path) -> None:
    made = book(tmp_path, {"Current US$": {"Chad": {1990: 5}, "Chad ": {1990: 6}}})
    assert {problem.what for problem in refused("sipri_expenditure", made)} == {"the country stands twice"}
    other = Workbook()
    other.save(tmp_path / "other.xlsx")
    assert "it has no sheet 'Constant (2023) US$'" in refused("sipri_expenditure", tmp_path / "other.xlsx")[0].what
    (tmp_path / "cut.xlsx").write_bytes(made.read_bytes()[:500])
    assert "cannot be read" in refused("sipri_expenditure", tmp_path / "cut.xlsx")[0].what
