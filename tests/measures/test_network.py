"""Ties, strength, closeness and density against networkx and against every roster that could have been."""

from __future__ import annotations

from itertools import chain, combinations, product
from math import inf, isclose
from random import Random

import networkx as nx
import numpy as np
import pytest
from networkx.algorithms import bipartite

from timbang.measures.network_centrality import harmonic_closeness, tie_matrices
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view

MEMBERS, OUTSIDE, GUEST = ("AAA", "BBB", "CCC", "DDD"), "OUT", "GUE"
# How a state may stand in a roster: (value, low, high).
SURE, DISPUTED, DOUBTED = (1, 1, 1), (1, 0, 1), (0, 0, 1)
Rosters = list[dict[str, tuple[int, int, int]]]
SETTING = Setting(organization="TST", first_year=2001, last_year=2003, members=MEMBERS, outside=(OUTSIDE,))


def engine(rosters: Rosters) -> Engine:
    """A case of four members, an outside power and a guest nobody lists; exercise i began in 2001 + i % 3."""
    took = [
        {
            "exercise": f"e{i}",
            "year": 2001 + i % 3,
            "state": s,
            "member": s in MEMBERS,
            "value": v,
            "low": lo,
            "high": h,
        }
        for i, roster in enumerate(rosters)
        for s, (v, lo, h) in roster.items()
    ]
    held = [{"exercise": f"e{i}", "year": 2001 + i % 3, "last_year": 2001 + i % 3} for i in range(len(rosters))]
    states = [{"state": s, "member": s in MEMBERS, "outside": s == OUTSIDE} for s in (*MEMBERS, OUTSIDE)]
    years = [{"year": year} for year in SETTING.years]
    members = [{"year": y["year"], "state": s, "share": 1.0} for y in years for s in MEMBERS]
    rows = {"participation": took, "exercises": held, "states": states, "years": years, "members": members}
    return Engine({name: view(name, content) for name, content in rows.items()})


def result(rosters: Rosters, name: str) -> list[dict[str, object]]:
    return engine(rosters).measure(measures()[name], SETTING).to_pylist()


def drawn(seed: int) -> Rosters:
    """Seven rosters at random, of one to five states; five standings in them are unsure."""
    random = Random(seed)
    everyone = (*MEMBERS, OUTSIDE, GUEST)
    rosters = [dict.fromkeys(random.sample(everyone, random.randint(1, 5)), SURE) for _ in range(7)]
    for i in random.sample(range(7), 5):
        rosters[i][random.choice(everyone)] = random.choice([DISPUTED, DOUBTED])
    return rosters


@pytest.fixture(scope="module", params=[1, 2], ids="seed {}".format)
def drawn_case(request: pytest.FixtureRequest) -> tuple[Rosters, Engine]:
    """The same rosters, and the engine that holds them, for every measure."""
    rosters = drawn(request.param)
    return rosters, engine(rosters)


def measured(case: Engine, name: str) -> list[dict[str, object]]:
    return case.measure(measures()[name], SETTING).to_pylist()


def worlds(rosters: Rosters) -> list[list[set[str]]]:
    """Every combination of rosters that the bounds allow."""
    each = []
    for roster in rosters:
        sure = {s for s, (_, low, _) in roster.items() if low}
        rest = sorted(set(roster) - sure)
        each.append([sure | set(c) for c in chain.from_iterable(combinations(rest, k) for k in range(len(rest) + 1))])
    return [list(world) for world in product(*each)]


def projected(rosters: list[set[str]]) -> nx.Graph:
    """networkx' own Newman projection onto states."""
    graph = nx.Graph()
    graph.add_nodes_from([*MEMBERS, OUTSIDE, GUEST])
    graph.add_edges_from((f"e{i}", state) for i, roster in enumerate(rosters) if len(roster) > 1 for state in roster)
    return bipartite.collaboration_weighted_projected_graph(graph, [*MEMBERS, OUTSIDE, GUEST])


def value(rosters: Rosters) -> list[set[str]]:
    return [{s for s, (v, _, _) in roster.items() if v} for roster in rosters]


def closeness(rosters: list[set[str]]) -> dict[str, float]:
    graph = projected(rosters).subgraph((*MEMBERS, OUTSIDE)).copy()
    for _, _, edge in graph.edges(data=True):
        edge["step"] = 1 / edge["weight"]
    n = graph.number_of_nodes()
    return {s: c / (n - 1) for s, c in nx.harmonic_centrality(graph, distance="step").items()}


