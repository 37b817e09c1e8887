"""The components of threat and their adding up, against plain Python on made-up worlds with holes, and on real ones."""

from __future__ import annotations

import csv
from math import isclose, log10, prod
from typing import Any

import pytest
from support.panel_examples import as_table, columns
from support.real_tables import DATA, measured, real
from support.threat_by_hand import (
    MILE,
    NAMES,
    STATES,
    YEARS,
    Row,
    World,
    cinc_by_hand,
    components_by_hand,
    kilometres,
    world,
)  # fmt: skip

from timbang.model import Setting
from timbang.registry import measures
from timbang.store.panels import PanelEngine

ALONE = ("threat_power", "proximity", "offensive_capability", "offensive_intentions")


def of(name: str, given: World, **parameters: Any) -> dict[tuple[Any, ...], Row]:
    measure = measures("panel")[name]
    engine = PanelEngine({n: as_table(n, given[n]) for n in measure.needs}, {n: columns()[n] for n in measure.needs})
    setting = Setting(organization="TST", first_year=YEARS[0], last_year=YEARS[-1])
    rows = engine.measure(measure, setting, **parameters).to_pylist()
    return {tuple(row[key] for key in measure.by): row for row in rows}


def alike(found: float | None, expected: float | None) -> bool:
    return found is expected is None or (None not in (found, expected) and isclose(found, expected, abs_tol=1e-12))


@pytest.mark.parametrize("seed", range(3))
def test_components_and_sums_are_those_worked_out_by_hand(seed: int) -> None:
    given, scores = world(seed), cinc_by_hand(world(seed))
    added = {name: of(f"threat_{name}", given) for name in ("additive", "multiplied", "at_least_one")}
    alone = {name: of(measure, given) for name, measure in zip(NAMES, ALONE, strict=True)}
    assert len(added["additive"]) == len(STATES) * (len(STATES) - 1) * len(YEARS)
    for key, row in added["additive"].items():
        hand = components_by_hand(given, scores, *key)
        assert all(alike(row[name], hand[name]) for name in NAMES), (key, row, hand)
        assert all(alike(alone[name].get(key, {"value": None})["value"], hand[name]) for name in NAMES)
        values = list(hand.values())
        assert row["missing"] == ("|".join(name for name in NAMES if hand[name] is None) or None)
        known = [value for value in values if value is not None]
        whole = len(known) == 4
        assert alike(row["value"], sum(known) / 4 if whole else None)
        assert alike(added["multiplied"][key]["value"], 0 if 0 in known else prod(known) if whole else None)
        least = 1 - prod(1 - value for value in known)
        assert alike(added["at_least_one"][key]["value"], 1 if 1 in known else least if whole else None)


@pytest.mark.parametrize("seed", range(3))
def test_external_threat_is_known_only_if_that_of_every_other_is_and_else_not_below_the_known(seed: int) -> None:
    given = world(seed)
    each = of("threat_multiplied", given)
    for (state, year), row in of("external_threat", given, peak=0.3).items():
        others = [each[state, other, year]["value"] for other in STATES if other != state]
        known = [value for value in others if value is not None]
        assert (row["states"], row["missing"]) == (len(known), len(others) - len(known))
        least = 1 - prod(1 - 0.3 * value for value in known) if known else None
        assert alike(row["least"], least)
        assert alike(row["value"], least if len(known) == len(others) else None)


@pytest.mark.parametrize("seed", range(3))
def test_no_power_grows_with_distance(seed: int) -> None:
    given, scores = world(seed), cinc_by_hand(world(seed))
    for (one, two, year), row in of("power_at_distance", given).items():
        km, power = kilometres(given, one, two, year), scores.get((two, year))
        assert alike(row["km"], km)
        exponent = None if km is None else max(1.0, log10(km / (500 * MILE) + 10 - 2.718281828459045))
        assert alike(row["exponent"], exponent)
        assert alike(row["value"], None if exponent is None or power is None else power**exponent)
        assert row["value"] is None or row["value"] <= power + 1e-15
    free = of("power_at_distance", given, floor=0.0)
    assert any(row["exponent"] is not None and row["exponent"] < 1 for row in free.values())


