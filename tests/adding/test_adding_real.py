"""MME v7 as a whole, added to NATO and to the SCO case."""

import re
import shutil
from pathlib import Path

import pytest

from timbang.adding.fates import FEW, OPEN, WAITS
from timbang.adding.flow import add_exercises
from timbang.casefile import new_case, open_case, write_table
from timbang.model import Exercise, Participant
from timbang.registry import shipped_cases, sources

pytestmark = pytest.mark.needs_shared


@pytest.fixture
def file(shared: Path) -> Path:
    return shared / "data" / "exercises" / "mme_v7.csv"


@pytest.mark.slow
def test_nato(tmp_path: Path, file: Path) -> None:
    case = new_case(tmp_path / "nato", "nato", "nato")
    addition, changed = add_exercises(case, sources()["mme"], file, case / "mme-decisions.csv")
    assert {fate: len(rows) for fate, rows in addition.fates.items() if rows} == {
        "entered": 1051, OPEN: 164, FEW: 2492,
    }  # fmt: skip
    assert addition.years == (1980, 2010)
    assert [path.name for path in changed] == ["case.yml", "exercises.csv", "participants.csv", "references.bib"]
    assert len(open_case(case).of(Exercise)) == 1051


@pytest.mark.slow
def test_sco_without_its_mme_rows_gets_them_back_or_is_asked(tmp_path: Path, file: Path) -> None:
    """The case that ships was matched by hand: those matches must be among the likely doubles."""
    case = shutil.copytree(shipped_cases()["sco"], tmp_path / "sco")
    rows = open_case(case).of(Exercise)
    by_hand = {row.locator: row.id for row in rows if row.source == "mme7" and row.id != row.locator}
    parts, phases = open_case(case).of(Participant), open_case(case).head.phases
    head = (case / "case.yml").read_text(encoding="utf-8")
    (case / "case.yml").write_text(re.sub(r"phases: \{[^}]*\}", "phases: {}", head), encoding="utf-8")
    write_table(case, Exercise, [row for row in rows if row.source != "mme7"])
    write_table(case, Participant, [part for part in parts if part.source != "mme7"])
    addition, _ = add_exercises(case, sources()["mme"], file, case / "mme-decisions.csv")
    asked = {one.row.exercise.locator: one.exercise for one in addition.waiting}
    assert {locator: asked.get(locator) for locator in by_hand} == by_hand
    assert {asked[phase] for phase in phases} == {"coalition-2003"}
    since_2002 = {row.locator for row in rows if row.source == "mme7" and row.start >= "2002"}
    assert {*addition.fates["entered"], *addition.fates[WAITS]} == since_2002
