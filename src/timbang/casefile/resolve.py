"""Which value is used where sources disagree: the case's order of preference, applied field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from timbang import dates
from timbang.dates import Edtf
from timbang.model import Agreement, Case, Event, Exercise, Participant, Salience

Sourced = TypeVar("Sourced", Exercise, Participant, Agreement, Event, Salience)
parse = lru_cache(maxsize=200_000)(dates.parse)  # the same few dates stand in many rows


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether a state took part: by the rule (value), surely (low), possibly (high), as 0 or 1."""

    value: int
    low: int
    high: int
    named: int
    troops: int | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """One exercise: the rows that speak of it, the preferred first, and their rosters by source."""

    id: str
    rows: tuple[Exercise, ...]
    rosters: dict[str, dict[str, Participant]]

    def first(self, field: str) -> object:
        """The first source's value that is not empty; else the empty value itself."""
        values = [getattr(row, field) for row in self.rows]
        return next((value for value in values if value not in ("", (), None)), values[0])

    @property
    def dated(self) -> Exercise:
        """The row whose dates are used: the preferred one, or one that makes its month or year precise."""
        rows = [row for row in self.rows if row.start]
        if not rows:
            return self.rows[0]
        start = parse(rows[0].start)
        within = (row for row in rows[1:] if _refines(parse(row.start), start))
        return rows[0] if start.precision == "day" else next(within, rows[0])

    @property
    def start(self) -> Edtf | None:
        """When it began, or None if no source says."""
        return parse(self.dated.start) if self.dated.start else None

    @property
    def end(self) -> Edtf | None:
        """When it ended; what began in a month and has no end is taken to end in that month."""
        return parse(self.dated.end) if self.dated.end else None

    def complete(self, source: str) -> bool:
        """Whether that source's roster can be read for absence."""
        return any(row.source == source and row.roster == "complete" for row in self.rows)

    def presence(self, state: str) -> Presence:
        """How sure it is that a state took part, over all rosters (DESIGN section 3)."""
        said = [self._says(source, state) for source in self.rosters]
        decided = next((word for word in said if word in ("in", "out")), "")
        sure = "in" in said and "out" not in said
        possible = "in" in said or "perhaps" in said or "out" not in said
        named = "in" in said or "perhaps" in said
        return Presence(int(decided == "in"), int(sure), int(possible), int(named), self._sent(state))

    def _sent(self, state: str) -> int | None:
        """Troops of a state, by the source of the total: parts of one source are not set against another's whole."""
        total = next((row.source for row in self.rows if row.troops is not None), None)
        rosters = [self.rosters.get(total, {})] if total else list(self.rosters.values())
        return next((r[state].troops for r in rosters if state in r and r[state].troops is not None), None)

    def _says(self, source: str, state: str) -> str:
        row = self.rosters[source].get(state)
        if row is None:
            return "out" if self.complete(source) else ""
        if row.role == "observer":
            return "out"
        return "in" if row.certain == "yes" else "perhaps"


def _refines(fine: Edtf, coarse: Edtf) -> bool:
    return fine.precision == "day" and coarse.first <= fine.first <= coarse.last


def preference(case: Case) -> dict[str, int]:
    """Rank of each source: first those that case.yml prefers, then in the order the files name them."""
    ranks = {source: i for i, source in enumerate(case.head.prefer)}
    for record in (Exercise, Participant, Agreement, Event, Salience):
        for row in case.of(record):
            ranks.setdefault(row.source, len(ranks))  # type: ignore[attr-defined]
    return ranks


def by_preference(rows: Iterable[Sourced], ranks: dict[str, int], only: Collection[str]) -> list[Sourced]:
    """Rows of the sources asked for (all, if none is named), the preferred source first."""
    chosen = (row for row in rows if not only or row.source in only)
    return sorted(chosen, key=lambda row: (ranks[row.source], row.source))


def resolve(case: Case, only: Collection[str] = ()) -> list[Resolved]:
    """Every exercise that the chosen sources speak of, in order of date, then id."""
    ranks = preference(case)
    rows: dict[str, list[Exercise]] = {}
    for row in by_preference(case.of(Exercise), ranks, only):
        if row.id not in case.head.phases:  # a phase is not counted beside its exercise
            rows.setdefault(row.id, []).append(row)
    rosters: dict[str, dict[str, dict[str, Participant]]] = {}
    for part in by_preference(case.of(Participant), ranks, only):
        rosters.setdefault(part.exercise, {}).setdefault(part.source, {})[part.state] = part
    found = [Resolved(id, tuple(of), rosters.get(id, {})) for id, of in rows.items()]
    return sorted(found, key=lambda x: (str(x.start.first) if x.start else "9999", x.id))
