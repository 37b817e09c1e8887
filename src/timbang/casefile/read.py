"""What could be read of a case, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from timbang.errors import Problem
from timbang.model import CaseHead, Claims, Record, Reference
from timbang.model.codings import Coded
from timbang.model.questions import Questions
from timbang.reading.rows import Reading

R = TypeVar("R", bound=Record)


@dataclass(slots=True)
class Read:
    """A case as far as it could be read, and every problem met on the way."""

    folder: Path
    head: CaseHead | None = None
    readings: dict[str, Reading] = field(default_factory=dict)  # not those files that have no text
    references: dict[str, Reference] | None = None  # None: they could not be read
    claims: Claims = field(default_factory=Claims)
    questions: Questions = field(default_factory=Questions)
    coded: Coded = field(default_factory=Coded)
    problems: list[Problem] = field(default_factory=list)

    def rows(self, record: type[R]) -> Sequence[R]:
        """The rows of one kind that could be read."""
        reading = self.readings.get(record.FILE)
        return reading.rows if reading else ()

    def whole(self, *records: type[Record]) -> bool:
        """Whether every row of these files was read, so that absence means absence."""
        readings = [self.readings.get(record.FILE) for record in records]
        return all(reading is not None and reading.keyed and not reading.reported for reading in readings)

    def keys(self, record: type[Record]) -> dict[tuple[str, ...], int] | None:
        """The key of every row, read or not, with its line; None if that cannot be told."""
        reading = self.readings.get(record.FILE)
        return reading.keys if reading and reading.keyed else None

    @property
    def sound(self) -> bool:
        """Whether nothing stops the case from being used."""
        return self.head is not None and all(problem.level == "notice" for problem in self.problems)
