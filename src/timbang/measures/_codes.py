"""Closed sets of codes as tables, so that a code nobody used still has its row, with a zero."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir

SETTINGS = ("documented", "members", "outsiders", "unknown")


def each(codes: Sequence[str], over: ir.Table, *keep: str) -> Any:
    """One row per code (column `code`) and combination of the kept columns; none if `over` is empty."""
    import ibis

    listed = ibis.literal(list(codes), type="array<string>").unnest()
    return over.select(*keep, code=listed).distinct()
