"""Concentration, effective number, poles and parity against plain Python, on made-up and real capabilities."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest
from support.panel_examples import as_table, columns
from support.real_tables import measured, real

from timbang.measures._cinc import even
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.panels import PanelEngine

Row = dict[str, Any]
SCO = ("CHN", "KAZ", "KGZ", "RUS", "TJK", "UZB")


def of(name: str, members: tuple[str, ...] = (), **resources: float) -> list[Row]:
    """What a measure makes of a year in which all components stand in these proportions."""
    tables = {"nmc": even(**resources), "system": [{"state": code, "year": 2001} for code in resources]}
    needs = measures("panel")[name].needs
    engine = PanelEngine({n: as_table(n, tables[n]) for n in needs}, {n: columns()[n] for n in needs})
    setting = Setting(organization="TST", first_year=2001, last_year=2001, members=members)
    return engine.measure(measures("panel")[name], setting).to_pylist()


def test_the_published_values_for_four_states_come_out() -> None:
    """VALIDATION.md: shares .4 .3 .2 .1."""
    shares = {"AAA": 40.0, "BBB": 30.0, "CCC": 20.0, "DDD": 10.0}
    for name, value in {"concentration": 0.2581989, "effective_number": 3.3333, "herfindahl": 0.30}.items():
        [row] = of(name, **shares)
        assert row["value"] == pytest.approx(value, abs=5e-5 if name == "effective_number" else 5e-8)


def test_shares_are_rescaled_within_the_group() -> None:
    [row] = of("concentration", ("AAA", "BBB", "CCC", "DDD"), AAA=4.0, BBB=3.0, CCC=2.0, DDD=1.0, EEE=990.0)
    assert row["value"] == pytest.approx(0.2581989, abs=5e-8)


def test_equal_states_are_not_concentrated_at_all_and_one_state_wholly() -> None:
    assert of("concentration", **{f"S{i}": 7.0 for i in range(7)})[0]["value"] == pytest.approx(0, abs=1e-8)
    assert of("concentration", AAA=1.0, BBB=0.0, CCC=0.0)[0]["value"] == 1
    assert of("concentration", AAA=1.0)[0]["value"] is None
    assert of("concentration", AAA=0.0, BBB=0.0)[0]["value"] is None


@pytest.mark.needs_shared
def test_sco_and_world_are_as_worked_out_from_published_scores() -> None:
    """By an independent program over the published CINC: 2005, six members; 1950, 75 states."""
    expected = {(2005, SCO): (6, 0.763535163), (1950, ()): (75, 0.353779476)}
    for (year, members), (states, con) in expected.items():
        [row] = measured("concentration", (year, year), members).to_pylist()
        assert (row["states"], row["missing"]) == (states, 0)
        assert row["value"] == pytest.approx(con, abs=1e-7)
        shares = [r["value"] for r in measured("group_share", (year, year), members).to_pylist()]
        squares = sum(share * share for share in shares)
        assert sum(shares) == pytest.approx(1)
        assert row["value"] == pytest.approx(sqrt((squares - 1 / states) / (1 - 1 / states)))
        assert measured("herfindahl", (year, year), members)["value"].to_pylist() == [pytest.approx(squares)]
        assert measured("effective_number", (year, year), members)["value"].to_pylist() == [pytest.approx(1 / squares)]


@pytest.mark.needs_shared
def test_poles_are_those_with_more_than_half_of_the_strongest() -> None:
    scores = {(r["state"], r["year"]): r["cinc_published"] for r in real("nmc").to_pylist()}
    poles = {row["year"]: row for row in measured("poles", (1816, 2020)).to_pylist()}
    assert {y: poles[y]["names"] for y in (1816, 1938, 2016)} == {
        1816: "GBR", 1938: "CHN|DEU|SUN|USA", 2016: "CHN|USA"
    }  # fmt: skip
    told = {(r["state"], r["year"]): r for r in measured("is_pole", (1816, 2020)).to_pylist()}
    for year in range(1816, 2017):
        strongest = max(score for (_, y), score in scores.items() if y == year)
        expected = sorted(s for (s, y), score in scores.items() if y == year and score > strongest / 2)
        assert poles[year]["names"].split("|") == expected
        assert sorted(s for (s, y), row in told.items() if y == year and row["value"] == 1) == expected
        assert poles[year]["value"] == len(expected)
    assert [poles[y]["value"] for y in range(2017, 2021)] == [None] * 4
    assert told["CHN", 2020]["value"] is None


def test_parity_is_the_same_whoever_comes_first_and_null_between_two_who_have_nothing() -> None:
    found = {(row["state1"], row["state2"]): row for row in of("parity", AAA=8.0, BBB=10.0, CCC=10.0, DDD=0.0, EEE=0.0)}
    assert found["AAA", "BBB"]["value"] == found["AAA", "CCC"]["value"] == pytest.approx(0.8)
    assert found["AAA", "BBB"]["parity"] and found["BBB", "CCC"]["value"] == 1
    assert found["BBB", "CCC"]["stronger"] is None and found["AAA", "BBB"]["stronger"] == "BBB"
    assert found["AAA", "DDD"]["value"] == 0 and found["DDD", "EEE"]["value"] is None
