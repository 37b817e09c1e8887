"""What an extractor suggests: a record, with the stretch of text behind each of its fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Span = tuple[int, int]  # code points of the document's text, end exclusive


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One state of a suggested exercise: how it is named, and what it sent."""

    state: str  # code
    role: str = "participant"
    certain: str = "yes"
    troops: int | None = None
    qualifier: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A suggested exercise. `fields` are columns of exercises.csv; nothing is in them that no span shows."""

    fields: Mapping[str, str]
    participants: tuple[Sent, ...] = ()
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    found_in: str = "prose"  # table | prose
    language: str = ""
    score: float = 1.0  # share of the fields a record of its kind should have
