"""States, major powers and state numbers of the Correlates of War system, edition 2016 (membership to 2016)."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, cut, days, open_end, tell_missing, tell_outside, tell_version
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.state_years import day_spans, year_spans
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

EDITION = 2016
SPELL = ("ccode", "styear", "stmonth", "stday", "endyear", "endmonth", "endday", "version")
BIBTEX = """@misc{cowstates2016,
  author = {{Correlates of War Project}},
  title  = {State System Membership List, v2016},
  year   = {2017},
  note   = {1816-2016: states, majors and the system by year}
}
"""


def read_system(path: Path) -> Read:
    """One row a state and year of the system."""
    rows = raw(path, ("stateabb", "ccode", "year"), "COW state system 2016")
    tell_version(rows, str(EDITION))
    year = rows.integers("year")
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year, "problem")
    return rows.read({"state": state, "year": year})


def read_states(path: Path) -> Read:
    """One row a spell of a state; no end: it lasted on the edition's last day. 365 is cut into RUS and SUN."""
    import pyarrow as pa

    rows = raw(path, ("stateabb", "statenme", *SPELL), "COW states 2016")
    numbers, start, end = _spells(rows)
    found = cut(numbers, start, end, partial(day_spans, "cow"))
    first, last = found.times(pa.date32())
    table = pa.table({"state": found.states, "start": first, "end": last})
    return rows.as_read(table, rows.table[LINE].combine_chunks().take(found.rows))


def read_majors(path: Path) -> Read:
    """One row a spell of a major power, in years; no last: it was one on the edition's last day."""
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, SPELL, "COW major powers 2016")
    numbers, start, end = _spells(rows)
    found = cut(numbers, pc.year(start), pc.year(end), year_spans)
    first, last = found.times(pa.int64())
    table = pa.table({"state": found.states, "first": first, "last": last})
    return rows.as_read(table, rows.table[LINE].combine_chunks().take(found.rows))


def _spells(rows: Rows) -> tuple[pa.Array, pa.Array, pa.Array]:
    """Numbers, first and last days; an end that is the edition's is null."""
    tell_version(rows, str(EDITION))
    rows.by_cow("ccode")  # tells numbers that no state has
    start, end = days(rows, "styear", "stmonth", "stday"), days(rows, "endyear", "endmonth", "endday")
    tell_missing(rows, "the spell's day is not whole", *SPELL[1:-1])
    return rows.integers("ccode"), start, open_end(end, date(EDITION, 12, 31))


def read_codes(path: Path) -> Read:
    """One row a number, with its abbreviation and name; the file has one a spell, ended by old Mac line ends."""
    import pyarrow as pa

    rows = raw(path, ("StateAbb", "CCode", "StateNme"), "COW country codes")
    table = pa.table({
        "state": rows.by_cow("CCode"), "abbreviation": rows.text("StateAbb"), "number": rows.integers("CCode"),
        "name": rows.text("StateNme"), LINE: rows.table[LINE].combine_chunks(),
    })  # fmt: skip
    once = table.group_by([*CODES], use_threads=False).aggregate([(LINE, "min")])
    return rows.as_read(once.select([*CODES]), once[f"{LINE}_min"].combine_chunks())


CODES = {"state": "string", "abbreviation": "string", "number": "int", "name": "string"}


def _is_system(peek: Peek) -> bool:
    return {"stateabb", "ccode", "year"} <= set(peek.columns) and len(peek.columns) <= 4


def _is_states(peek: Peek) -> bool:
    return {"statenme", *SPELL} <= set(peek.columns)


def _is_majors(peek: Peek) -> bool:
    return set(SPELL) <= set(peek.columns) and "statenme" not in peek.columns


def _is_codes(peek: Peek) -> bool:
    return {"StateAbb", "CCode", "StateNme"} <= set(peek.columns)


def _table(name: str, label: Text, file: str, **more: Any) -> DataTable:
    return DataTable(name=name, label=label, file=file, coverage=(1816, EDITION), version="2016", **more)


SOURCE = Source(
    name="cow_states",
    label=Text("State system (COW), edition 2016", "Sistem negara (COW), edisi 2016"),
    citation="Correlates of War Project. 2017. State System Membership List, v2016.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        _table("cow_state_years", Text("States of each year", "Negara tiap tahun"), "system2016.csv",
               needed=("stateabb", "ccode", "year"), recognizes=_is_system, read=read_system,
               unread=("version",),
               url="https://correlatesofwar.org/wp-content/uploads/system2016.csv",
               columns={"state": "string", "year": "int"}, key=("state", "year"), rows=15951),
        _table("cow_states", Text("Spells of states", "Masa keanggotaan negara"), "states2016.csv",
               needed=("stateabb", "statenme", *SPELL), recognizes=_is_states, read=read_states,
               unread=("version",),
               url="https://correlatesofwar.org/wp-content/uploads/states2016.csv",
               columns={"state": "string", "start": "date", "end": "date"}, key=("state", "start"), rows=247),
        _table("cow_majors", Text("Major powers", "Negara besar"), "majors2016.csv", needed=SPELL, unread=("stateabb",),
               recognizes=_is_majors, read=read_majors, columns={"state": "string", "first": "int", "last": "int"},
               key=("state", "first"), rows=16, ranges={"first": (1816, EDITION), "last": (1816, EDITION)}),
        _table("cow_codes", Text("Numbers and names of states", "Nomor dan nama negara"), "COW-country-codes.csv",
               needed=("StateAbb", "CCode", "StateNme"), recognizes=_is_codes, read=read_codes, columns=CODES,
               url="https://correlatesofwar.org/wp-content/uploads/COW-country-codes.csv",
               key=("number",), rows=217),
    ),
)  # fmt: skip
