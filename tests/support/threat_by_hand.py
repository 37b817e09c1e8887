"""Made-up worlds with holes, and the components of threat in them, worked out in plain Python."""

from __future__ import annotations

import random
from typing import Any

Row = dict[str, Any]
World = dict[str, list[Row]]
Scores = dict[tuple[str, int], float | None]
STATES, YEARS = ("AAA", "BBB", "CCC", "DDD", "EEE"), range(1998, 2004)
CAPABILITIES = ("milex", "milper", "irst", "pec", "tpop", "upop")
NAMES = ("power", "proximity", "offensive", "intentions")
MILE = 1.609344


def world(seed: int) -> World:
    """Five states, six years, with holes; GML covers 1990-2001, MID goes on to 2002."""
    chance = random.Random(seed)
    pairs = [(a, b) for i, a in enumerate(STATES) for b in STATES[i + 1 :]]

    def amount() -> float | None:
        return None if chance.random() < 0.15 else float(chance.randint(0, 9))

    nmc = [{"state": s, "year": y, **{c: amount() for c in CAPABILITIES}} for s in STATES for y in YEARS]
    touching = [(*pair, year, chance.randint(1, 5)) for pair in pairs for year in YEARS if chance.random() < 0.3]
    disputes = [(*chance.choice(pairs), chance.randint(1990, 2001), i // 2) for i in range(12)]
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
        ] + [{"state1": "YYY", "state2": "ZZZ", "year": y, "dispute": 99} for y in (1990, 2001)],
        "mid_participants": [
            {"dispute": 50 + i // 4, "state": chance.choice(STATES), "first_year": chance.randint(1999, 2001),
             "last_year": chance.randint(2001, 2002), "side_a": chance.choice([True, False]),
             "revisionist": chance.choice([True, False, None])}
            for i in range(8)
        ] + [{"dispute": 98, "state": "ZZZ", "first_year": 2002, "last_year": 2002, "side_a": True}],
        "rivalries": [
            {"rivalry": i, "state1": a, "state2": b, "first_year": chance.randint(1950, 2001),
             "last_year": chance.choice([None, 2001, 2003])}
            for i, (a, b) in enumerate(chance.sample(pairs, 4))
        ],
    }  # fmt: skip


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
    later = ((a, b, max(a["first_year"], b["first_year"], 2002), min(a["last_year"], b["last_year"]))
             for a in given["mid_participants"] for b in given["mid_participants"])  # fmt: skip
    found |= {
        a["dispute"] for a, b, begun, ended in later
        if (a["state"], b["state"]) == (one, two) and a["dispute"] == b["dispute"] and a["side_a"] != b["side_a"]
        and b.get("revisionist") and any(year - 9 <= held <= year for held in range(begun, ended + 1))
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
