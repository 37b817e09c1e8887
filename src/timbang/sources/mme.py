"""Military Multinational Exercises (MME), version 7: reads its wide file as its users have it.

One row is one exercise, its participants in the columns StateA to StateAM. Dates are read from the
columns s.year, s.month, s.day and e.year, e.month, e.day; the columns StartDate and EndDate mix two
formats and are kept only where the two dates contradict each other.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from timbang.errors import Problem, TimbangError
from timbang.registry import DataTable, Source
from timbang.sources._mme_repeats import repeats
from timbang.sources._mme_rows import FLAGS, row_of
from timbang.sources._mme_states import STATES
from timbang.sources._mme_tables import COLUMNS as PARTICIPANTS
from timbang.sources._mme_tables import LONG, LONG_COLUMNS, is_long, is_wide, participants, read_long
from timbang.sources._reading import Found, Reading
from timbang.sources._sheet import rows
from timbang.sources._table import Read
from timbang.text import Text

COLUMNS = (
    "MMEID", "Ex_Name", "Series_Name", "Location", "FocusDescription", "lat", "lon",
    "StartDate", "s.year", "s.month", "s.day", "EndDate", "e.year", "e.month", "e.day", *FLAGS, *STATES,
)  # fmt: skip
BIBTEX = """@misc{mme7,
  author = {D'Orazio, Vito and Galambos, Kevin},
  title  = {Multinational Military Exercises (MME), version 7},
  year   = {2021},
  note   = {Data set, 1980-2010. It does not record under whose framework an exercise was held.}
}
"""
OPEN = {"participants not named": "-9, NATO, Baltic States: 206 exercises; a state without a row may have taken part"}


def read(path: Path) -> Reading:
    """Every exercise of the file. Known defects are notices; TimbangError for what MME v7 does not contain.

    An exercise's id and locator are its MMEID; where the file gives one MMEID to several exercises,
    the id ends in the year and the locator names the date.
    """
    sheet = rows(path, COLUMNS, "MME v7")
    uses = Counter(row.cells["MMEID"] for row in sheet)
    problems: list[Problem] = []
    found: list[Found] = []
    for row in sheet:
        exercise, told = row_of(row, shared_id=uses[row.cells["MMEID"]] > 1)
        problems += told
        found += [exercise] if exercise else []
    problems += _same_keys(found, path.name)
    if any(problem.level == "problem" for problem in problems):
        raise TimbangError(problem for problem in problems if problem.level == "problem")
    return Reading(tuple(found), (*problems, *repeats(found, path.name)))


def read_participants(path: Path) -> Read:
    """Who took part in which exercise, of the wide file: see `_mme_tables.participants`."""
    return participants(read(path), path.name)


def _same_keys(found: list[Found], file: str) -> list[Problem]:
    """Rows that cannot be told apart: the same MMEID in the same year."""
    first: dict[str, int] = {}
    return [
        Problem(what="this MMEID stands twice in the same year", file=file, line=one.exercise.line, column="MMEID",
                value=one.exercise.id, expected="one row an exercise", todo=f"Compare line {line} and remove one")
        for one in found
        if (line := first.setdefault(one.exercise.id, one.exercise.line)) != one.exercise.line
    ]  # fmt: skip


SOURCE = Source(
    name="mme",
    label=Text("Military Multinational Exercises (MME), version 7", "Latihan Militer Multinasional (MME), versi 7"),
    citation="D'Orazio, Vito & Galambos, Kevin. 2021. Multinational Military Exercises (MME), version 7. 1980-2010.",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    columns=COLUMNS,
    read=read,
    gives="exercises",
    tables=(
        DataTable(
            name="mme_participants",
            label=Text("Participants in multinational exercises", "Peserta latihan multinasional"),
            file="mme_v7.csv",
            needed=COLUMNS,
            unread=("AdditionalParticipantInfo",),
            recognizes=is_wide,
            read=read_participants,
            columns=PARTICIPANTS,
            key=("exercise", "state"),
            coverage=(1980, 2010),
            version="7",
            rows=13657,
            holes=OPEN,
        ),
        DataTable(
            name="mme_long",
            label=Text(
                "Participants in multinational exercises (long file)", "Peserta latihan multinasional (berkas panjang)"
            ),
            file="mme_long of the R package troopdata (here mme-v7-long.csv)",
            needed=LONG,
            unread=("gwcode", "year", "AdditionalParticipantInfo", *(set(COLUMNS) - {*LONG, *STATES})),
            recognizes=is_long,
            read=read_long,
            columns=LONG_COLUMNS,
            key=("exercise", "state"),
            coverage=(1980, 2010),
            version="7",
            rows=13579,
            holes=OPEN
            | {"more than 24 participants": "the long file leaves out those after the 24th; use the wide one"},
        ),
    ),
)
