"""Codes of states and organizations in cells: exact ones only; a known name is told its code."""

from __future__ import annotations

import re

from timbang import states
from timbang.reading.flaws import Refused

CODE = "an ISO 3166-1 code of three capitals, such as KAZ"
ORGANIZATION = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")


def state(cell: str) -> str:
    """The code of a state. Names are never taken for codes, but the code of a known one is told."""
    known = states.by_code(cell)
    if known is not None and known.code == cell:
        return cell
    named = states.find(cell)
    if named is not None:
        raise Refused("this is a name or another spelling, not the code of a state", CODE, f"Write {named.code}")
    raise Refused("no state is known by this code or name", CODE, _perhaps(cell))


def party(cell: str) -> str:
    """The code of a state, or an organization in capitals (which one, the cross-checks ask)."""
    if ORGANIZATION.fullmatch(cell):
        return cell
    named = states.find(cell)
    todo = f"Write {named.code}" if named else _perhaps(cell)
    raise Refused("this is no code of a state or organization", f"{CODE}, or an organization in capitals", todo)


def organization(cell: str) -> str:
    """An organization in capitals."""
    if ORGANIZATION.fullmatch(cell):
        return cell
    raise Refused("this is not an organization's short name", "capitals, such as SCO", f"Write {_capitals(cell)}")


def _capitals(cell: str) -> str:
    return "-".join(re.findall(r"[A-Z0-9]+", cell.upper()))[:40] or "its abbreviation in capitals"


def _perhaps(cell: str) -> str:
    near = states.suggest(cell)
    return f"Did you mean {' or '.join(near)}?" if near else "The known states are in timbang/states.csv"
