"""What a record is: a row of a case file whose fields declare the file's columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

# What an empty cell becomes. Unknown is None or an empty tuple, never zero.
LISTS = ("states", "slugs", "places", "numbers", "words", "parties")


def cell(
    kind: str, doc: str, *, required: bool = False, among: str = "", column: str = "", optional: bool = False
) -> Any:
    """Declare a column: the kind of its cells, what it means, whether it may be empty.

    `among` names the kind of word in vocabulary.csv that a cell must be; `column` is the header
    where that is not a legal Python name; an `optional` column may be absent, as if all its cells were empty.
    """
    empty: Any = () if kind in LISTS else None if kind in ("count", "number", "year") else ""
    metadata = {"kind": kind, "doc": doc, "required": required, "among": among, "column": column, "optional": optional}
    return field(default=empty, metadata=metadata)


def source_cell() -> Any:
    """The column that names a row's source."""
    return cell("source", "key in references.bib of the source that states this row", required=True)


def locator_cell() -> Any:
    """The column that says where in the source."""
    return cell("text", "where in the source: page, table row, record number", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a case file; `line` is where it stands in that file (0 if it was made here)."""

    FILE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()
    line: int = 0
