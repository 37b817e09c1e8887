"""One file to records: every row is read or reported, with file, line, column, value and what to do."""

import pytest
from support.folders import FILES, TABLES
from support.weighed import HEADER, ROWS

from timbang.model import Exercise, Figure, Participant
from timbang.reading.rows import MOST_PROBLEMS, Reading, read_rows
from timbang.tables import contracts


def reading(file: str, text: str) -> Reading:
    return read_rows(contracts()[file], text)


def test_a_row_becomes_a_record_with_its_line() -> None:
    exercises = reading("exercises.csv", FILES["exercises.csv"]).rows
    alpha, beta = exercises[0], exercises[2]
    assert isinstance(alpha, Exercise)
    assert (alpha.line, beta.line) == (2, 4)
    assert alpha.lat == (43.25, 54.9924)
    assert alpha.equipment == ("aircraft=10", "tanks")
    assert alpha.troops == 1300
    assert beta.start == "2005-05~"
    assert beta.note_en == 'a "quoted" note'
    assert exercises[3].troops is None
    assert exercises[3].hosts == ()


@pytest.mark.parametrize("file", TABLES)
def test_the_small_case_is_read_whole(file: str) -> None:
    found = reading(file, FILES[file])
    assert found.problems == []
    assert found.reported == 0
    assert found.seen == len(found.rows) == FILES[file].count("\n") - 1


@pytest.mark.parametrize("file", TABLES)
@pytest.mark.parametrize("separator", [";", "\t"])
def test_files_of_other_separators_and_line_ends_give_the_same_rows(file: str, separator: str) -> None:
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(csv.reader(io.StringIO(FILES[file])))
    assert reading(file, out.getvalue()).rows == reading(file, FILES[file]).rows


def test_a_semicolon_file_has_decimal_commas() -> None:
    text = FILES["figures.csv"].replace(",", ";").replace("1.1", "1,1").replace("1234.5", "1234,5")
    rows = reading("figures.csv", text).rows
    assert [row.value for row in rows] == [1.1, 1234.5]


def test_columns_may_stand_in_any_order() -> None:
    text = (
        "unit,value,variable,year,state,towards,as_given,locator,source,version\n"
        "percent,1.1,budget_share,2003,KAZ,,,p. 5,one,\n"
    )
    (row,) = reading("figures.csv", text).rows
    assert row == Figure(
        line=2, state="KAZ", year=2003, variable="budget_share", value=1.1, unit="percent", source="one", locator="p. 5"
    )


def test_an_optional_column_may_be_absent_and_no_other() -> None:
    (row, *_) = reading("evidence.csv", HEADER + ROWS).rows
    assert "paraphrase_id" not in HEADER and row.paraphrase_id == ""
    found = reading("evidence.csv", HEADER.replace(",coder", ""))
    assert [problem.column for problem in found.problems] == ["coder"]


def test_a_header_alone_is_legal_and_has_no_rows() -> None:
    found = reading("participants.csv", FILES["participants.csv"].split("\n", 1)[0])
    assert (found.seen, found.problems, found.keyed) == (0, [], True)


def test_an_empty_file_is_a_problem() -> None:
    (problem,) = reading("participants.csv", "\n").problems
    assert problem.what == "the file is empty"
    assert "exercise,state,source" in problem.expected


@pytest.mark.parametrize(
    ("old", "new", "said", "column"),
    [
        ("exercise,state", "exercise,stat", "the column is missing", "state"),
        ("exercise,state", "exercise,stat", "the column is not known", "stat"),
        ("qualifier", "qualifier,", "column 9 has no name", ""),
        ("qualifier", "state", "the column stands twice", "state"),
    ],
)
def test_a_wrong_header_reports_every_row(old: str, new: str, said: str, column: str) -> None:
    found = reading("participants.csv", FILES["participants.csv"].replace(old, new, 1))
    assert (said, column, 1) in [(p.what, p.column, p.line) for p in found.problems]
    assert (len(found.rows), found.reported) == (0, 6)


def test_cells_are_checked_though_a_column_is_stray() -> None:
    text = "exercise,state,source,locator,role,certain,troops,qualifier,mine\nx,Rusia,one,p,participant,yes,,,z\n"
    found = reading("participants.csv", text)
    assert [p.column for p in found.problems] == ["mine", "state"]


def test_a_file_of_something_else_says_so_once() -> None:
    found = reading("participants.csv", "a,b\n1,2\n3,4\n")
    assert [p.what for p in found.problems] == ["the file has none of its columns"]
    assert (found.seen, found.reported) == (2, 2)


def test_a_problem_says_what_where_expected_and_todo() -> None:
    found = reading("participants.csv", FILES["participants.csv"].replace("alpha,RUS", "alpha,Rusia", 1))
    (problem,) = found.problems
    assert (problem.file, problem.line, problem.column, problem.value) == ("participants.csv", 3, "state", "Rusia")
    assert problem.todo == "Write RUS"
    assert [row.line for row in found.rows] == [2, 4, 5, 6, 7]
    assert str(problem).startswith("participants.csv:3:state: ")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("alpha,KAZ,one", "the row has 3 cells"),
        ("alpha,KAZ,one,p. 1, Table 1,participant,yes,,", "the row has 9 cells"),
        ('alpha,KAZ,"one,p. 1,participant,yes,,', "never closed"),
        (",,,,,,,", "the row is empty"),
        ("alpha,RUS,one,p. 9,participant,yes,,", "line 3 has the same exercise, state, source"),
        ("beta,RUS,one,p. 1,participant,yes,\x00,", "the number cannot be read"),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_and_not_read(row: str, said: str) -> None:
    found = reading("participants.csv", FILES["participants.csv"] + row + "\n")
    (problem,) = found.problems
    assert said in problem.what
    assert problem.line == 8
    assert (len(found.rows), found.reported, found.seen) == (6, 1, 7)


def test_a_row_with_two_flaws_is_reported_once_and_both_are_told() -> None:
    found = reading("participants.csv", FILES["participants.csv"].replace("participant,yes,300", "guest,maybe,300", 1))
    assert [p.column for p in found.problems] == ["role", "certain"]
    assert found.reported == 1


def test_a_row_that_could_not_be_read_is_still_known_by_its_key() -> None:
    text = FILES["exercises.csv"].replace("1300,over", "1.300,over")
    found = reading("exercises.csv", text)
    assert ("alpha", "one") in found.keys
    assert found.reported == 1


def test_participants_are_participants() -> None:
    assert all(isinstance(row, Participant) for row in reading("participants.csv", FILES["participants.csv"]).rows)


def test_a_file_of_something_else_is_bounded_and_still_accounted_for() -> None:
    text = FILES["participants.csv"] + "x,Rusia\n" * 5_000
    found = reading("participants.csv", text)
    assert (len(found.rows), found.reported, found.seen) == (6, 5_000, 5_006)
    assert len(found.problems) == MOST_PROBLEMS + 1
    assert "the 3000 rows after them were not checked" in found.problems[-1].what


def test_a_header_of_too_many_columns_is_one_problem() -> None:
    (problem,) = reading("participants.csv", "exercise," * 100_000 + "\nx\n").problems
    assert problem.what == "the header has 100001 columns"
