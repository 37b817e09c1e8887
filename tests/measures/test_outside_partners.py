"""Outside-partner shares against every combination of rosters that the sources leave possible."""

from __future__ import annotations

from functools import reduce
from itertools import product
from random import Random

import pytest

from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view

STATES = ("AAA", "BBB", "OUT", "GUE")  # two members, an outside power, a guest
SETTING = Setting(organization="TST", first_year=2001, last_year=2001, outside=("OUT",))
Standing = tuple[int, int, int]  # value, low, high
SURE, DISPUTED, DOUBTED = (1, 1, 1), (1, 0, 1), (0, 0, 1)
Roster = tuple[bool, dict[str, Standing]]  # is it open; who stands how in it


def drawn(seed: int) -> list[Roster]:
    """Twelve rosters at random, with one in four open and two in five standings unsure."""
    random = Random(seed)
    return [
        (
            random.random() < 0.25,
            {
                s: random.choice([SURE, SURE, SURE, DISPUTED, DOUBTED])
                for s in random.sample(STATES, random.randint(1, 3))
            },
        )
        for _ in range(12)
    ]


CASES = {f"seed {seed}": drawn(seed) for seed in (1, 2)} | {
    "nothing sure": [(False, {"AAA": DISPUTED, "OUT": SURE}), (False, {"AAA": DOUBTED, "GUE": SURE})],
    "all open": [(True, {"AAA": SURE}), (True, {"AAA": DISPUTED, "BBB": DOUBTED})],
}


def run(rosters: list[Roster], years: list[dict[str, object]] | None = None) -> Engine:
    took = [
        {"exercise": f"e{i}", "year": 2001, "state": s, "member": s in STATES[:2], "value": v, "low": lo, "high": h}
        for i, (_, roster) in enumerate(rosters)
        for s, (v, lo, h) in roster.items()
    ]
    held = [
        {"exercise": f"e{i}", "year": 2001, "last_year": 2001, "roster": "open" if open_ else "complete"}
        for i, (open_, _) in enumerate(rosters)
    ]
    states = [{"state": s, "member": s in STATES[:2], "outside": s == "OUT"} for s in STATES[:3]]
    rows = {"participation": took, "exercises": held, "states": states, "years": years or []}
    return Engine({table: view(table, content) for table, content in rows.items()})


def result(engine: Engine, name: str) -> list[dict[str, object]]:
    return engine.measure(measures()[name], SETTING).to_pylist()


def shares(rosters: list[Roster], partner: str, whose: tuple[str, ...]) -> list[float]:
    """The share in every possible world; exercises that a world leaves without the members do not count."""

    def possible(open_: bool, roster: dict[str, Standing], state: str) -> tuple[int, ...]:
        _, low, high = roster.get(state, (0, 0, 0))
        if state == partner and open_:
            high = 1
        return (1,) if low else (0, 1) if high else (0,)

    each = []
    for open_, roster in rosters:
        worlds = product(*(possible(open_, roster, s) for s in (*whose, partner)))
        each.append({(any(world[:-1]), world[-1]) for world in worlds})
    start = {(0, 0)}  # exercises held, and of them those with the partner, over all worlds so far
    ends = reduce(lambda sums, e: {(h + m, t + m * p) for h, t in sums for m, p in e}, each, start)
    return [there / held for held, there in ends if held]


def counted(rosters: list[Roster], partner: str, whose: tuple[str, ...]) -> float | None:
    held = [r for _, r in rosters if any(r.get(s, (0, 0, 0))[0] for s in whose)]
    return sum(r.get(partner, (0, 0, 0))[0] for r in held) / len(held) if held else None


@pytest.mark.parametrize("rosters", CASES.values(), ids=CASES)
def test_shares_and_bounds_equal_enumeration(rosters: list[Roster]) -> None:
    engine = run(rosters)
    for row in result(engine, "outside_partner_share"):
        check(row, rosters, STATES[:2])
    for row in result(engine, "outside_partner_share_by_member"):
        assert row["partner"] == "OUT"  # the only outside power that the case names
        check(row, rosters, (row["state"],))


def check(row: dict[str, object], rosters: list[Roster], whose: tuple[str, ...]) -> None:
    assert row["value"] == pytest.approx(counted(rosters, row["partner"], whose))
    if row["value"] is None:
        assert row["low"] is row["high"] is None
        return
    every = shares(rosters, row["partner"], whose)
    assert (row["low"], row["high"]) == pytest.approx((min(every), max(every)))


def test_a_named_outside_power_that_never_came_has_a_row_and_a_stranger_has_none() -> None:
    roster = {"AAA": (1, 1, 1), "BBB": (1, 1, 1)}
    [row] = result(run([(False, roster)]), "outside_partner_share")
    assert (row["partner"], row["value"], row["high"], row["evidence"]) == ("OUT", 0.0, 0.0, [])


def test_a_year_with_an_incomplete_record_of_others_is_left_out() -> None:
    roster = {"AAA": (1, 1, 1), "OUT": (1, 1, 1)}
    years = [{"year": 2001, "complete": True, "complete_others": False}]
    assert result(run([(False, roster)], years), "outside_partner_share") == []
