"""What panel measures of interest and of outside partners make of gaps, poles, and tables with little in them."""

from __future__ import annotations

from typing import Any

import pytest
from support.panel_examples import Row, as_table, columns

from timbang.errors import UsageError
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.panels import PanelEngine

EVERY = Setting(organization="TST", first_year=2001, last_year=2003)


def rows(name: str, views: dict[str, list[Row]], setting: Setting = EVERY, **parameters: Any) -> list[Row]:
    measure, known = measures("panel")[name], columns()
    given = {table: as_table(table, found) for table, found in views.items()}
    engine = PanelEngine(given, {table: known[table] for table in measure.needs})
    found = engine.measure(measure, setting, **parameters).to_pylist()
    return sorted(found, key=lambda row: tuple(str(row[key]) for key in measure.by))


def system(*codes: str, year: int = 2001) -> list[Row]:
    return [{"state": code, "year": year, "cow": place} for place, code in enumerate(codes)]


def alliance(one: str, other: str, year: int = 2001, **obligations: int) -> Row:
    owed = dict.fromkeys(("defense", "offense", "neutral", "nonagg", "consul"), 0)
    return {"state1": one, "state2": other, "year": year, **owed, **obligations}


def mutual(one: str, other: str, year: int = 2001, **obligations: int) -> list[Row]:
    """Rows of atop_obligations: each owes the other the same."""
    return [alliance(one, other, year, **obligations), alliance(other, one, year, **obligations)]


def test_a_state_of_unknown_capability_is_left_out_of_the_sums_and_told() -> None:
    # Without D: A 3 3 0, B 3 3 0, C 0 0 3; weights .5 .25 .25. D, allied with B only, would set A and B apart.
    views = {
        "system": system("A", "B", "C", "D"),
        "atop_obligations": [*mutual("A", "B", defense=1), *mutual("B", "D", defense=1)],
        "nmc": [
            {"state": s, "year": 2001, "milex": m} for s, m in (("A", 50.0), ("B", 25.0), ("C", 25.0), ("D", None))
        ],
    }
    found = {(r["state1"], r["state2"]): (r["value"], r["unweighed"]) for r in rows("s_alliance_weighted", views)}
    assert found["A", "B"] == (1.0, 1)
    assert found["A", "C"] == (-1.0, 1)
    assert [found[pair] for pair in (("A", "D"), ("B", "D"), ("C", "D"))] == [(None, 1)] * 3


def test_years_that_atop_or_nmc_do_not_cover_have_no_row() -> None:
    views = {
        "system": [row for year in (2001, 2002, 2003) for row in system("A", "B", year=year)],
        "atop_obligations": [*mutual("A", "B", 2001, nonagg=1), *mutual("A", "X", 2002, defense=1)],
    }
    assert [(r["year"], r["value"]) for r in rows("s_alliance", views)] == [(2001, pytest.approx(-1 / 3)), (2002, -1.0)]
    assert rows("s_alliance_weighted", views | {"nmc": []}) == []


def test_the_ordering_says_where_consultation_stands() -> None:
    views = {"system": system("A", "B"), "atop_obligations": mutual("A", "B", consul=1)}
    for ordering, level in (("consultation-as-neutrality", 2), ("consultation-as-nonaggression", 1)):
        # A: 3 level, B: level 3; each differs by 3 - level, of 6 in all.
        assert rows("s_alliance", views, ordering=ordering)[0]["value"] == pytest.approx(1 - 2 * 2 * (3 - level) / 6)
    with pytest.raises(UsageError, match="consultation-as-neutrality"):
        rows("s_alliance", views, ordering="cow")


def test_what_binds_one_side_only_is_in_its_portfolio_only() -> None:
    # A owes B defence, B owes nothing: A 3 3, B 0 3. They differ by 3 of 6.
    views = {"system": system("A", "B"), "atop_obligations": [alliance("A", "B", defense=1), alliance("B", "A")]}
    assert rows("s_alliance", views)[0]["value"] == pytest.approx(0.0)


def test_votes_without_a_common_one_are_unknown_not_unlike() -> None:
    views = {"un_votes": [{"resolution": 1, "state": "A", "year": 2001, "vote": 1},
                          {"resolution": 2, "state": "B", "year": 2001, "vote": 1}]}  # fmt: skip
    for name in ("s_votes", "kappa_votes", "pi_votes", "tau_b_votes"):
        assert rows(name, views) == [{"state1": "A", "state2": "B", "year": 2001, "value": None, "common": 0}]


def test_agreement_on_everything_leaves_nothing_to_chance() -> None:
    views = {"un_votes": [{"resolution": r, "state": s, "year": 2001, "vote": 1} for r in (1, 2) for s in ("A", "B")]}
    found = {name: rows(name, views)[0]["value"] for name in ("s_votes", "kappa_votes", "pi_votes", "tau_b_votes")}
    assert found == {"s_votes": 1.0, "kappa_votes": None, "pi_votes": None, "tau_b_votes": None}


def test_west_germany_s_deliveries_are_unknown_not_none() -> None:
    views = {
        "system": [row for year in (1990, 1991) for row in system("DEU", "FRA", "TUR", year=year)],
        "arms_tiv": [{"supplier": "FRA", "recipient": "TUR", "year": year, "tiv": 5.0} for year in (1986, 1990, 1991)],
    }
    setting = Setting(organization="TST", first_year=1990, last_year=1991)
    of_one = {(r["state2"], r["year"]): r["value"] for r in rows("arms_share", views, setting)}
    assert of_one == {("DEU", 1990): None, ("DEU", 1991): 0.0, ("FRA", 1990): 1.0, ("FRA", 1991): 1.0}
    assert {r["value"] for r in rows("arms_dependence", views, setting) if r["state2"] == "DEU"} == {None}


def test_hedging_needs_two_declared_poles() -> None:
    views = {
        "system": system("A", "B", "C"),
        "atop_dyads": [alliance("A", "B", defense=1), alliance("A", "C", consul=1)],
    }
    assert [row["value"] for row in rows("hedging_ties", views)] == [None, None, None]
    assert rows("hedging_ties", views, poles=("B", "C")) == [
        {"state": "A", "year": 2001, "kinds": 1, "ties1": 1, "ties2": 1, "value": 1}
    ]
    outside = Setting(organization="TST", first_year=2001, last_year=2001, outside=("B", "C"))
    assert [row["value"] for row in rows("hedging_ties", views, outside)] == [None, None, None]
    with pytest.raises(UsageError, match="two rival poles"):
        rows("hedging_ties", views, poles=("B",))


def test_ties_to_one_pole_only_are_no_hedging() -> None:
    views = {"system": system("A", "B", "C"), "atop_dyads": [alliance("A", "B", defense=1, consul=1)]}
    (found,) = rows("hedging_ties", views, poles=("B", "C"))
    assert (found["ties1"], found["ties2"], found["value"]) == (1, 0, 0)