def test_ties_equal_newmans_projection_and_lie_within_every_possible_roster(drawn_case: tuple[Rosters, Engine]) -> None:
    rosters, case = drawn_case
    rows = {(r["state"], r["partner"]): r for r in measured(case, "co_participation")}
    assert len(rows) == 10  # six pairs of members, four of a member with the outside power
    graphs = [projected(world) for world in worlds(rosters)]
    for (a, b), row in rows.items():
        ties = [g.get_edge_data(a, b, {"weight": 0})["weight"] for g in graphs]
        assert isclose(
            row["value"], projected(value(rosters)).get_edge_data(a, b, {"weight": 0})["weight"], abs_tol=1e-12
        )
        assert isclose(row["low"], min(ties), abs_tol=1e-12)
        assert isclose(row["high"], max(ties), abs_tol=1e-12)
        shared = [sum({a, b} <= roster for roster in world) for world in worlds(rosters)]
        assert (row["shared_low"], row["shared_high"]) == (min(shared), max(shared))


def test_strength_counts_exercises_in_company(drawn_case: tuple[Rosters, Engine]) -> None:
    rosters, case = drawn_case
    for row in measured(case, "network_strength"):
        counts = [sum(row["state"] in r and len(r) > 1 for r in world) for world in worlds(rosters)]
        assert (row["low"], row["high"]) == (min(counts), max(counts))
        graph = projected(value(rosters))
        assert isclose(row["value"], graph.degree(row["state"], weight="weight"), abs_tol=1e-12)
        among = sum(d["weight"] for _, b, d in graph.edges(row["state"], data=True) if b in MEMBERS)
        assert isclose(row["members"], among, abs_tol=1e-12)


def test_closeness_equals_networkx_and_bounds_hold_every_possible_roster(drawn_case: tuple[Rosters, Engine]) -> None:
    rosters, case = drawn_case
    rows = {r["state"]: r for r in measured(case, "network_centrality")}
    expected = closeness(value(rosters))
    possible = [closeness(world) for world in worlds(rosters)]
    for state, row in rows.items():
        assert isclose(row["value"], expected[state], abs_tol=1e-12)
        assert row["low"] <= min(p[state] for p in possible) + 1e-12
        assert row["high"] >= max(p[state] for p in possible) - 1e-12


def test_dependence_is_the_largest_share_and_bounds_hold_every_possible_roster(
    drawn_case: tuple[Rosters, Engine],
) -> None:
    rosters, case = drawn_case

    def largest(world: list[set[str]], state: str) -> float | None:
        ties = [d["weight"] for _, _, d in projected(world).edges(state, data=True)]
        return max(ties) / sum(ties) if ties else None

    for row in measured(case, "dependence"):
        expected = largest(value(rosters), row["state"])
        if expected is None:
            assert row["value"] is row["low"] is row["high"] is row["partners"] is None
            continue
        assert isclose(row["value"], expected, abs_tol=1e-12)
        shares = [s for world in worlds(rosters) if (s := largest(world, row["state"])) is not None]
        assert row["low"] <= min(shares) + 1e-12 and max(shares) - 1e-12 <= row["high"] <= 1


def test_density_and_depth_count_pairs_of_members(drawn_case: tuple[Rosters, Engine]) -> None:
    rosters, case = drawn_case

    def pairs(world: list[set[str]], year: int | None = None) -> list[tuple[str, str]]:
        chosen = [r for i, r in enumerate(world) if year in (None, 2001 + i % 3)]
        return [pair for r in chosen for pair in combinations(sorted(r & set(MEMBERS)), 2)]

    every = worlds(rosters)
    for row in measured(case, "network_density"):
        met = [len(set(pairs(world, row["year"]))) / 6 for world in every]
        assert isclose(row["value"], len(set(pairs(value(rosters), row["year"]))) / 6)
        assert isclose(row["low"], min(met)) and isclose(row["high"], max(met))
    [ever] = measured(case, "dyads_met")
    assert isclose(ever["value"], len(set(pairs(value(rosters)))) / 6)
    assert isclose(ever["high"], max(len(set(pairs(world))) for world in every) / 6)
    [depth] = measured(case, "exercises_per_dyad_year")
    assert isclose(depth["value"], len(pairs(value(rosters))) / 18)
    assert isclose(depth["low"], min(len(pairs(world)) for world in every) / 18)
    assert isclose(depth["high"], max(len(pairs(world)) for world in every) / 18)


