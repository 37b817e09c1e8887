"""Presence of some states and absence of others in the same exercise, certain and possible."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence, _states

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views

Words = Sequence[str]  # codes of states, names of groups


def pairs(views: Views) -> Any:
    """One row per ordered pair of members, over the exercises on whose first day both were members.

    Before it joined a state is not left out; where the members of that day are not known, the year decides.
    Columns: state, without, value, low, high, evidence.
    """
    members = views.members.select("year", "state")
    others = members.rename(without="state")
    both = members.join(others, ["year", members.state != others.without]).select("year", "state", "without")
    p = views.participation.select("exercise", "year", "state", "value", "low", "high")
    q = p.select("exercise", without="state", there="value", there_low="low", there_high="high")
    met = both.left_join(p, ["year", "state"]).left_join(q, ["exercise", "without"])
    then = views.exercises.select(held="exercise", then="members")
    met = met.left_join(then, met.exercise == then.held)
    joint = met.then.isnull() | (met.then.contains(met.state) & met.then.contains(met.without))
    absent = {name: met[name].fill_null(0) == 0 for name in ("there", "there_low", "there_high")}
    return met.group_by("state", "without").agg(
        value=(joint & (met.value == 1) & absent["there"]).sum().fill_null(0),
        low=(joint & (met.low == 1) & absent["there_high"]).sum().fill_null(0),
        high=(joint & (met.high == 1) & absent["there_low"]).sum().fill_null(0),
        evidence=_evidence.gathered(
            _evidence.exercise(met.exercise), where=joint & (met.high == 1) & absent["there_low"]
        ),
    )  # fmt: skip


def sets(views: Views, setting: Setting, with_all: Words, with_any: Words, without: Words) -> Any:
    """One row: exercises with every one of some states, at least one of others, and none of a third set.

    Columns set (what was asked), state, without, value, low, high, evidence.
    """
    import ibis

    words = {"all": with_all, "any": with_any, "without": without}
    chosen = {part: _states.named(of, setting) for part, of in words.items()}
    row = _judged(views, chosen)
    counts = row.agg(
        value=row.holds.sum().fill_null(0),
        low=row.surely.sum().fill_null(0),
        high=row.perhaps.sum().fill_null(0),
        evidence=_evidence.gathered(_evidence.exercise(row.exercise), where=row.perhaps),
    )
    asked = " ".join(f"{part}:{','.join(of)}" for part, of in words.items() if of)
    who = " ".join([*with_all, *with_any])
    named = {"set": asked, "state": who, "without": " ".join(without)}
    return counts.mutate(**{name: ibis.literal(text) for name, text in named.items()})


def _judged(views: Views, chosen: dict[str, tuple[str, ...]]) -> Any:
    """One row per exercise of which somebody is named or possible: does the combination hold?

    An open roster leaves room for every state of which nothing is said, outside powers too.
    """
    e = views.exercises
    rosters = e.select("exercise", open=(e.roster.fill_null("open") == "open").cast("int64"))
    p = views.participation.left_join(rosters, "exercise")
    room = p.open.max().fill_null(0)
    counted: dict[str, Any] = {}
    for part, states in chosen.items():
        chose = p.state.isin(states) if states else p.state.isnull()
        counted |= {f"{part}_{end}": p[end].sum(where=chose).fill_null(0) for end in ("value", "low")}
        counted[f"{part}_high"] = p.high.sum(where=chose).fill_null(0) + room * (len(states) - chose.sum())
    x = p.group_by("exercise").agg(somebody=p.named.max(), **counted)
    somebody = x.somebody == 1
    return x.mutate(
        holds=_holds(x, chosen, "value", "value") & somebody,
        surely=_holds(x, chosen, "low", "high") & somebody,
        perhaps=_holds(x, chosen, "high", "low"),
    )


def _holds(x: Any, chosen: dict[str, tuple[str, ...]], there: str, away: str) -> Any:
    """Whether it holds, reading `there` for those who must take part and `away` for those who must not."""
    enough = (x[f"all_{there}"] == len(chosen["all"])) & (x[f"without_{away}"] == 0)
    return enough & (x[f"any_{there}"] > 0) if chosen["any"] else enough
