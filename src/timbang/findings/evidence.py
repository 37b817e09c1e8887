"""From a reference `file:id` to the rows of the case that it means, each with source and locator."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from timbang.findings.finding import Evidence
from timbang.model import Case

# How the rows of each file are referred to in the `evidence` column of a measure's result.
IDS: dict[str, Callable[[Any], str]] = {
    "exercises": lambda row: row.id,
    "participants": lambda row: f"{row.exercise}/{row.state}",
    "agreements": lambda row: row.id,
    "events": lambda row: row.id,
    "memberships": lambda row: row.state,
    "figures": lambda row: str(row.line),
    "salience": lambda row: str(row.line),
    "evidence": lambda row: row.id,
}

CODINGS = "codings.jsonl"  # its readings are referred to as codings:coding-ID, by the id of their first coding


class Trail:
    """The rows of a case by reference, over all sources or only some."""

    def __init__(self, case: Case, only: Collection[str] = ()):
        self._rows: dict[str, list[Evidence]] = {}
        for file, name in IDS.items():
            for row in case.rows.get(f"{file}.csv", ()):
                self._add(file, name(row), row, only)

        for one in case.coded.readings:
            found = Evidence(CODINGS, f"coding-{one.id}", one.source, one.locator)
            if not only or one.source in only:
                self._rows.setdefault(f"codings:coding-{one.id}", []).append(found)

    def _add(self, file: str, id: str, row: Any, only: Collection[str]) -> None:
        if not only or row.source in only:
            self._rows.setdefault(f"{file}:{id}", []).append(Evidence(f"{file}.csv", id, row.source, row.locator))

    def rows(self, references: Iterable[str]) -> tuple[Evidence, ...]:
        """The rows behind the references, in order, each once.

        A participant that only an open roster leaves room for has no row: its exercise stands in.
        """
        found: dict[Evidence, None] = {}
        for reference in sorted(set(references)):
            stand_in = "exercises:" + reference.partition(":")[2].partition("/")[0]
            found |= dict.fromkeys(self._rows.get(reference) or self._rows.get(stand_in, []))
        return tuple(sorted(found))
