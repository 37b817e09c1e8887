"""References to the rows behind a value: sorted, without repeats, and empty rather than null."""

from __future__ import annotations

from typing import Any


def exercise(column: Any) -> Any:
    """Reference to an exercise, from the column of its id."""
    return "exercises:" + column


def participant(exercise_id: Any, state: Any, named: Any) -> Any:
    """Reference to a participation; where no source names the state, to the exercise it is missing from."""
    row = "participants:" + exercise_id + "/" + state
    return (named.fill_null(0) == 1).ifelse(row, "exercises:" + exercise_id)


def gathered(reference: Any, where: Any = None) -> Any:
    """All references of a group, in alphabetical order; those where `where` is false are left out."""
    return or_none(reference.collect(where=where, distinct=True).sort())


def alone(reference: Any) -> Any:
    """A single reference as a list."""
    import ibis

    return ibis.array([reference])


def or_none(references: Any) -> Any:
    """An empty list where there is no list, as after an outer join."""
    import ibis

    return references.fill_null(ibis.literal([], type="array<string>"))
