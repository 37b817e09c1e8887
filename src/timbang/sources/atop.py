"""Alliance Treaty Obligations and Provisions (ATOP), version 5.1: what allies owe each other, 1815-2018."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from timbang.registry import DataTable, Peek, Source
from timbang.sources._atop import (
    DYADS,
    INSTITUTIONS,
    OBLIGATIONS,
    STATE_YEARS,
    read_dyads,
    read_institutions,
    read_obligations,
    read_state_years,
)
from timbang.sources._atop_members import ALLIANCES, FURTHER, MEMBERS, read_alliances, read_members
from timbang.sources._table import Read
from timbang.text import Text

BIBTEX = """@article{atop2002,
  author  = {Leeds, Brett Ashley and Ritter, Jeffrey M. and Mitchell, Sara McLaughlin and Long, Andrew G.},
  title   = {Alliance Treaty Obligations and Provisions, 1815-1944},
  journal = {International Interactions},
  volume  = {28},
  pages   = {237--260},
  year    = {2002},
  note    = {Data: version 5.1, 1815-2018}
}
"""
ADDRESS = "https://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip"
OWED = dict.fromkeys(OBLIGATIONS, "int")
PAIR = {"state1": "string", "state2": "string", "year": "int"}


def _has(columns: tuple[str, ...], *never: str) -> Callable[[Peek], bool]:
    """Recognizes files that have these columns and none of the others."""

    def recognizes(peek: Peek) -> bool:
        return set(columns) <= set(peek.columns) and not set(never) & set(peek.columns)

    return recognizes


def _table(name: str, label: Text, file: str, read: Callable[[Path], Read], **more: Any) -> DataTable:
    return DataTable(name=name, label=label, file=file, read=read, coverage=(1815, 2018), version="5.1", **more)


SOURCE = Source(
    name="atop",
    label=Text("Alliance Treaty Obligations and Provisions (ATOP), 5.1", "Kewajiban Perjanjian Aliansi (ATOP), 5.1"),
    citation="Leeds, Brett Ashley, Ritter, Jeffrey M., Mitchell, Sara McLaughlin & Long, Andrew G. 2002. Alliance "
    "Treaty Obligations and Provisions, 1815-1944. International Interactions 28: 237-260. Data: version 5.1.",
    bibtex=BIBTEX,
    # https://atop.rice.edu/data, as stored for search
    licence="Its authors ask users to cite Leeds et al. (2002); timbang does not ship it.",
    tables=(
        _table("atop_dyads", Text("Allied pairs by year: what either owes the other",
                                  "Pasangan sekutu per tahun: kewajiban salah satu pihak"),
               "atop_dyad_year.parquet", read_dyads, needed=DYADS, recognizes=_has(DYADS), columns=PAIR | OWED,
               key=("state1", "state2", "year"), rows=136648, ranges=dict.fromkeys(OBLIGATIONS, (0, 1))),
        _table("atop_obligations", Text("Allied pairs by year: what state1 owes state2",
                                        "Pasangan sekutu per tahun: kewajiban negara 1 kepada negara 2"),
               "atop_dyad_year.parquet", read_obligations, needed=DYADS, recognizes=_has(DYADS), columns=PAIR | OWED,
               key=("state1", "state2", "year"), rows=273296, ranges=dict.fromkeys(OBLIGATIONS, (0, 1))),
        _table("atop_alliances", Text("Alliances", "Aliansi"), "atop5_1a.csv", read_alliances, needed=ALLIANCES,
               unread=(*FURTHER.split(), "mem*"), recognizes=_has(ALLIANCES, "member"), key=("alliance",), rows=789,
               url=ADDRESS,
               columns={"alliance": "int", "phases": "int", "start": "date", "end": "date", "first_year": "int",
                        "last_year": "int", **OWED, "bilateral": "int"},
               ranges=dict.fromkeys((*OBLIGATIONS, "bilateral"), (0, 1))),
        _table("atop_members", Text("Members of alliances", "Anggota aliansi"), "atop5_1m.csv", read_members,
               url=ADDRESS,
               needed=MEMBERS, unread=tuple(FURTHER.split()), recognizes=_has(MEMBERS), rows=2536,
               key=("alliance", "state", "phase", "first_year"),
               columns={"alliance": "int", "state": "string", "phase": "int", "first": "date", "last": "date",
                        "first_year": "int", "last_year": "int", **OWED},
               ranges=dict.fromkeys(OBLIGATIONS, (0, 1))),
        _table("atop_state_years", Text("Allied states by year", "Negara bersekutu per tahun"), "atop5_1sy.csv",
               read_state_years, needed=STATE_YEARS, unread=("transyr", "atopid*", "version"),
               recognizes=_has(STATE_YEARS), key=("state", "year"), rows=11923,
               url=ADDRESS,
               columns={"state": "string", "year": "int", "allied": "int", **OWED, "alliances": "int"},
               ranges=dict.fromkeys((*OBLIGATIONS, "allied"), (0, 1)) | {"alliances": (1, None)},
               holes={"state-years without an alliance": "they have no row: not allied, within 1815-2018"}),
        _table("atop_institutions", Text("Military institutions of alliances", "Lembaga militer aliansi"),
               "atopinst5_1.csv", read_institutions, needed=INSTITUTIONS, unread=("version",),
               recognizes=_has(INSTITUTIONS),
               columns={"alliance": "int", "phase": "int", "military_institution": "int", "formal": "int"},
               key=("alliance", "phase"), rows=849, ranges={"military_institution": (0, 2), "formal": (0, 2)}),
    ),
)  # fmt: skip
