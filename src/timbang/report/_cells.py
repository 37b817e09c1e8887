"""Values as cells of a file: lists joined by |, ten significant digits, and never a formula."""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def inert(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) and len(text) > 1 else text


def joined(value: Any) -> Any:
    """A list as one text, its items separated by |; unknown items stay as empty places."""
    if isinstance(value, (list, tuple)):
        return "|".join("" if item is None else str(written(item)) for item in value)
    return value


def written(value: Any) -> str:
    """A value as CSV text: unknown is empty, whole floats have no decimals."""
    value = joined(value)
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return inert(value) if isinstance(value, str) else str(value)
