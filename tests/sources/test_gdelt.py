"""GDELT 2: files without a header, cut short or not; CAMEO's country codes; the file that names the columns."""

from datetime import date
from pathlib import Path

import pytest
from support.source_tables import DATA, cells, refused, rows_of, table_of, tables_in, told

LABELS = "events/GDELT2_events_column_labels.csv"
PLACES = {
    "GLOBALEVENTID": 0, "SQLDATE": 1, "Actor1CountryCode": 7, "Actor1Type1Code": 12, "Actor2CountryCode": 17,
    "Actor2Type1Code": 22, "EventCode": 26, "EventRootCode": 28, "QuadClass": 29, "GoldsteinScale": 30,
    "NumMentions": 31,
}  # fmt: skip


def line(event: int, **more: str) -> str:
    """One line of an export file; as GDELT gives it, most cells are empty."""
    given = {
        "SQLDATE": "20200301", "Actor1CountryCode": "RUS", "Actor1Type1Code": "MIL", "Actor2CountryCode": "KGZ",
        "EventCode": "062", "EventRootCode": "06", "QuadClass": "2", "GoldsteinScale": "-9.0", "NumMentions": "10",
    } | more  # fmt: skip
    made = [""] * 61
    for name, value in {"GLOBALEVENTID": str(event), **given}.items():
        made[PLACES[name]] = value
    made[60] = 'https://example.org/a"b'
    return "\t".join(made)


def export(folder: Path, *lines: str) -> Path:
    path = folder / "20200301000000.export.CSV"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.needs_shared
def test_columns_lie_where_gdelt_says() -> None:
    found = {row["name"]: row for row in rows_of("gdelt_columns", LABELS)}
    assert len(found) == len(cells(LABELS)) == 61 and found["EventCode"]["kind"] == "STRING"
    assert {name: found[name]["position"] - 1 for name in PLACES} == PLACES
    assert tables_in(DATA / LABELS) == {"gdelt_columns"}


def test_an_event(tmp_path: Path) -> None:
    made = export(tmp_path, line(5))
    assert rows_of("gdelt_events", made) == [{
        "event": 5, "date": date(2020, 3, 1), "year": 2020, "actor1": "RUS", "actor2": "KGZ", "type1": "MIL",
        "type2": None, "cameo": "062", "root": "06", "quad": 2, "goldstein": -9.0, "mentions": 10,
    }]  # fmt: skip
    assert tables_in(made) == {"gdelt_events"}


def test_codes_of_states_by_year_former_codes_and_regions(tmp_path: Path) -> None:
    lines = [
        line(1, Actor1CountryCode="RUS", SQLDATE="19850101"),
        line(2, Actor1CountryCode="ROM"),
        line(3, Actor1CountryCode="EUR"),
        line(4, Actor1CountryCode=""),
    ]
    read = table_of("gdelt_events", export(tmp_path, *lines))
    assert read.table["actor1"].to_pylist() == ["SUN", "ROU", None, None]
    assert [(notice.line, notice.value) for notice in read.notices] == [(3, "EUR")]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"EventCode": "62"}, (2, "EventCode", "62")),
        ({"SQLDATE": "20200230"}, (2, "SQLDATE", "2020-02-30")),
        ({"QuadClass": "5"}, (2, "QuadClass", "5")),
        ({"NumMentions": "many"}, (2, "NumMentions", "many")),
        ({"GoldsteinScale": "-10.5"}, (2, "goldstein", "-10.5")),
    ],
)
def test_bad_cells_are_told(tmp_path: Path, more: dict[str, str], problem: tuple[int, str, str]) -> None:
    assert told(refused("gdelt_events", export(tmp_path, line(1), line(2, **more))))[0] == problem


def test_a_file_cut_short_is_told_with_the_line(tmp_path: Path) -> None:
    made = export(tmp_path, line(1), line(2)[:-30])
    [problem] = refused("gdelt_events", made)
    assert (problem.line, problem.expected) == (2, "61, as GDELT 2 has")
    made.write_text("", encoding="utf-8")
    assert "empty" in refused("gdelt_events", made)[0].what
    assert told(refused("gdelt_events", export(tmp_path, line(1), line(1))))[0][2] == "event 1"
