"""Adding a provider's rows to a case: every row has a fate, likely doubles wait, all or nothing, twice is once."""

import csv
from pathlib import Path

import pytest
from support import mme, tiny
from support.mme import row

from timbang.adding.fates import FATES, FEW, OPEN, OUTSIDE, PRESENT, SKIPPED, WAITS, Addition
from timbang.adding.flow import add_exercises
from timbang.casefile import check_case, lock, new_case, open_case
from timbang.errors import TimbangError, UsageError
from timbang.model import Exercise, Participant
from timbang.registry import shipped_cases, sources

ENTERED = "entered"


def add(case: Path, *rows: dict[str, str], decided: Path | None = None) -> Addition:
    file = mme.write(case.parent / "mme.csv", *rows)
    addition, _ = add_exercises(case, sources()["mme"], file, decided or case / "mme-decisions.csv")
    assert sum(map(len, addition.fates.values())) == addition.rows == len(rows)
    assert not [problem for problem in check_case(case) if problem.level == "problem"]
    return addition


def contents(case: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in case.iterdir()}


def decide(case: Path, **words: str) -> None:
    """Fill the column `decision` as a user would."""
    path = case / "mme-decisions.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, rows[0])
        table.writeheader()
        table.writerows({**one, "decision": words.get(one["row"], one["decision"])} for one in rows)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "tiny")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    return new_case(tmp_path / "mine", "mine", "csto")


def test_every_row_has_one_fate(case: Path) -> None:
    addition = add(
        case,
        row("mme1", "China|Russia", Ex_Name="Lance", month="2"),  # enters
        row("mme2", "China|Japan", Ex_Name="Lance", month="2"),  # one member
        row("mme5", "China|Japan|-9", Ex_Name="Lance", month="2"),  # one member, and somebody else
        row("mme3", "China|Russia", Ex_Name="Lance", year="1995"),  # outside 2001-2003
        row("mme4", "China|Kazakhstan", Ex_Name="-9"),  # as Shield 2001, by days and states
    )
    fates = {fate: rows for fate, rows in addition.fates.items() if rows}
    assert fates == {ENTERED: ["mme1"], FEW: ["mme2"], OPEN: ["mme5"], OUTSIDE: ["mme3"], WAITS: ["mme4"]}
    assert set(addition.fates) == set(FATES)


def test_a_row_enters_with_all_its_states_and_its_source(case: Path) -> None:
    add(case, row("mme1", "China|Russia|Japan", Ex_Name="Lance", month="2"))
    read = open_case(case)
    entered = [one for one in read.of(Exercise) if one.source == "mme7"]
    assert [(one.id, one.locator, one.framework, one.start) for one in entered] == [("mme1", "mme1", "", "2001-02-06")]
    assert [p.state for p in read.of(Participant) if p.source == "mme7"] == ["CHN", "JPN", "RUS"]
    assert "mme7" in read.references
    assert len(read.of(Exercise)) == 4 and "alpha" in read.references


def test_adding_twice_changes_nothing(case: Path) -> None:
    rows = (row("mme1", "China|Russia", Ex_Name="Lance", month="2"), row("mme4", "China|Kazakhstan"))
    add(case, *rows)
    before = contents(case)
    addition = add(case, *rows)
    assert addition.fates[PRESENT] == ["mme1"] and addition.fates[WAITS] == ["mme4"]
    assert contents(case) == before


def test_members_at_the_time_count_not_members_of_today(fresh: Path) -> None:
    """Uzbekistan was in the CSTO until 1999-04-20, and again from 2006-08-17."""
    rows = [
        row(f"mme{year}", "Uzbekistan|Russia", Ex_Name=f"Lance {year}", year=year) for year in ("1998", "2003", "2007")
    ]
    addition = add(fresh, *rows)
    assert addition.fates[ENTERED] == ["mme1998", "mme2007"] and addition.fates[FEW] == ["mme2003"]


def test_the_period_that_nobody_set_becomes_the_datas(fresh: Path) -> None:
    addition = add(fresh, row("mme1", "Armenia|Russia", year="1980"), row("mme2", "Armenia|Russia", year="2010"))
    assert addition.years == (1992, 2010)  # the file begins in 1980, the organization in 1992
    head = open_case(fresh).head
    assert (head.first_year, head.last_year) == (1992, 2010)
    assert addition.fates[OUTSIDE] == ["mme1"]


def test_a_period_that_was_set_stays(fresh: Path) -> None:
    head = fresh / "case.yml"
    head.write_text(head.read_text(encoding="utf-8").replace("from: 1992", "from: 2000"), encoding="utf-8")
    period = open_case(fresh).head.first_year, open_case(fresh).head.last_year
    assert add(fresh, row("mme1", "Armenia|Russia", year="2005")).years == period


def likely(case: Path, *rows: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.row.exercise.locator, one.exercise) for one in add(case, *rows).waiting]


