"""The components of threat and their adding up, against plain Python on made-up worlds with holes, and on real ones."""

from __future__ import annotations

import csv
import random
from math import isclose, log10, prod
from typing import Any

import pytest
from support.panel_examples import as_table, columns
from support.real_tables import DATA, measured, real

from timbang.model import Setting
from timbang.registry import measures
from timbang.store.panels import PanelEngine

Row = dict[str, Any]
World = dict[str, list[Row]]
Scores = dict[tuple[str, int], float | None]
STATES, YEARS = ("AAA", "BBB", "CCC", "DDD", "EEE"), range(1998, 2004)
CAPABILITIES = ("milex", "milper", "irst", "pec", "tpop", "upop")
NAMES = ("power", "proximity", "offensive", "intentions")
ALONE = ("threat_power", "proximity", "offensive_capability", "offensive_intentions")
MILE = 1.609344


def world(seed: int) -> World:
    """Five states, six years, with missing capabilities, distances and disputes; disputes cover 1990-2002."""
    chance = random.Random(seed)
    pairs = [(a, b) for i, a in enumerate(STATES) for b in STATES[i + 1 :]]

    def amount() -> float | None:
        return None if chance.random() < 0.15 else float(chance.randint(0, 9))

    nmc = [{"state": s, "year": y, **{c: amount() for c in CAPABILITIES}} for s in STATES for y in YEARS]
    touching = [(*pair, year, chance.randint(1, 5)) for pair in pairs for year in YEARS if chance.random() < 0.3]
    disputes = [(*chance.choice(pairs), chance.randint(1990, 2002), i // 2) for i in range(12)]
    revisionist = [(chance.choice([True, False, None]), chance.choice([True, False, None])) for _ in disputes]
    return {
        "nmc": chance.sample(nmc, len(nmc) - 2),
        "system": [{"state": s, "year": y} for s in STATES for y in YEARS],
        "contiguity": [
            {"state1": a, "state2": b, "year": y, "kind": k} for c, d, y, k in touching for a, b in ((c, d), (d, c))
        ],
        "minimum_distance": [
            {"state1": a, "state2": b, "year": y, "km": float(chance.randint(0, 5000))}
            for a, b in pairs for y in YEARS if chance.random() < 0.6
        ],
        "gml_dyads": [
            {"state1": ends[0], "state2": ends[1], "year": y, "dispute": n, "revisionist1": r[0], "revisionist2": r[1]}
            for (a, b, y, n), rs in zip(disputes, revisionist, strict=True)
            for ends, r in (((a, b), rs), ((b, a), rs[::-1]))
        ] + [{"state1": "YYY", "state2": "ZZZ", "year": y, "dispute": 99} for y in (1990, 2002)],
        "rivalries": [
            {"rivalry": i, "state1": a, "state2": b, "first_year": chance.randint(1950, 2001),
             "last_year": chance.choice([None, 2001, 2003])}
            for i, (a, b) in enumerate(chance.sample(pairs, 4))
        ],
    }  # fmt: skip


def of(name: str, given: World, **parameters: Any) -> dict[tuple[Any, ...], Row]:
    measure = measures("panel")[name]
    engine = PanelEngine({n: as_table(n, given[n]) for n in measure.needs}, {n: columns()[n] for n in measure.needs})
    setting = Setting(organization="TST", first_year=YEARS[0], last_year=YEARS[-1])
    rows = engine.measure(measure, setting, **parameters).to_pylist()
    return {tuple(row[key] for key in measure.by): row for row in rows}


def ratio(one: float | None, two: float | None) -> float | None:
    return None if one is None or two is None or not one + two else two / (one + two)


def cinc_by_hand(given: World) -> Scores:
    scores: Scores = {}
    for row in given["nmc"]:
        peers = [other for other in given["nmc"] if other["year"] == row["year"]]
        totals = {c: sum(other[c] for other in peers if other[c] is not None) for c in CAPABILITIES}
        parts = [row[c] / totals[c] for c in CAPABILITIES if row[c] is not None and totals[c]]
        scores[row["state"], row["year"]] = sum(parts) / len(parts) if parts else None
    return scores


def kilometres(given: World, one: str, two: str, year: int) -> float | None:
    kinds = [r["kind"] for r in given["contiguity"] if (r["state1"], r["state2"], r["year"]) == (one, two, year)]
    if kinds == [1]:
        return 0.0
    near = [
        r["km"] for r in given["minimum_distance"] if {r["state1"], r["state2"]} == {one, two} and r["year"] == year
    ]
    water = {2: 12, 3: 24, 4: 150, 5: 400}
    return near[0] if near else water[kinds[0]] * MILE if kinds else None


def intentions_by_hand(given: World, one: str, two: str, year: int) -> float | None:
    found = {
        r["dispute"] for r in given["gml_dyads"]
        if (r["state1"], r["state2"]) == (one, two) and r.get("revisionist2") and year - 9 <= r["year"] <= year
    }  # fmt: skip
    rival = any(
        {r["state1"], r["state2"]} == {one, two} and r["first_year"] <= year <= (r["last_year"] or 9999)
        for r in given["rivalries"]
    )
    if not found and not (year - 9 >= 1990 and year <= 2002):
        return None
    return (bool(found) + rival) / 2


def components_by_hand(given: World, scores: Scores, one: str, two: str, year: int) -> dict[str, float | None]:
    raw = {(r["state"], r["year"]): r for r in given["nmc"]}
    a, b = raw.get((one, year), {}), raw.get((two, year), {})
    parts = [ratio(a.get(c), b.get(c)) for c in ("milex", "milper")]
    km = kilometres(given, one, two, year)
    return {
        "power": ratio(scores.get((one, year)), scores.get((two, year))),
        "proximity": None if km is None else 1000 / (1000 + km),
        "offensive": None if None in parts else sum(parts) / 2,
        "intentions": intentions_by_hand(given, one, two, year),
    }


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
def test_external_threat_leaves_out_those_of_whom_nothing_is_known_and_counts_them(seed: int) -> None:
    given = world(seed)
    each = of("threat_multiplied", given)
    for (state, year), row in of("external_threat", given, peak=0.3).items():
        others = [each[state, other, year]["value"] for other in STATES if other != state]
        known = [value for value in others if value is not None]
        assert (row["states"], row["missing"]) == (len(known), len(others) - len(known))
        assert alike(row["value"], 1 - prod(1 - 0.3 * value for value in known) if known else None)


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


@pytest.mark.needs_shared
def test_disputes_of_the_last_ten_years_are_those_of_the_file() -> None:
    """India (750) and Pakistan (770), counted from the provider's file; it ends in 2010."""
    with (DATA / "conflict" / "gml-ddy-disputes-2.03.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if (r["ccode1"], r["ccode2"]) == ("750", "770")]
    found = {
        (r["state1"], r["state2"], r["year"]): r for r in measured("offensive_intentions", (2000, 2015)).to_pylist()
    }
    for year in range(2000, 2011):
        near = [r for r in rows if year - 9 <= int(r["year"]) <= year]
        assert found["IND", "PAK", year]["disputes"] == len({r["dispnum"] for r in near if r["revstate2"] == "1"}) > 0
        assert found["PAK", "IND", year]["disputes"] == len({r["dispnum"] for r in near if r["revstate1"] == "1"})
        assert found["IND", "PAK", year]["rivalry"] and found["IND", "PAK", year]["value"] == 1
    assert found["BRA", "NZL", 2005]["value"] == 0
    assert found["BRA", "NZL", 2011]["value"] is None and found["BRA", "NZL", 2011]["disputes"] is None


@pytest.mark.needs_shared
def test_no_rivalry_is_known_after_the_data_on_rivalries() -> None:
    """They end in 2020; a rivalry without an end is not held to go on for ever."""
    found = {
        (r["state1"], r["state2"], r["year"]): r for r in measured("offensive_intentions", (2020, 2021)).to_pylist()
    }
    assert found["IND", "PAK", 2020]["rivalry"] is True and found["BRA", "NZL", 2020]["rivalry"] is False
    assert {row["rivalry"] for row in found.values() if row["year"] == 2021} == {None}
