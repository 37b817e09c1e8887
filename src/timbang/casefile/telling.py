"""Problems and notices about one column of one row that was read."""

from __future__ import annotations

from timbang.errors import Problem
from timbang.model import Record


def wrong(row: Record, column: str, what: str, value: str, expected: str = "", todo: str = "") -> Problem:
    """Something that stops the case from being used."""
    return Problem(
        what=what, file=row.FILE, line=row.line, column=column, value=value[:200], expected=expected, todo=todo
    )


def noticed(row: Record, column: str, what: str, value: str, todo: str = "") -> Problem:
    """Something worth reading that stops nothing."""
    return Problem(what=what, file=row.FILE, line=row.line, column=column, value=value[:200], todo=todo, level="notice")
