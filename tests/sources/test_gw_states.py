"""Gleditsch and Ward's list against timbang's own, whose dates are COW's: where they differ, and why."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from support.source_tables import DATA, refused, rows_of, table_of, tables_in, told

from timbang.state_table import all_states

FILE = "states/gwstates.xlsx"
HEADER = ("Cow Nr.", "Cow ID", "Name of State", "Start", "End")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, object]]:
    return rows_of("gw_states", FILE)


@pytest.mark.needs_shared
def test_the_whole_workbook(rows: list[dict[str, object]]) -> None:
    """216 rows there; 219 here, for 365 is cut twice and 678 once. 174 end on the last day that it covers."""
    assert tables_in(DATA / FILE) == {"gw_states"}
    assert len(rows) == 219 and sum(row["end"] is None for row in rows) == 174
    assert table_of("gw_states", FILE).notices == ()
    of_yemen = {(row["state"], row["start"], row["end"]) for row in rows if row["number"] in (678, 680)}
    assert of_yemen == {
        ("YAR", date(1918, 10, 30), date(1990, 5, 21)), ("YEM", date(1990, 5, 22), None),
        ("YPR", date(1967, 11, 30), date(1990, 5, 21)),
    }  # fmt: skip
    assert [(row["state"], row["end"]) for row in rows if row["number"] == 260] == [("DEU", None)]


@pytest.mark.needs_shared
def test_both_know_the_same_numbers(rows: list[dict[str, object]]) -> None:
    assert {row["number"] for row in rows} == {state.gw for state in all_states() if state.gw}
    # This list has no states of fewer than 250,000 people; COW has them once they are in the UN.
    small = {state.code for state in all_states() if state.cow and not state.gw}
    assert small == {"DMA", "GRD", "LCA", "VCT", "ATG", "KNA", "MCO", "LIE", "AND", "SMR", "STP", "SYC", "VUT", "KIR",
                     "TUV", "TON", "NRU", "MHL", "PLW", "FSM", "WSM"}  # fmt: skip


@pytest.mark.needs_shared
def test_states_that_only_they_count_have_their_days(rows: list[dict[str, object]]) -> None:
    ours = {(state.gw, state.start, state.end) for state in all_states() if state.gw and not state.cow}
    assert {number for number, _, _ in ours} == {89, 99, 563, 564, 711, 815}
    assert ours <= {(row["number"], row["start"], row["end"]) for row in rows}


@pytest.mark.needs_shared
def test_state_years_that_only_one_of_the_two_counts(rows: list[dict[str, object]]) -> None:
    theirs = {
        (row["number"], year) for row in rows
        for year in range(row["start"].year, (row["end"] or date(2016, 12, 31)).year + 1) if year <= 2016
    }  # fmt: skip
    ours = {
        (state.gw, year) for state in all_states() if state.gw and state.start
        for year in range(state.start.year, (state.end or date(2016, 12, 31)).year + 1)
    }  # fmt: skip
    assert len(theirs & ours) == 15532
    # Theirs alone: COW wants diplomatic missions, or the League or the UN, and so begins later (Canada 1920, not 1867).
    assert len(theirs - ours) == 2061 and {(20, 1867), (20, 1919), (850, 1945)} <= theirs - ours
    only = {number: sorted(year for other, year in ours - theirs if other == number) for number, _ in ours - theirs}
    assert {number: (years[0], years[-1]) for number, years in only.items()} == {
        340: (1916, 1918),  # they end Serbia with its occupation in October 1915
        600: (1905, 1912),  # they end Morocco in 1904
        651: (1856, 1882),  # they do not count Egypt under Ottoman overlordship
        670: (1927, 1931),  # they begin Saudi Arabia with its union in 1932
        812: (1953, 1953),  # they begin Laos in 1954
    }
    assert len(ours - theirs) == 44


def _book(path: Path, *rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    book.active.title = "gwstates"  # type: ignore[union-attr]
    for row in (header, *rows):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path / "made.xlsx")
    return path / "made.xlsx"


def test_bad_cells_are_told(tmp_path: Path) -> None:
    made = _book(tmp_path, ("2", "USA", "United States", "01.01.1816", "31.12.2017"),
                 ("999", "XXX", "Nowhere", "01.01.1900", "31.12.2017"),
                 ("20", "CAN", "Canada", "1867", "31.12.2017"))  # fmt: skip
    assert told(refused("gw_states", made)) == [(3, "Cow Nr.", "999"), (4, "Start", "1867")]
    [problem] = refused("gw_states", _book(tmp_path, ("2", "USA"), header=HEADER[:2]))
    assert problem.value == "Name of State, Start, End"