@pytest.mark.slow  # the file of distances has a million rows
@pytest.mark.needs_shared
def test_a_small_neighbour_is_threatened_more_than_a_large_far_one() -> None:
    found = {(row["state1"], row["state2"]): row for row in measured("threat_additive", (2005, 2005)).to_pylist()}
    assert found["KGZ", "UZB"]["proximity"] == found["KGZ", "CHN"]["proximity"] == 1
    assert found["KGZ", "CHN"]["power"] + found["CHN", "KGZ"]["power"] == pytest.approx(1)
    assert found["MNG", "CHN"]["value"] > found["CHN", "MNG"]["value"]
    scores = {(r["state"], r["year"]): r["cinc_published"] for r in real("nmc").to_pylist()}
    china, kyrgyz = scores["CHN", 2005], scores["KGZ", 2005]
    assert found["KGZ", "CHN"]["power"] == pytest.approx(china / (china + kyrgyz), abs=1e-6)


def provided(name: str, **only: str) -> list[dict[str, str]]:
    """Rows of a file on conflict, as the provider gives them."""
    with (DATA / "conflict" / name).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if all(row[column] == value for column, value in only.items())]


@pytest.mark.needs_shared
def test_disputes_of_the_last_ten_years_are_those_of_the_files() -> None:
    """India (750) and Pakistan (770): in GML to 2010, then in MID; nothing is known of 2015."""
    gml = provided("gml-ddy-disputes-2.03.csv", ccode1="750", ccode2="770")
    mid = {number: {r["dispnum"]: r for r in provided("MIDB 5.0.csv", ccode=number)} for number in ("750", "770")}
    held: dict[str, set[tuple[str, int]]] = {"750": set(), "770": set()}  # of each: disputes it was a revisionist in
    for row in gml:
        for number, column in (("750", "revstate1"), ("770", "revstate2")):
            held[number] |= {(row["dispnum"], int(row["year"]))} if row[column] == "1" else set()
    for dispute in mid["750"].keys() & mid["770"].keys():
        both = [mid[number][dispute] for number in ("750", "770")]
        years = range(max(int(r["styear"]) for r in both), min(int(r["endyear"]) for r in both) + 1)
        for row in both if both[0]["sidea"] != both[1]["sidea"] else ():
            held[row["ccode"]] |= {(dispute, y) for y in years if y > 2010 and row["revstate"] == "1"}
    found = {
        (r["state1"], r["state2"], r["year"]): r for r in measured("offensive_intentions", (2000, 2015)).to_pylist()
    }
    for year in range(2000, 2015):
        count = {number: len({d for d, y in held[number] if year - 9 <= y <= year}) for number in held}
        assert found["IND", "PAK", year]["disputes"] == count["770"] > 0
        assert found["PAK", "IND", year]["disputes"] == count["750"]
        assert found["IND", "PAK", year]["rivalry"] and found["IND", "PAK", year]["value"] == 1
    assert any(y > 2010 for _, y in held["770"])
    assert found["BRA", "NZL", 2014]["value"] == 0
    assert found["BRA", "NZL", 2015]["value"] is None and found["BRA", "NZL", 2015]["disputes"] is None


@pytest.mark.needs_shared
def test_no_rivalry_is_known_after_the_data_on_rivalries() -> None:
    """They end in 2020; a rivalry without an end is not held to go on for ever."""
    found = {
        (r["state1"], r["state2"], r["year"]): r for r in measured("offensive_intentions", (2020, 2021)).to_pylist()
    }
    assert found["IND", "PAK", 2020]["rivalry"] is True and found["BRA", "NZL", 2020]["rivalry"] is False
    assert {row["rivalry"] for row in found.values() if row["year"] == 2021} == {None}
