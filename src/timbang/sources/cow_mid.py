"""Militarized Interstate Disputes (Correlates of War), version 5.0: disputes (A) and their participants (B)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, days, tell_outside, tell_version
from timbang.sources._table import Read, Rows, raw
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

TIME = ("stday", "stmon", "styear", "endday", "endmon", "endyear")
DISPUTES = ("dispnum", *TIME, "fatality", "hiact", "hostlev", "ongo2014")
PARTICIPANTS = ("dispnum", "ccode", *TIME, "sidea", "revstate", "revtype1", "fatality", "hiact", "hostlev", "orig")
RANGES = {"hostility": (1, 5), "highest_action": (0, 22), "fatality": (0, 6), "first_year": (1816, 2014),
          "last_year": (1816, 2014)}  # fmt: skip
WHEN = {"first": "date", "last": "date", "first_year": "int", "last_year": "int"}
BIBTEX = """@article{mid5,
  author  = {Palmer, Glenn and McManus, Roseanne W. and D'Orazio, Vito and Kenwick, Michael R. and Karstens, Mikaela and Bloch, Chase and Dietrich, Nick and Kahn, Kayla and Ritter, Kellan and Soules, Michael J.},
  title   = {The MID5 Dataset, 2011-2014: Procedures, coding rules, and description},
  journal = {Conflict Management and Peace Science},
  volume  = {39},
  number  = {4},
  pages   = {470--482},
  year    = {2022},
  note    = {Data: version 5.0, 1816-2014}
}
"""  # noqa: E501


def read_disputes(path: Path) -> Read:
    """One row a dispute; days are null where the file has -9 for the day; `ongoing`: at the end of 2014.

    `hostility`: 1 no militarized action, 2 threat, 3 display, 4 use of force, 5 war. `fatality`: 0 none,
    1 to 6 levels of deaths, null unknown.
    """
    rows = raw(path, DISPUTES, "MID 5.0, disputes (A)")
    tell_version(rows, "5")
    return rows.read({"dispute": rows.integers("dispnum"), **_time(rows), "ongoing": rows.flags("ongo2014"),
                      **_levels(rows)})  # fmt: skip


def read_participants(path: Path) -> Read:
    """One row a participant and spell in a dispute: `spell` 1 for the first, for some states left and came back.

    `revisionist`: whether it wanted to change the status quo before the dispute; `revision_type`: 0 none,
    1 territory, 2 policy, 3 regime or government, 4 other, null unknown. States are those of the first year.
    """
    rows = raw(path, PARTICIPANTS, "MID 5.0, participants (B)")
    tell_version(rows, "5")
    time = _time(rows)
    state = rows.by_cow("ccode", time["first_year"])
    tell_outside(rows, "ccode", state, time["first_year"])
    dispute = rows.integers("dispnum")
    return rows.read({
        "dispute": dispute, "state": state, "spell": _spells(rows, dispute, state), **time,
        "side_a": rows.flags("sidea"), "originator": rows.flags("orig"), "revisionist": rows.flags("revstate"),
        "revision_type": rows.integers_within("revtype1", 0, 4), **_levels(rows),
    })  # fmt: skip


def _time(rows: Rows) -> dict[str, pa.Array]:
    return {"first": days(rows, "styear", "stmon", "stday"), "last": days(rows, "endyear", "endmon", "endday"),
            "first_year": rows.integers("styear"), "last_year": rows.integers("endyear")}  # fmt: skip


def _levels(rows: Rows) -> dict[str, pa.Array]:
    return {"hostility": rows.integers("hostlev"), "highest_action": rows.integers("hiact"),
            "fatality": rows.integers("fatality")}  # fmt: skip


def _spells(rows: Rows, dispute: pa.Array, state: pa.Array) -> pa.Array:
    """The spell of each row: its rank among the beginnings of the state in the dispute (alike if they are the same)."""
    import pyarrow as pa

    begins = [rows.integers(column).to_pylist() for column in ("styear", "stmon", "stday")]
    keys = [*zip(dispute.to_pylist(), state.to_pylist(), strict=True)]
    starts = [tuple(part or 0 for part in start) for start in zip(*begins, strict=True)]
    known: dict[object, set[tuple[int, ...]]] = {}
    for key, start in zip(keys, starts, strict=True):
        known.setdefault(key, set()).add(start)
    return pa.array([1 + sum(other < start for other in known[key]) for key, start in zip(keys, starts, strict=True)],
                    pa.int64())  # fmt: skip


def _is_disputes(peek: Peek) -> bool:
    return set(DISPUTES) <= set(peek.columns) and "ccode" not in peek.columns


def _is_participants(peek: Peek) -> bool:
    return set(PARTICIPANTS) <= set(peek.columns)


SOURCE = Source(
    name="cow_mid",
    label=Text("Militarized Interstate Disputes (COW), 5.0", "Sengketa Antarnegara Bersenjata (COW), 5.0"),
    citation="Palmer, Glenn, McManus, Roseanne W., D'Orazio, Vito, Kenwick, Michael R., Karstens, Mikaela, Bloch, "
    "Chase, Dietrich, Nick, Kahn, Kayla, Ritter, Kellan & Soules, Michael J. 2022. The MID5 Dataset, 2011-2014: "
    "Procedures, coding rules, and description. Conflict Management and Peace Science 39(4): 470-482. "
    "Data: version 5.0.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="mid_disputes",
            label=Text("Militarized disputes", "Sengketa bersenjata"),
            file="MIDA 5.0.csv",
            needed=DISPUTES,
            recognizes=_is_disputes,
            read=read_disputes,
            columns={"dispute": "int", **WHEN, "ongoing": "bool", "hostility": "int", "highest_action": "int",
                     "fatality": "int"},
            key=("dispute",),
            coverage=(1816, 2014),
            version="5.0",
            unread=("outcome", "settle", "fatalpre", "maxdur", "mindur", "recip", "numa", "numb", "version"),
            url="https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip",
            rows=2436,
            ranges=RANGES,
        ),
        DataTable(
            name="mid_participants",
            label=Text("Participants of militarized disputes", "Peserta sengketa bersenjata"),
            file="MIDB 5.0.csv",
            needed=PARTICIPANTS,
            recognizes=_is_participants,
            read=read_participants,
            columns={"dispute": "int", "state": "string", "spell": "int", **WHEN, "side_a": "bool",
                     "originator": "bool", "revisionist": "bool", "revision_type": "int", "hostility": "int",
                     "highest_action": "int", "fatality": "int"},
            key=("dispute", "state", "spell"),
            coverage=(1816, 2014),
            version="5.0",
            unread=("stabb", "revtype2", "fatalpre", "version"),
            url="https://correlatesofwar.org/wp-content/uploads/MID-5-Data-and-Supporting-Materials.zip",
            rows=5883,
            ranges=RANGES,
        ),
    ),
)  # fmt: skip
