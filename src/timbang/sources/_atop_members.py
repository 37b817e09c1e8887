"""Readers of ATOP's files on alliances and on their members."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.sources._atop import OBLIGATIONS
from timbang.sources._cow import cut, days, tell_version
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.state_years import day_spans

if TYPE_CHECKING:
    import pyarrow as pa

ALLIANCES = ("atopid", "begyr", "begmo", "begday", "endyr", "endmo", "endday", "bilat", "maxphase", *OBLIGATIONS)
MEMBERS = ("atopid", "member", "phase", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", *OBLIGATIONS)
IN_FORCE = ("", "-9", "0", "NA")  # years of end: 0 where the treaty was still in force at the end of 2018
NO_STATE = 8152  # a member of alliance 1320 (1874) that is in no list of states

FURTHER = (  # columns of the files on alliances and members that are not read
    "cowid cow4id ineffect wartime estmode pubsecr secrart proadd futmem speclgth length renounce proren renewlgt "
    "term active conditio defcon offcon neucon concon asymm notaiden dipaid terrres seppeace thirdcom noothall "
    "specthrt statthr1 statthr2 conwtin medarb milcon milaid intcom subord organ1 orgpurp1 organ2 orgpurp2 base "
    "contrib armred acqterr divgains demwith reflnun refothio natrefal compag nomicoop conres agprois conmen "
    "ecaid interv source new5 rev5 version cowsys bilat maxphase cowwar termmode termcaus defcoadv defcoloc "
    "defcocon defconum defcodem defconpr offcoadv offcoloc offcocon offconum offcodem neucoadv neucoloc neucocon "
    "neuconum neucodem neuconpr neucoatt concoadv concoloc concocon concoreq olimob obvary "
)


def read_alliances(path: Path) -> Read:
    """One row an alliance: its days, null where not known; no last year: in force at the end of 2018."""
    rows = raw(path, ALLIANCES, "ATOP 5.1, alliances")
    tell_version(rows, "5.1")
    return rows.read({
        "alliance": rows.integers("atopid"),
        "phases": rows.integers("maxphase"),
        "start": days(rows, "begyr", "begmo", "begday"),
        "end": days(rows, "endyr", "endmo", "endday"),
        "first_year": rows.integers("begyr"),
        "last_year": rows.integers("endyr", IN_FORCE),
        **{name: rows.integers(name) for name in OBLIGATIONS},
        "bilateral": rows.integers("bilat"),
    })  # fmt: skip


def read_members(path: Path) -> Read:
    """One row a member, phase of the alliance (0: it has but one) and spell; no last year: still a member in 2018.

    `first` and `last` are null where the file has no day. A number's spell is cut on the day on which it
    passed from state to state.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, MEMBERS, "ATOP 5.1, members")
    tell_version(rows, "5.1")
    nobody = pc.equal(rows.integers("member"), NO_STATE)
    rows.tell(nobody, "this member is in no list of states; it is left out", "member", level="notice")
    rows = rows.where(pc.invert(nobody))
    rows.by_cow("member")  # tells numbers that no state has
    entry, leave = _moments(rows, "ent", 1), _moments(rows, "exit", 28)
    rows.tell(entry.is_null(), "the year or month of entry is missing", "yrent", expected="a year and month")
    found = cut(rows.integers("member"), entry, leave, partial(day_spans, "cow"))
    first, last = found.times(pa.date32())
    unsaid = [pc.and_(days(rows, f"yr{end}", f"mo{end}", f"day{end}").is_null(), told.is_valid()).take(found.rows)
              for end, told in (("ent", entry), ("exit", leave))]  # fmt: skip
    table = pa.table({
        "alliance": rows.integers("atopid").take(found.rows), "state": found.states,
        "phase": rows.integers("phase").take(found.rows),
        "first": _said(first, unsaid[0], entry.take(found.rows)),
        "last": _said(last, unsaid[1], leave.take(found.rows)),
        "first_year": pc.year(first), "last_year": pc.year(last),
        **{name: rows.integers(name).take(found.rows) for name in OBLIGATIONS},
    })  # fmt: skip
    return rows.as_read(table, rows.table[LINE].combine_chunks().take(found.rows))


def _moments(rows: Rows, end: str, stand_in: int) -> pa.Array:
    """Days of entry or exit; where the day of the month is missing, one stands in for it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    year, month = (rows.integers(f"{part}{end}", IN_FORCE) for part in ("yr", "mo"))
    told = zip(year.to_pylist(), month.to_pylist(), strict=True)
    near = [date(y, m, stand_in) if y and m and 1 <= m <= 12 else None for y, m in told]
    return pc.coalesce(days(rows, f"yr{end}", f"mo{end}", f"day{end}"), pa.array(near, pa.date32()))


def _said(days: pa.Array, unsaid: pa.Array, stand_in: pa.Array) -> pa.Array:
    """The days, null where a day only stands in."""
    import pyarrow as pa
    import pyarrow.compute as pc

    lost = pc.fill_null(pc.and_(unsaid, pc.equal(days, stand_in)), False)
    return pc.if_else(lost, pa.scalar(None, pa.date32()), days)
