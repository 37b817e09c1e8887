"""From suggestions to rows: what is known, new, in conflict or present; entered as decided, all or nothing."""

import csv
from hashlib import sha256
from pathlib import Path

import pytest
from support import tiny

from timbang.adding.document_fates import Wishes
from timbang.adding.documents import add_documents
from timbang.casefile import check_case, open_case
from timbang.errors import TimbangError, UsageError
from timbang.model import Exercise, Participant
from timbang.registry import shipped_cases
from timbang.reviewing.decisions import decided
from timbang.reviewing.entering import accept, accept_all, reject
from timbang.reviewing.offers import Offer, offers
from timbang.reviewing.rows import new_id

HEAD = "Table 1. Manoeuvres.\n\n| No | Date | Participants | Location | Title | Troops |\n|---|---|---|---|---|---|\n"
ROWS = (
    "| 1 | 6-10 August 2001 | China and Kazakhstan | Kazakhstan: Almaty | Shield 2001 | 1,250 |\n",
    "| 2 | 6-8 June 2001 | Russia and Kazakhstan | Russia: Omsk | Lance 2001 | 300 |\n",
    "| 3 | May 2002 | China and Russia ? | China: Kashgar | Falcon | China: 200, Russia: 100 |\n",
)


def quiet(_: str) -> None:
    pass


def with_document(case: Path, *rows: str, name: str = "table.md", source: str = "") -> Path:
    """The case with a document of these rows of a table."""
    path = case.parent / name
    path.write_text(HEAD + "".join(rows) + "\nMade for this test.\n", encoding="utf-8")
    added, _, _ = add_documents(case, [path], Wishes(source=source), quiet)
    assert [one.fate for one in added] == ["added"], added
    return case


def waiting(case: Path) -> list[Offer]:
    return offers(open_case(case), quiet, {(one.document, one.spans) for one in decided(case)})


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "tiny")


def test_each_suggestion_is_set_beside_the_case(case: Path) -> None:
    found = waiting(with_document(case, *ROWS))
    assert [(one.fate, one.match.exercise) for one in found] == [
        ("conflict", "shield-2001"), ("new", ""), ("new", ""),
    ]  # fmt: skip
    # `beta` has 1300 troops, an end on the 12th and Russia; `alpha` has over 1200, which 1250 is.
    differ = {(one.field, one.source) for one in found[0].match.conflicts}
    assert {("troops", "beta"), ("end", "beta"), ("participants", "beta")} <= differ
    assert ("troops", "alpha") not in differ


def test_what_a_source_has_said_already_is_present(case: Path) -> None:
    found = waiting(with_document(case, *ROWS, source="alpha"))
    assert [one.fate for one in found] == ["present", "new", "new"]


def test_an_accepted_suggestion_enters_with_source_locator_and_decision(case: Path) -> None:
    offer = waiting(with_document(case, *ROWS))[2]
    id, after = accept(case, offer, "Ani", "accepted", {}, "")
    [row] = [row for row in after.of(Exercise) if row.id == id]
    assert (id, row.source, row.locator) == ("falcon-2002", "table", "Table 1, row 3")
    assert (row.start, row.end, row.name_en, row.place, row.hosts) == (
        "2002-05", "2002-05", "Falcon", ("CHN: Kashgar",), ("CHN",),
    )  # fmt: skip
    parts = {p.state: (p.certain, p.troops) for p in after.of(Participant) if p.exercise == id}
    assert parts == {"CHN": ("yes", 200), "RUS": ("no", 100)}
    [decision] = decided(case)
    document = sha256((case / "documents/table.md").read_bytes()).hexdigest()
    assert (decision.document, decision.spans) == (document, offer.found.spans)
    assert (decision.decision, decision.exercise, decision.who) == ("accepted", id, "Ani") and decision.when
    assert not [one for one in check_case(case) if one.file == "reviews.csv"]
    assert len(waiting(case)) == 2


def test_an_edit_is_kept_beside_what_was_suggested(case: Path) -> None:
    offer = waiting(with_document(case, *ROWS))[0]
    edits = {"exercise": "other-2001", "troops": "1400", "participants": "CHN|UZB?|RUS (observer)", "place": ""}
    id, after = accept(case, offer, "Ani", "edited", edits, "troops: 1250 -> 1400")
    [row] = [row for row in after.of(Exercise) if row.id == "other-2001"]
    assert (id, row.troops, row.place, row.hosts) == ("other-2001", 1400, (), ())
    parts = {p.state: (p.certain, p.role) for p in after.of(Participant) if p.exercise == id}
    assert parts == {"CHN": ("yes", "participant"), "UZB": ("no", "participant"), "RUS": ("yes", "observer")}
    assert decided(case)[0].changes == "troops: 1250 -> 1400"


