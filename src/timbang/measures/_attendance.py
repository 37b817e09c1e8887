"""Who took part in what was held while it was a member: the counts behind every participation rate, and its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def occasions(views: Views, exercises: ir.Table) -> Any:
    """One row per exercise and state that was, or may have been, a member on its first day.

    `held` is true where the state counts as a member. The record knows it for the states an exercise
    names; for others the share of that year spent as a member decides (more than half), and `surely`
    is false where that share is partial, which widens the bounds.
    """
    held, members, p = exercises.select("exercise", "year"), views.members, views.participation
    pairs = held.join(members, "year").select("exercise", "state", "share")
    named = p.select("exercise", "state", "member", "value", "low", "high", "named")
    joined = pairs.left_join(named, ["exercise", "state"])
    row = joined.select(
        exercise=pairs.exercise,
        state=pairs.state,
        held=named.member.fill_null(pairs.share > 0.5),
        surely=named.member.notnull() | (pairs.share >= 1),
        value=named.value.fill_null(0),
        low=named.low.fill_null(0),
        high=named.high.fill_null(0),
        named=named.named.fill_null(0),
    )
    return row.filter(row.held | ~row.surely)


def rates(views: Views, exercises: ir.Table) -> Any:
    """One row per state that was ever a member: taken, held, with_uncertain, value, low, high, evidence.

    The lowest rate sets certain participations against every exercise that may have been held while
    it was a member, the highest sets possible ones against those surely held. Nothing held: null.
    """
    row = occasions(views, exercises)
    counts = row.group_by("state").agg(
        taken=row.value.sum(where=row.held),
        held=row.held.sum(),
        with_uncertain=row.high.sum(),
        taken_low=row.low.sum(),
        held_most=row.count(),
        held_least=(row.held & row.surely).sum(),
        evidence=_evidence.gathered(_evidence.participant(row.exercise, row.state, row.named)),
    )
    every = views.members.select("state").distinct()
    c = every.left_join(counts, "state")
    return c.select(
        "state",
        taken=c.taken.fill_null(0),
        held=c.held.fill_null(0),
        with_uncertain=c.with_uncertain.fill_null(0),
        value=c.taken / c.held.nullif(0),
        low=c.taken_low / c.held_most.nullif(0),
        high=_at_most_one(c.with_uncertain / c.held_least.nullif(0)),
        evidence=_evidence.or_none(c.evidence),
    )


def _at_most_one(share: Any) -> Any:
    return (share > 1).ifelse(1.0, share)


def present(exercise: str, year: int, state: str, member: bool = True, certain: int = 1) -> dict[str, Any]:
    """A row of `participation` for the examples: certain, or with a question mark."""
    return {
        "exercise": exercise,
        "year": year,
        "state": state,
        "member": member,
        "value": certain,
        "low": certain,
        "high": 1,
    }


def measure(
    *,
    name: str,
    label: Text,
    definition: Text,
    statement: Text,
    unknown: Text,
    order: int,
    compute: Callable[[Views, Setting], Any],
    example: Example,
) -> Measure:
    """A participation rate of the members, from `rates`."""
    return Measure(
        name=name,
        label=label,
        definition=definition,
        family="regionalization",
        kind="table",
        needs=("exercises", "participation", "members"),
        by=("state",),
        unit=Text("share", "proporsi"),
        range=(0, 1),
        citation="Ratio of counts.",
        statement=statement,
        unknown=unknown,
        extra={"taken": "int", "held": "int", "with_uncertain": "int"},
        record="complete",
        chart="dots",
        draw={"x": "state"},
        order=order,
        compute=compute,
        example=example,
    )
