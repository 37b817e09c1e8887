"""PLOVER's files on CAMEO: the conversion table, and example records with their sentences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from timbang.errors import Problem, stop
from timbang.registry import Peek
from timbang.sources._json import parsed
from timbang.sources._table import LINE, Read, Rows, of_cells
from timbang.sources._table_file import text_of

LINE_OF_MAP = re.compile(
    r"(?P<cameo>\d{2,4}):(?P<plover>[^,#]+)(,(?P<mode>[^,#]*),(?P<context>[^#]*))?(#(?P<label>.*))?"
)
PARTS = ("cameo", "plover", "mode", "context", "label")
RECORD = ("id", "event", "date", "source", "target", "mode", "context", "eventText", "text")


def read_map(path: Path) -> Read:
    """One row a line of the conversion table, at its line: the CAMEO code and its PLOVER event, mode and context.

    A whole class (two digits) has no mode and context. Some codes have several lines.
    """
    cells: list[list[str]] = []
    lines: list[int] = []
    problems: list[Problem] = []
    text = text_of(path).decode()
    for line, said in enumerate(text.split("~~~~~")[0].splitlines(), 1):
        found = LINE_OF_MAP.fullmatch(said.strip())
        if found:
            cells.append([words(found[name] or "") for name in PARTS])
            lines.append(line)
        elif said.strip() and not said.startswith("#"):
            what = "this is no line of the conversion table"
            expected = "such as 040: CONSULT, , # Consult"
            problems.append(Problem(what=what, file=path.name, line=line, value=said, expected=expected))
    rows = Rows(of_cells(PARTS, cells, lines), path.name, problems=problems)
    columns = {name: rows.text(name) for name in PARTS}
    return rows.read({"line": rows.table[LINE].combine_chunks(), **columns})


def read_records(path: Path) -> Read:
    """One row an example of PLOVER's: the sentence, its event, mode and context, and the codes of both actors.

    `source`, `target`: actors' codes separated by |. `place` is the record's place in the file, from 1; an
    identifier may stand twice. Entries without an event (documentation) are left out.
    """
    found = parsed(text_of(path), path.name)
    if not isinstance(found, list) or not all(isinstance(entry, dict) and "id" in entry for entry in found):
        raise stop("this is not the file of PLOVER's records", file=path.name, expected="a list of records with an id")
    places = [place for place, entry in enumerate(found, 1) if entry.get("event") not in (None, "DOCUMENT")]
    cells = [[_field(found[place - 1].get(name)) for name in RECORD] for place in places]
    header = ["record", "event", "day", "source", "target", "mode", "context", "words", "text"]
    rows = Rows(of_cells(header, cells, places), path.name)
    columns = {name: rows.text(name, ("",)) for name in header if name != "day"}
    return rows.read({"place": rows.table[LINE].combine_chunks(), **columns, "date": rows.days("day")})


def words(text: str) -> str:
    return " ".join(text.split())


def _field(value: Any) -> str:
    """Text as it is; of a list of actors their codes."""
    if isinstance(value, list):
        return "|".join(str(actor.get("code", "")) for actor in value if isinstance(actor, dict))
    return "" if value is None else str(value)


def has_map(peek: Peek) -> bool:
    return b"CAMEO to PLOVER" in peek.head[:2000]


def has_records(peek: Peek) -> bool:
    return re.search(rb'"id":\s*"PLOVER-', peek.head[:4000]) is not None