@pytest.mark.parametrize(
    "edits",
    [{"start": "soon"}, {"participants": "Atlantis"}, {"exercise": "No Slug"}, {"troops_by_state": "USA=5"},
     {"participants": "(observer)"}, {"end": "1999"}, {"exercise": "shield-2001", "name_en": "\x00"}],
)  # fmt: skip
def test_what_a_cell_cannot_hold_changes_nothing(case: Path, edits: dict[str, str]) -> None:
    offer = waiting(with_document(case, *ROWS))[1]
    before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    with pytest.raises(TimbangError):
        accept(case, offer, "Ani", "edited", edits, "")
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == before


def test_a_source_cannot_enter_an_exercise_twice(case: Path) -> None:
    first, second, _ = waiting(with_document(case, *ROWS))
    accept(case, first, "Ani", "accepted", {}, "")
    with pytest.raises(TimbangError, match="already"):
        accept(case, second, "Ani", "edited", {"exercise": "shield-2001"}, "")


def test_a_rejected_suggestion_is_not_offered_again(case: Path) -> None:
    offer = waiting(with_document(case, *ROWS))[0]
    tables = {name: (case / name).read_bytes() for name in ("exercises.csv", "participants.csv")}
    reject(case, offer, "Budi")
    assert {name: (case / name).read_bytes() for name in tables} == tables
    assert [one.found.spans for one in waiting(case)].count(offer.found.spans) == 0
    assert decided(case)[0].decision == "rejected"


def test_a_threshold_accepts_what_has_no_conflict(case: Path) -> None:
    offered = waiting(with_document(case, *ROWS))
    decisions, left, changed = accept_all(case, offered, 0.9, "Ani")
    assert [one.exercise for one in decisions] == ["lance-2001", "falcon-2002"]
    assert [one.fate for one in left] == ["conflict"]
    assert {path.name for path in changed} == {"exercises.csv", "participants.csv", "reviews.csv"}
    assert decisions[0].changes == "--accept 0.9, score 1"
    assert not [one for one in check_case(case) if one.level == "problem"]


def test_rows_near_each_other_in_one_table_are_two_exercises(case: Path) -> None:
    near = ROWS[1].replace("Russia and Kazakhstan", "China, Russia and Kazakhstan").replace("June", "August")
    other = "| 2 | 7-9 August 2001 | China, Russia and Kazakhstan | Russia: Tomsk | Bow 2001 | 100 |\n"
    (case / "exercises.csv").unlink()
    (case / "participants.csv").unlink()
    (case / "claims.yml").unlink()
    decisions, left, _ = accept_all(
        case, waiting(with_document(case, near.replace("| 2 ", "| 1 ", 1), other)), 0.5, "Ani"
    )
    assert [one.exercise for one in decisions] == ["lance-2001", "bow-2001"] and not left


def test_two_documents_on_one_exercise_make_one_exercise(case: Path) -> None:
    with_document(case, ROWS[2].replace("| 3 ", "| 1 ", 1))
    with_document(case, ROWS[2].replace("| 3 ", "| 1 ", 1) + "\n", name="again.md")
    decisions, left, _ = accept_all(case, waiting(case), 0.9, "Ani")
    assert [one.exercise for one in decisions] == ["falcon-2002", "falcon-2002"] and not left
    sources = {row.source for row in open_case(case).of(Exercise) if row.id == "falcon-2002"}
    assert sources == {"table", "again"}


def test_a_case_that_ships_is_not_reviewed(case: Path) -> None:
    with pytest.raises(UsageError):
        accept_all(shipped_cases()["sco"], [], 0.9, "Ani")


def test_a_file_of_decisions_that_lacks_columns_is_refused(case: Path) -> None:
    (case / "reviews.csv").write_text("document,spans\n", encoding="utf-8")
    with pytest.raises(TimbangError, match="columns are missing"):
        decided(case)


def test_ids_are_short_names_of_their_own() -> None:
    said = {"name_en": "Щит-2005", "start": "2005-08", "participants": "CHN|RUS"}
    assert new_id({**said, "name_en": "Peace Mission"}, ()) == "peace-mission-2005"
    assert new_id({**said, "name_en": "Peace Mission 2005"}, {"peace-mission-2005"}) == "peace-mission-2005-2"
    assert new_id({**said, "name_en": "Unnamed exercise (p. 3)"}, ()) == "exercise-2005-08-chn-rus"


def test_decisions_are_csv_that_a_spreadsheet_reads(case: Path) -> None:
    offer = waiting(with_document(case, *ROWS))[0]
    reject(case, offer, 'Ani, "A."')
    with (case / "reviews.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["who"] == 'Ani, "A."'
