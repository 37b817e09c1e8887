"""Who took part, in a row of MME: its columns of states, and what they hold that is no state."""

from __future__ import annotations

from datetime import date
from string import ascii_uppercase

from timbang import states
from timbang.errors import Problem
from timbang.sources._sheet import Row

STATES = tuple(f"State{letters}" for letters in (*ascii_uppercase, *(f"A{letter}" for letter in ascii_uppercase[:13])))
# What MME v7 has in its columns of states although it names no state, or more than one.
NO_STATES = ("NATO", "Baltic States")
OWN_NAMES = {"st. christopher": "KNA"}  # MME's own spelling, not a usual name


def participants_of(row: Row, day: date, said: list[Problem]) -> tuple[set[str], str]:
    """The states named, each once, and whether the source leaves further participants open."""
    found: set[str] = set()
    roster = "complete"
    for column in STATES:
        name = row.cells[column]
        code = _code(name, day)
        if name == "-9" or name in NO_STATES:
            what = "a participant is not named" if name == "-9" else "a participant is not one state"
            said.append(notice(row, what, column, "The list of participants is left open"))
            roster = "open"
        elif name and not code:
            near = ", ".join(states.suggest(name))
            todo = f"Did you mean one of these: {near}?" if near else ""
            said.append(row.problem("this is no state", column, expected="a name as MME v7 writes it", todo=todo))
        elif code in found:
            said.append(notice(row, "a state is named twice", column, "It counts once"))
        found |= {code} if code else set()
    return found, roster


def _code(name: str, day: date) -> str:
    """The state of that name on the day: MME calls the Soviet Union Russia, from 1980 on."""
    state = states.find(name) if name and name != "-9" else None
    if state is None or state.cow is None or states.exists(state.code, day):
        return OWN_NAMES.get(name) or (state.code if state else "")
    return states.cow_code(state.cow, day) or state.code


def notice(row: Row, what: str, column: str, todo: str) -> Problem:
    """A known defect of a row: worth telling, and no reason to stop."""
    return row.problem(what, column, todo=todo, level="notice")
