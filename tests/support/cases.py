"""Small cases made in memory, for tests of what is derived from a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from timbang.model import Case, CaseHead, Claims, Exercise, Membership, Participant, Record
from timbang.text import Text

MEMBERS = ("CHN", "KAZ", "RUS")


def exercise(id: str, source: str, start: str = "2002-05-01", end: str = "2002-05-03", **more: Any) -> Exercise:
    """What one source says of one exercise; a complete roster unless told otherwise."""
    said = {"roster": "complete", "locator": "p. 1", "name_en": id.title(), "name_id": id.title()} | more
    return Exercise(id=id, source=source, start=start, end=end, **said)


def part(exercise: str, state: str, source: str, certain: str = "yes", role: str = "participant") -> Participant:
    """One state in one source's roster."""
    return Participant(exercise=exercise, state=state, source=source, locator="p. 1", role=role, certain=certain)


def case(*rows: Record, prefer: tuple[str, ...] = (), claims: Claims | None = None, **head: Any) -> Case:
    """A case of these rows; China, Kazakhstan and Russia are members of TST from 2001 on."""
    members = [
        Membership(organization="TST", state=s, role="member", start="2001-01-01", source="m", locator="p. 1")
        for s in MEMBERS
    ]
    files: dict[str, tuple[Record, ...]] = {}
    for row in (*members, *rows):
        files[row.FILE] = (*files.get(row.FILE, ()), row)
    declared = {"first_year": 2002, "last_year": 2004} | head
    top = CaseHead(format=1, title=Text("Test", "Uji"), organization="TST", prefer=prefer, **declared)
    return Case(name="test", folder=Path(), head=top, rows=files, references={}, claims=claims or Claims())
