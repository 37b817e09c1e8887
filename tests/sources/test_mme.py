"""MME: what its rows become, and that each of its known defects is told."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support.mme import row, write

from timbang.errors import TimbangError
from timbang.sources.mme import SOURCE


def make(folder: Path, *rows: dict[str, str], **how: str) -> Path:
    return write(folder / "mme.csv", *rows, **how)


def told(path: Path) -> dict[str, int]:
    """How often each notice comes."""
    return Counter(notice.what for notice in SOURCE.read(path).notices)


def refused(path: Path) -> list[tuple[str, int, str, str]]:
    with pytest.raises(TimbangError) as caught:
        SOURCE.read(path)
    return [(p.file, p.line, p.column, p.value) for p in caught.value.problems]


def test_a_row_becomes_an_exercise_with_participants(tmp_path: Path) -> None:
    cells = {"Series_Name": "Shield of Peace", "Location": "Almaty", "lat": "43.25", "lon": "76.9", "CPX": "1"}
    found = SOURCE.read(make(tmp_path, row("mme1", "Kazakhstan|China", **cells))).found[0]
    exercise = found.exercise
    assert (exercise.id, exercise.source, exercise.locator, exercise.framework) == ("mme1", "mme7", "mme1", "")
    assert (exercise.start, exercise.end, exercise.series) == ("2001-08-06", "2001-08-10", "shield-of-peace")
    assert (exercise.place, exercise.lat, exercise.lon, exercise.precision) == (("Almaty",), (43.25,), (76.9,), ())
    assert (exercise.domains, exercise.roster) == (("command-post", "land", "warfighting"), "complete")
    assert [(p.exercise, p.state, p.certain) for p in found.participants] == [
        ("mme1", "CHN", "yes"),
        ("mme1", "KAZ", "yes"),
    ]


def test_an_unnamed_exercise_is_named_after_its_row_in_both_languages(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1", Ex_Name="-9"))
    exercise = SOURCE.read(path).found[0].exercise
    assert exercise.name_en == "Unnamed exercise (MME mme1)"
    assert exercise.name_id == "Latihan tanpa nama (MME mme1)"
    assert told(path) == {"the exercise has no name": 1}


@pytest.mark.parametrize(
    ("cells", "start"),
    [({"day": "xx"}, "2001-08"), ({"day": "xx", "month": "xx"}, "2001"), ({"day": "9"}, "2001-08-09")],
)
def test_dates_are_as_exact_as_the_file(tmp_path: Path, cells: dict[str, str], start: str) -> None:
    path = make(tmp_path, row("mme1", **cells))
    exercise = SOURCE.read(path).found[0].exercise
    assert (exercise.start, exercise.end) == (start, start)
    assert told(path) == ({"the day or month is not known": 2} if len(start) < 10 else {})


def test_an_end_before_the_start_is_kept_in_the_files_words(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1", EndDate="8/2/01", **{"e.day": "2"}))
    exercise = SOURCE.read(path).found[0].exercise
    assert (exercise.start, exercise.end, exercise.date_as_given) == ("2001-08-06?", "", "8/6/01 - 8/2/01")
    assert told(path) == {"the end is before the start": 1}


@pytest.mark.parametrize("name", ["-9", "NATO", "Baltic States"])
def test_what_names_no_single_state_leaves_the_roster_open(tmp_path: Path, name: str) -> None:
    found = SOURCE.read(make(tmp_path, row("mme1", f"China|{name}|Kazakhstan"))).found[0]
    assert (found.exercise.roster, found.states) == ("open", {"CHN", "KAZ"})


def test_a_state_named_twice_counts_once(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1", "China|Kazakhstan|China"))
    assert len(SOURCE.read(path).found[0].participants) == 2
    assert told(path) == {"a state is named twice": 1}


def test_a_name_is_read_by_the_day(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1", "Russia|Poland", year="1985"), row("mme2", "Russia|Poland", year="1995"))
    assert [sorted(one.states) for one in SOURCE.read(path).found] == [["POL", "SUN"], ["POL", "RUS"]]


def test_names_of_states_as_mme_writes_them(tmp_path: Path) -> None:
    names = (
        "Côte d’Ivoire|Federal Republic of Germany|German Democratic Republic|Congo - Kinshasa|st. christopher|Turkey"
    )
    found = SOURCE.read(make(tmp_path, row("mme1", names, year="1985"))).found[0]
    assert found.states == {"CIV", "DEU", "GDR", "COD", "KNA", "TUR"}


def test_an_unknown_state_is_a_problem_with_a_suggestion(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1"), row("mme2", "China|Kazakstann"))
    assert refused(path) == [("mme.csv", 3, "StateB", "Kazakstann")]
    with pytest.raises(TimbangError, match="Kazakhstan"):
        SOURCE.read(path)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("s.month", "13"),
        ("s.day", "31st"),
        ("lat", "91"),
        ("lon", "east"),
        ("CPX", "2"),
        ("MMEID", "row 1"),
        ("e.year", ""),
    ],
)
def test_cells_that_cannot_be_are_problems(tmp_path: Path, column: str, value: str) -> None:
    found = refused(make(tmp_path, row("mme1") | {column: value}))
    assert [(file, line) for file, line, _, _ in found] == [("mme.csv", 2)]


def test_one_id_for_two_exercises_is_told_apart_by_the_year(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1", year="1995"), row("mme1", year="2005"))
    found = SOURCE.read(path).found
    assert [one.exercise.id for one in found] == ["mme1-1995", "mme1-2005"]
    assert [one.exercise.locator for one in found] == ["mme1 (1995-08-06)", "mme1 (2005-08-06)"]
    assert {p.exercise for p in found[1].participants} == {"mme1-2005"}


def test_one_id_twice_in_a_year_is_a_problem(tmp_path: Path) -> None:
    assert refused(make(tmp_path, row("mme1"), row("mme1", month="9")))[0][:3] == ("mme.csv", 3, "MMEID")


REPEATS = "this may be the same exercise as another row, or another phase of it"


@pytest.mark.parametrize(
    ("other", "pairs"),
    [
        (
            {"Ex_Name": "Shield 2001", "states": "China|Russia", "day": "14"},
            1,
        ),  # same name, four days later, China in both
        ({"Ex_Name": "Shield", "states": "Russia|Belarus", "day": "14"}, 0),  # no state in both
        ({"Ex_Name": "Shield", "month": "9"}, 0),  # a month later
        ({"Ex_Name": "Sword", "day": "11"}, 0),
        ({"Ex_Name": "Sword", "day": "11", "FocusDescription": "anti-terrorism operations"}, 1),  # in the same words
    ],
)
def test_repeats_and_phases_are_told(tmp_path: Path, other: dict[str, Any], pairs: int) -> None:
    first = row("mme1", FocusDescription="anti-terrorism operations")
    assert told(make(tmp_path, first, row("mme2", **other))).get(REPEATS, 0) == pairs


@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8-sig", ","), ("utf-16", "\t"), ("cp1252", ";"), ("utf-8", ";")]
)
def test_files_that_a_spreadsheet_saved_again(tmp_path: Path, encoding: str, separator: str) -> None:
    degrees = ("43,25", "76,9") if separator == ";" else ("43.25", "76.9")
    cells = {"Location": "Almaty", "lat": degrees[0], "lon": degrees[1]}
    path = make(tmp_path, row("mme1", "Côte d’Ivoire|China", **cells), encoding=encoding, separator=separator)
    found = SOURCE.read(path).found[0]
    assert (found.states, found.exercise.lat, found.exercise.lon) == ({"CIV", "CHN"}, (43.25,), (76.9,))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("id,name\n1,Shield\n", encoding="utf-8")
    with pytest.raises(TimbangError, match="not a file of MME v7"):
        SOURCE.read(path)
    with pytest.raises(TimbangError, match="no such file"):
        SOURCE.read(tmp_path / "absent.csv")


def test_a_row_with_a_cell_too_many_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path, row("mme1"))
    path.write_text(path.read_text(encoding="utf-8").rstrip() + ",\r\n", encoding="utf-8", newline="")
    assert [line for _, line, _, _ in refused(path)] == [2]
