"""Measures of the figures that data sets give, on the cases that ship: against numbers that awk makes of the files."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from timbang.casefile import find_case, open_case
from timbang.measures._figures import figure, given, on_states
from timbang.model import Case, Figure
from timbang.registry import measures
from timbang.run import Scope, scopes
from timbang.store.views import Engine
from timbang.tables import view

Row = dict[str, Any]


@cache
def case(name: str) -> Case:
    return open_case(find_case(name))


@cache
def scope(name: str) -> Scope:
    return scopes(case(name))["framework", "any"]


@cache
def rows(measure: str, of: str = "sco") -> list[Row]:
    engine, setting = scope(of)
    found: list[Row] = engine.measure(measures()[measure], setting).to_pylist()
    return found


def one(measure: str, of: str = "sco", **keys: Any) -> Row:
    (row,) = (row for row in rows(measure, of) if all(row[key] == value for key, value in keys.items()))
    return row


def test_every_value_is_that_of_the_row_behind_it() -> None:
    lines = {f"figures:{row.line}": row for row in case("sco").of(Figure)}
    values = {
        "capability": "cinc", "military_expenditure": "expenditure", "polyarchy_of_members": "polyarchy",
    }  # fmt: skip
    for measure, variable in values.items():
        told = [row for row in rows(measure) if row["value"] is not None]
        mine = [row for row in case("sco").of(Figure) if row.variable == variable]
        assert len(told) == len([row for row in mine if row.state != "USA" or measure != "polyarchy_of_members"])
        for row in told:
            (behind,) = (lines[ref] for ref in row["evidence"] if lines[ref].variable == variable)
            scale = 1000 if variable == "expenditure" else 1
            assert behind.value == pytest.approx(row["value"] * scale, rel=1e-12)
            assert (behind.state, behind.year) == (row["state"], row["year"])


def test_a_year_without_a_figure_is_unknown_and_years_past_the_data_are_none() -> None:
    uzbekistan = {row["year"]: row["value"] for row in rows("military_expenditure") if row["state"] == "UZB"}
    assert len(uzbekistan) == 33 and sum(value is None for value in uzbekistan.values()) == 23  # the file has ten
    assert uzbekistan[2003] == pytest.approx(0.0411378268)
    assert uzbekistan[2004] is None and uzbekistan[2024] is None
    assert {row["year"] for row in rows("capability")} == set(range(1992, 2017))


def test_concentration_of_the_six_members_of_2002() -> None:
    found = one("members_concentration", "csto", year=2002)
    assert (found["value"], found["effective"]) == pytest.approx((0.848551, 1.304292), abs=1e-6)
    assert (found["states"], found["strongest"]) == (6, "RUS")
    assert found["strongest_share"] == pytest.approx(0.872449, abs=1e-6)


def test_members_are_those_of_the_year_and_none_without_cinc_is_passed_over() -> None:
    """India and Pakistan joined on 9 June 2017, Iran on 4 July 2023; NMC ends in 2016."""
    states = {row["year"]: row["states"] for row in rows("members_concentration")}
    assert (states[2016], states[2017], states[2023], states[2024]) == (6, 8, 8, 9)
    after = one("members_concentration", year=2024)
    assert after["value"] is None and "IRN" in after["missing"] and len(after["missing"]) == 9


def test_threat_of_russia_to_kyrgyzstan() -> None:
    """Means over 2002-2016; Kyrgyzstan's military figures of one of these years are missing."""
    parts = one("threat_components", state="KGZ", towards="RUS")
    assert (parts["power"], parts["offensive"]) == pytest.approx((0.991568, 0.993153), abs=1e-6)
    assert parts["proximity"] == pytest.approx(0.529777777) and parts["intentions"] == 0
    assert (parts["years"], parts["missing"]) == (15, [])
    assert parts["value"] == pytest.approx(0.999973, abs=1e-6)
    assert one("threat_mean", state="KGZ", towards="RUS")["value"] == pytest.approx(0.628625, abs=1e-6)
    assert one("threat_components", state="KGZ", towards="CHN")["value"] == 1  # neighbours


def test_threats_are_told_to_members_from_members_and_outside_powers() -> None:
    pairs = {(row["state"], row["towards"]) for row in rows("threat_mean")}
    assert len(pairs) == len(rows("threat_mean")) == 100  # ten members, each towards nine and the USA
    assert "USA" not in {state for state, _ in pairs}


def test_distance_of_russia_and_iran_in_votes() -> None:
    found = one("ideal_point_between", state="RUS", towards="IRN")
    assert (found["value"], found["years"]) == (pytest.approx(1.724847, abs=1e-6), 21)


def test_the_share_of_the_latest_year_is_told() -> None:
    found = one("outside_shares", state="IND", towards="USA", variable="arms_share")
    assert (found["value"], found["year"], found["evidence"]) == (0.09626274066, 2021, ["figures:69"])
    assert one("outside_shares", state="TJK", towards="USA", variable="arms_share")["value"] is None


def test_figures_that_data_sets_give_are_counted_and_those_of_publications_shown() -> None:
    of_data_sets = {row["variable"]: row["value"] for row in rows("figures_of_data_sets")}
    published = {row["variable"] for row in rows("figures")}
    assert published == {"sco_budget_share", "trade_with_central_asia"}
    assert not published & set(of_data_sets)
    assert sum(of_data_sets.values()) + len(rows("figures")) == len(case("sco").of(Figure))
    assert {row["variable"] for row in rows("figures_sum")} == published


def test_of_two_rows_on_the_same_thing_the_first_of_the_file_counts() -> None:
    made = [figure("CHN", 2001, "cinc", 0.3, 9), figure("CHN", 2001, "cinc", 0.2, 2)]
    found = given(Engine({"figures": view("figures", made)})._plain, "cinc")["cinc"]
    assert found["CHN", "", 2001]["value"] == 0.2


def test_a_state_is_not_unknown_before_it_existed() -> None:
    rows = [figure("CHN", 1990, "cinc", 0.1, 2), figure("KAZ", 1992, "cinc", 0.1, 3)]
    made = {(row["state"], "", row["year"]): row for row in rows}
    found = [(state, year) for state, year, _ in on_states(made, ("CHN", "KAZ"))]
    assert found == [("CHN", 1990), ("CHN", 1991), ("CHN", 1992), ("KAZ", 1991), ("KAZ", 1992)]
