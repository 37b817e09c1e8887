"""MME as a table of who took part in what: from its wide file and from its long one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.dates import parse
from timbang.errors import Problem
from timbang.reading.datatable import Read
from timbang.registry import Peek
from timbang.sources._mme_states import NO_STATES, OWN_NAMES
from timbang.sources._table import LINE, Rows, raw

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.sources._reading import Reading

COLUMNS = {"exercise": "string", "state": "string", "year": "int", "start": "date", "certain": "bool",
           "roster": "string"}  # fmt: skip
LONG = ("MMEID", "country", "s.year", "participant_count")
LONG_COLUMNS = {"exercise": "string", "state": "string", "year": "int"}


def participants(reading: Reading, file: str) -> Read:
    """One row an exercise and state that took part, at the year in which the exercise began.

    `start` is null where the day is not known. `roster` is open where MME leaves participants unnamed: then a
    state without a row may have taken part.
    """
    import pyarrow as pa

    found = [(one.exercise, who) for one in reading.found for who in one.participants]
    days = [parse(exercise.start) for exercise, _ in found]
    table = pa.table({
        "exercise": pa.array([exercise.id for exercise, _ in found], pa.string()),
        "state": pa.array([who.state for _, who in found], pa.string()),
        "year": pa.array([day.first.year for day in days], pa.int64()),
        "start": pa.array([day.first if day.first == day.last else None for day in days], pa.date32()),
        "certain": pa.array([who.certain == "yes" for _, who in found], pa.bool_()),
        "roster": pa.array([exercise.roster for exercise, _ in found], pa.string()),
    })  # fmt: skip
    lines = pa.array([exercise.line for exercise, _ in found], pa.int64())
    return Read.of(table, _by_kind(reading.notices), file, lines)


def _by_kind(notices: Iterable[Problem]) -> list[Problem]:
    """One notice of each kind, the first, with how many there are."""
    kinds: dict[str, list[Problem]] = {}
    for notice in notices:
        kinds.setdefault(notice.what, []).append(notice)
    return [replace(of[0], what=f"{what} ({len(of)} times)") for what, of in kinds.items()]


def read_long(path: Path) -> Read:
    """The same from the long file, a row for each participant, though at most 24 of an exercise.

    Its Gleditsch-Ward numbers are not used: twenty names have none.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, LONG, "MME v7 (long)")
    year = rows.integers("s.year")
    names = _names(rows, year)
    unnamed = pc.is_in(rows.table["country"].combine_chunks(), pa.array(["-9", *NO_STATES]))
    if pc.any(unnamed).as_py():
        what = f"{pc.sum(unnamed).as_py()} participants are not named, or not one state; they have no row"
        rows.problems.append(Problem(what=what, file=rows.file, column="country", level="notice"))
    state = rows.by_name("country", year, own=OWN_NAMES, missing=("-9", *NO_STATES))
    table = pa.table({"exercise": names, "state": state, "year": year, LINE: rows.table[LINE].combine_chunks()})
    table = table.filter(pc.invert(unnamed))
    once = table.group_by([*LONG_COLUMNS], use_threads=False).aggregate([(LINE, "min")])
    if again := len(table) - len(once):
        what = f"{again} rows name a state that stands in the exercise already; it counts once"
        rows.problems.append(Problem(what=what, file=rows.file, column="country", level="notice"))
    return rows.as_read(once.select([*LONG_COLUMNS]), once[f"{LINE}_min"].combine_chunks())


def _names(rows: Rows, year: pa.Array) -> pa.Array:
    """The MMEID; of one that stands for exercises of several years, with the year, as in the wide file's reader."""
    import pyarrow as pa
    import pyarrow.compute as pc

    name = rows.text("MMEID")
    uses = pa.table({"name": name, "year": year}).group_by("name").aggregate([("year", "count_distinct")])
    shared = pc.is_in(name, uses.filter(pc.greater(uses["year_count_distinct"], 1))["name"].combine_chunks())
    return pc.if_else(shared, pc.binary_join_element_wise(name, pc.cast(year, pa.string()), "-"), name)


def is_wide(peek: Peek) -> bool:
    """Whether it is the wide file: a row for each exercise."""
    return {"MMEID", "StateA", "StateAM", "s.year"} <= set(peek.columns)


def is_long(peek: Peek) -> bool:
    """Whether it is the long file: a row for each participant."""
    return set(LONG) <= set(peek.columns)