def test_ties_of_equal_strength_are_all_named() -> None:
    [row] = [r for r in result([dict.fromkeys(["AAA", "BBB", "CCC"], SURE)], "dependence") if r["state"] == "BBB"]
    assert row["partners"] == ["AAA", "CCC"] and row["value"] == 0.5


def test_a_network_that_falls_apart_has_closeness() -> None:
    ties = np.array([[0, 2, 0], [2, 0, 0], [0, 0, 0]], dtype=float)
    assert harmonic_closeness(ties).tolist() == [1.0, 1.0, 0.0]  # two steps of 1/2, over two others


def test_a_detour_over_strong_ties_is_shorter_than_a_weak_tie() -> None:
    ties = np.array([[0, 4, 1], [4, 0, 4], [1, 4, 0]], dtype=float)
    assert harmonic_closeness(ties)[0] == pytest.approx((4 + 2) / 2)  # 1/4 + 1/4 beats 1


def test_a_state_alone_is_not_central_and_not_a_crash() -> None:
    tables = {"states": view("states", [{"state": "AAA", "member": True, "outside": False}])}
    [row] = Engine(tables).measure(measures()["network_centrality"], SETTING).to_pylist()
    assert row["value"] is row["low"] is row["high"] is None


def test_both_ways_of_counting_ties_agree() -> None:
    rosters: Rosters = [
        dict.fromkeys(MEMBERS, SURE),
        {"AAA": SURE, "BBB": DISPUTED, "OUT": DOUBTED, "GUE": SURE},
        {"AAA": SURE},
        {"BBB": DOUBTED, "CCC": DOUBTED},
    ]
    listed = [*MEMBERS, OUTSIDE]
    matrices = tie_matrices(engine(rosters).arrow["participation"], listed)
    for row in result(rosters, "co_participation"):
        at = listed.index(row["state"]), listed.index(row["partner"])
        assert [row["value"], row["low"], row["high"]] == pytest.approx([m[at] for m in matrices])


def test_a_year_read_two_ways_widens_density() -> None:
    """An exercise that began in 2001 or 2002 counts in 2001, surely in neither, possibly in both."""
    took = [
        {"exercise": "e", "year": 2001, "state": s, "member": True, "value": 1, "low": 1, "high": 1}
        for s in MEMBERS[:2]
    ]
    years = [{"year": year} for year in SETTING.years]
    tables = {
        "participation": took,
        "exercises": [{"exercise": "e", "year": 2001, "last_year": 2002}],
        "years": years,
        "members": [{"year": y["year"], "state": s, "share": 1.0} for y in years for s in MEMBERS[:2]],
    }
    run = Engine({name: view(name, rows) for name, rows in tables.items()})
    rows = run.measure(measures()["network_density"], SETTING).to_pylist()
    found = {r["year"]: (r["value"], r["low"], r["high"]) for r in rows}
    assert found == {2001: (1.0, 0.0, 1.0), 2002: (0.0, 0.0, 1.0), 2003: (0.0, 0.0, 0.0)}
    [ever] = run.measure(measures()["dyads_met"], SETTING).to_pylist()
    assert (ever["value"], ever["low"]) == (1.0, 1.0)  # whichever year, they met within the period
    [depth] = run.measure(measures()["exercises_per_dyad_year"], SETTING).to_pylist()
    assert [depth[k] for k in ("value", "low", "high")] == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_half_a_year_of_membership_is_half_a_dyad_year() -> None:
    tables = {
        "members": [
            {"year": 2001, "state": "AAA", "share": 1.0},
            {"year": 2001, "state": "BBB", "share": 0.5},
            {"year": 2001, "state": "CCC", "share": 0.25},
        ],
        "years": [{"year": 2001}],
        "exercises": [{"exercise": "e", "year": 2001, "last_year": 2001}],
        "participation": [
            {"exercise": "e", "year": 2001, "state": s, "member": True, "value": 1, "low": 1, "high": 1}
            for s in ("AAA", "BBB")
        ],
    }
    run = Engine({name: view(name, rows) for name, rows in tables.items()})
    setting = Setting(organization="TST", first_year=2001, last_year=2001)
    [pairs] = run.measure(measures()["exercises_per_dyad_year"], setting).to_pylist()
    assert pairs["dyad_years"] == 1.0 and pairs["value"] == 1.0  # .5 + .25 + .25
    [each] = run.measure(measures()["exercises_per_member_year"], setting).to_pylist()
    assert each["value"] == pytest.approx(2 / 1.75) and each["value"] < inf
