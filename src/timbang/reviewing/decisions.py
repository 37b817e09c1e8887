"""reviews.csv of a case: who decided what on which suggestion, and when; one row per decision, only ever added to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

from timbang.errors import stop

FILE = "reviews.csv"
ACCEPTED, EDITED, REJECTED = "accepted", "edited", "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; `exercise` is the id under which the suggestion entered, `changes` what was edited, or why."""

    document: str  # SHA-256
    spans: str  # first and last code point of the suggestion in the document's text
    decision: str
    exercise: str = ""
    who: str
    when: str  # ISO 8601, UTC
    changes: str = ""


COLUMNS = tuple(field.name for field in fields(Decision))


def now() -> str:
    """The time of a decision."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def decided(folder: Path) -> list[Decision]:
    """The decisions of a case, in order; none if there is no file. TimbangError if a column is missing."""
    path = folder / FILE
    if not path.is_file():
        return []
    lines = csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig", "replace"), newline=""))
    if missing := set(COLUMNS) - set(lines.fieldnames or ()):
        raise stop("columns are missing", file=FILE, line=1, value=", ".join(sorted(missing)),
                   expected=", ".join(COLUMNS))  # fmt: skip
    return [Decision(**{name: row[name] or "" for name in COLUMNS}) for row in lines]


def with_more(folder: Path, more: Iterable[Decision]) -> str:
    """The text of reviews.csv with further decisions after those that stand there."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(asdict(one) for one in (*decided(folder), *more))
    return text.getvalue()
