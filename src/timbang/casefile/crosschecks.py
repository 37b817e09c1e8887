"""Checks that need more than one cell: rows against rows, files against files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.errors import Problem

if TYPE_CHECKING:
    from timbang.casefile.check import Read


def cross_checks(read: Read) -> list[Problem]:
    """All cross-checks over what could be read, in no particular order."""
    return []
