"""The JSON Schema of a cell, by the kind of its column."""

from __future__ import annotations

from typing import Any

from timbang.model.record import LISTS
from timbang.reading.cells import LONGEST, MOST
from timbang.text import vocabulary

PATTERNS = {
    "slug": r"^[a-z0-9]+([-_][a-z0-9]+)*$",
    "source": r"^[^\s,{}()\"'#%~\\=|]+$",
    "edtf": r"^([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?[?~%]?$",
    "state": r"^[A-Z]{3}$",
    "party": r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$",
    "organization": r"^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$",
    "year": r"^[0-9]{4}$",
    "count": r"^(0|[1-9][0-9]*)$",
    "number": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$",
    "path": r"^[^/\\:~][^\\:]*$",
}
ITEMS = {"states": "state", "parties": "party", "words": "word", "numbers": "number"}


def cell_schema(kind: str, among: str = "") -> dict[str, Any]:
    """The schema of one cell, as the string it is in the file; lists are told by `x-items`."""
    if kind in LISTS:
        items = cell_schema(ITEMS[kind], among) if kind in ITEMS else {"type": "string"}
        return {"type": "string", "maxLength": LONGEST, "x-separator": "|", "x-most-items": MOST, "x-items": items}
    if kind == "word":
        return {"enum": list(vocabulary().get(among, {}))}
    found: dict[str, Any] = {"type": "string", "maxLength": LONGEST}
    return found | ({"pattern": PATTERNS[kind]} if kind in PATTERNS else {})