@pytest.mark.parametrize(
    ("cells", "like"),
    [
        ({"states": "China|Kazakhstan", "Ex_Name": "-9"}, "shield-2001"),  # the same days and states
        ({"states": "China|Russia", "Ex_Name": "Lance", "day": "14"}, "shield-2001"),  # two days after it
        ({"states": "China|Russia", "Ex_Name": "Lance", "day": "17"}, None),  # five days after it
        ({"states": "China|Russia", "Ex_Name": "SHIELD", "month": "3"}, "shield-2001"),  # its name, in its year
        (
            {"states": "China|Russia", "Ex_Name": "Shield 2003", "year": "2003", "month": "3"},
            None,
        ),  # its name, not its year
        ({"states": "Russia|China", "Ex_Name": "-9", "year": "2003", "month": "9"}, "wall-2003"),  # in its month
        (
            {"states": "Russia|Kazakhstan", "Ex_Name": "-9", "year": "2003", "month": "9"},
            None,
        ),  # with one of its states
    ],
)
def test_likely_doubles_wait(case: Path, cells: dict[str, str], like: str | None) -> None:
    assert likely(case, row("mme1", **cells)) == ([("mme1", like)] if like else [])


DOUBLES = (
    row("mme1", "China|Kazakhstan", Ex_Name="-9"),
    row("mme2", "China|Russia", Ex_Name="Wall", year="2003", month="9"),
    row("mme3", "China|Russia", Ex_Name="-9", year="2003", month="9", day="xx"),
)


def test_decisions_are_followed(case: Path) -> None:
    assert add(case, *DOUBLES).fates[WAITS] == ["mme1", "mme2", "mme3"]
    decide(case, mme1="same", mme2="new", mme3="skip")
    addition = add(case, *DOUBLES)
    assert (addition.fates[ENTERED], addition.fates[SKIPPED]) == (["mme1", "mme2"], ["mme3"])
    read = open_case(case)
    assert [(one.id, one.locator) for one in read.of(Exercise) if one.source == "mme7"] == [
        ("shield-2001", "mme1"),
        ("mme2", "mme2"),
    ]
    assert {p.exercise for p in read.of(Participant) if p.locator == "mme1"} == {"shield-2001"}
    before = contents(case)
    assert add(case, *DOUBLES).fates[PRESENT] == ["mme1", "mme2"]
    assert contents(case) == before


def refusal(case: Path, *rows: dict[str, str]) -> str:
    """Why adding is refused; the case stays as it was."""
    before = contents(case)
    with pytest.raises(TimbangError) as caught:
        add(case, *rows)
    assert contents(case) == before
    return str(caught.value)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("decision", "perhaps", "this is no decision"),
        ("exercise", "nowhere-1999", "the case has no such exercise"),
        ("row", "mme2", "the row is decided on twice"),
    ],
)
def test_decisions_that_cannot_be_followed_are_refused(case: Path, column: str, value: str, why: str) -> None:
    add(case, *DOUBLES)
    decide(case, mme1="same", mme2="same")
    path = case / "mme-decisions.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[lines[0].split(",").index(column)] = value
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]), encoding="utf-8")
    assert why in refusal(case, *DOUBLES)


def test_two_rows_cannot_be_one_exercise(case: Path) -> None:
    add(case, *DOUBLES)
    decide(case, mme2="same", mme3="same")
    assert "another row of this source is this exercise already" in refusal(case, *DOUBLES)


def test_a_file_with_a_problem_adds_nothing(case: Path) -> None:
    assert "Atlantis" in refusal(case, row("mme1", "China|Russia", month="2"), row("mme2", "China|Atlantis"))


def test_a_case_with_a_problem_is_left_alone(case: Path) -> None:
    (case / "participants.csv").write_text("exercise,state\n", encoding="utf-8")
    assert "participants.csv" in refusal(case, row("mme1", "China|Russia", month="2"))


def test_a_disk_that_fills_up_leaves_the_case_as_it_was(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(case)
    whole = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == ".participants.csv.new":
            raise OSError(28, "No space left on device", str(path))
        return whole(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        add(case, row("mme1", "China|Russia", Ex_Name="Lance", month="2"))
    assert contents(case) == before


def test_a_case_that_ships_is_not_changed(tmp_path: Path) -> None:
    if not shipped_cases():
        pytest.fail("no case ships")
    folder = next(iter(shipped_cases().values()))
    with pytest.raises(UsageError, match="is not changed"):
        add_exercises(folder, sources()["mme"], tmp_path / "mme.csv", tmp_path / "decisions.csv")


def test_a_case_that_is_written_to_is_not_added_to(case: Path) -> None:
    with lock(case), pytest.raises(TimbangError, match="another timbang"):
        add(case, row("mme1", "China|Russia", month="2"))


def test_other_files_of_the_case_are_kept(case: Path) -> None:
    (case / "notes.txt").write_text("mine", encoding="utf-8")
    claims = (case / "claims.yml").read_bytes()
    add(case, row("mme1", "China|Russia", Ex_Name="Lance", month="2"))
    assert (case / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert (case / "claims.yml").read_bytes() == claims
