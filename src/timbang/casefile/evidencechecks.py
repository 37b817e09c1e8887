"""Hand-made observations against the vocabulary of implications that theories speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timbang import states
from timbang.casefile.coded import parties
from timbang.casefile.read import Read
from timbang.casefile.telling import noticed, wrong
from timbang.errors import Problem, TimbangError
from timbang.model import Document, Observation, Origin
from timbang.reading.flaws import meant

EXPECTED = "a name that `timbang list implications` gives"
_CODE = re.compile(r"([A-Z]{3}) ")  # as long as a state's


def implications(read: Read) -> Iterator[Problem]:
    """Observations on an implication that neither timbang nor the case knows."""
    rows = read.rows(Observation)
    if not rows:
        return
    from timbang.inference import theoryfile  # late: a case without observations needs none of it

    try:
        known = theoryfile.implications(read.folder)
    except TimbangError:
        return  # questionchecks tells what is wrong with the case's theories
    for row in rows:
        if row.implication not in known:
            todo = meant(row.implication, known) or "Write one of those, or add it to the case's theories"
            yield wrong(row, "implication", "there is no such implication", row.implication, EXPECTED, todo)


def origins(read: Read) -> Iterator[Problem]:
    """Notices on names of origins that no observation goes back to."""
    used = {row.origin or row.source for row in read.rows(Observation)}
    used |= {row.origin or row.source for row in read.rows(Document)}
    for row in read.rows(Origin):
        if row.origin not in used:
            yield noticed(row, "origin", "no row of evidence.csv or documents.csv has this origin", row.origin,
                          "Delete the row, or write the origin as they do")  # fmt: skip


def voices(read: Read) -> Iterator[Problem]:
    """Notices on voices that begin like a government's and are none: each would count as a speaker of its own."""
    known = parties(read)
    todo = "Write a state's or organization's code and the office (UZB foreign ministry), or press, or who else it is"
    rows: list[Observation | Document] = [*read.rows(Observation), *read.rows(Document)]
    for row in rows:
        begins = row.says.partition(" ")[0].rstrip(",;:")
        state = states.find(begins)
        if state is None and begins not in known and _CODE.match(row.says):
            yield noticed(row, "says", "it begins with no state's or organization's code", row.says, todo)
        elif state and begins not in known and begins != state.code:
            what = "it begins with a state's name, so it is not known as a voice of that government"
            yield noticed(
                row, "says", what, row.says, f"Begin with the code, {state.code}, where its government speaks"
            )
