"""Bounds, over random rosters: they hold the value, every way it may have been, and narrow with what is learnt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timbang.errors import UsageError
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view

STATES = ("CHN", "KAZ", "RUS", "UZB")
EXERCISES = ("a", "b", "c")
# How a state may stand in an exercise: (value, low, high, named).
STANDINGS = {
    "absent": None,
    "sure": (1, 1, 1, 1),
    "question mark": (0, 0, 1, 1),
    "open roster": (0, 0, 1, 0),
    "sources disagree": (1, 0, 1, 1),
}
SETTING = Setting(organization="TST", first_year=2001, last_year=2001, groups={"asia": ("KAZ", "UZB")})
ASKED = {"with_all": ["CHN"], "with_any": ["asia"], "without": ["RUS"]}
CASES: list[tuple[str, dict[str, Any]]] = [
    ("participation_count", {}),
    ("participation_rate", {}),
    ("members_in_exercise", {}),
    ("exercises_without", {}),
    ("exercises_without", ASKED),
]
rosters = st.fixed_dictionaries({cell: st.sampled_from(list(STANDINGS)) for cell in product(EXERCISES, STATES)})
pytestmark = pytest.mark.slow  # every way a roster may have been, over every measure; CI runs it
few = settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
Roster = dict[tuple[str, str], str]
Row = dict[str, Any]

HELD = {"year": 2001, "last_year": 2001, "roster": "complete"}


def engine(roster: Roster) -> Engine:
    rows = [
        {"exercise": x, "year": 2001, "state": s, "member": True}
        | dict(zip(("value", "low", "high", "named"), stands, strict=True))
        for (x, s), how in roster.items()
        if (stands := STANDINGS[how])
    ]
    return Engine(
        {
            "participation": view("participation", rows),
            "exercises": view("exercises", [HELD | {"exercise": x} for x in EXERCISES]),
            "members": view("members", [{"year": 2001, "state": s, "share": 1.0} for s in STATES]),
        }
    )


def measured(roster: Roster, cases: Sequence[tuple[str, dict[str, Any]]] = CASES) -> dict[tuple[object, ...], Row]:
    """Every row of every case, by measure, parameters and key."""
    on, found = engine(roster), {}
    for name, parameters in cases:
        measure = measures()[name]
        for row in on.measure(measure, SETTING, **parameters).to_pylist():
            found[(name, bool(parameters), *(row[k] for k in measure.by))] = row
    return found


def learnt(roster: Roster, data: Any, cells: int) -> Roster:
    """The roster after some doubts were settled one way or the other."""
    doubts = sorted(cell for cell, how in roster.items() if how not in ("absent", "sure"))[:cells]
    return roster | {cell: data.draw(st.sampled_from(["absent", "sure"])) for cell in doubts}


@few
@given(roster=rosters, data=st.data())
def test_bounds_hold_every_way_it_may_have_been_and_narrow_with_what_is_learnt(roster: Roster, data: Any) -> None:
    before = measured(roster)
    some, all_ = (measured(learnt(roster, data, cells)) for cells in (2, len(roster)))
    for key, row in before.items():
        assert ordered(row["low"], row["value"], row["high"]), key
        assert ordered(row["low"], some[key]["low"]) and ordered(some[key]["high"], row["high"]), key
        assert ordered(row["low"], all_[key]["value"], row["high"]), key


def ordered(*numbers: float | None) -> bool:
    """Whether those that are known do not fall."""
    known = [number for number in numbers if number is not None]
    return known == sorted(known)


@few
@given(roster=rosters)
def test_absence_is_counted_as_by_hand(roster: Roster) -> None:
    """The set question against a plain loop over exercises."""
    there = {cell: stands or (0, 0, 0, 0) for cell, how in roster.items() for stands in [STANDINGS[how]]}

    def counted(present: int, absent: int) -> int:
        return sum(
            there[x, "CHN"][present] == 1
            and max(there[x, "KAZ"][present], there[x, "UZB"][present]) == 1
            and there[x, "RUS"][absent] == 0
            for x in EXERCISES
        )

    row = measured(roster, CASES[-1:])["exercises_without", True, "CHN asia", "RUS"]
    assert (row["value"], row["low"], row["high"]) == (counted(0, 0), counted(1, 2), counted(2, 1))
    assert row["set"] == "all:CHN any:asia without:RUS"


def test_a_group_the_case_does_not_have_is_named_with_those_it_has() -> None:
    with pytest.raises(UsageError, match=r"atlantic.*asia"):
        engine({}).measure(measures()["exercises_without"], SETTING, without=["atlantic"])


def test_pairs_count_only_years_in_which_both_were_members() -> None:
    """India is not left out of what was held before it joined."""
    on = Engine(
        {
            "members": view("members", [
                {"year": 2016, "state": "CHN"}, {"year": 2017, "state": "CHN"}, {"year": 2017, "state": "IND"},
            ]),
            "participation": view("participation", [
                {"exercise": "a", "year": 2016, "state": "CHN", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "year": 2017, "state": "CHN", "value": 1, "low": 1, "high": 1, "named": 1},
            ]),
        }
    )  # fmt: skip
    rows = on.measure(measures()["exercises_without"], SETTING).to_pylist()
    assert {(r["state"], r["without"]): r["evidence"] for r in rows} == {
        ("CHN", "IND"): ["exercises:b"],
        ("IND", "CHN"): [],
    }
