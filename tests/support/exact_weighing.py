"""The weighing of reports worked out the long way: every path, slant, truth and statement written out. No NumPy.

Shares no code with timbang; DESIGN section 5 is the source. Only for very small worlds.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product


@dataclass
class Said:
    """One reading: (implication, first year, last year, origin, coder, affirmed | denied | not_found, detection)."""

    implication: str
    first: int
    last: int
    origin: str
    coder: str
    reading: str
    detection: float = 0.0


@dataclass
class World:
    years: Sequence[int]
    prior: float
    stay: float
    theta: dict[tuple[int, str], float]  # (mechanism, implication), where it speaks
    baseline: dict[str, float]
    cluster: dict[str, str]
    mechanisms: int
    says: tuple[float, float]  # P(affirmed | x = 0), P(affirmed | x = 1)
    reads: dict[str, tuple[float, float]]  # coder -> P(read affirmed | denied), P(read affirmed | affirmed)
    slanted: float = 0.0
    rho: float = 0.0
    exclusive: bool = False
    said: list[Said] = field(default_factory=list)


def sets(world):
    every = list(product((0, 1), repeat=world.mechanisms))
    return [s for s in every if sum(s) <= 1] if world.exclusive else every


def chance(world, implication, at_work):
    base = world.baseline[implication]
    odds = base / (1 - base)
    ends = [base]
    for k, on in enumerate(at_work):
        if on and (k, implication) in world.theta:
            t = world.theta[k, implication]
            odds *= (t / (1 - t)) / (base / (1 - base))
            ends.append(t)
    p = odds / (1 + odds)
    return max(min(0.05, *ends, 1), min(max(0.95, *ends, 0), p))


def voice(world, readings, x):
    """P(all readings of one origin's z | x), to the power one over the years it spans."""
    total = 0.0
    for z in (0, 1):
        p = world.says[x] if z else 1 - world.says[x]
        for _, coder, reading in {(r.origin, r.coder, r.reading) for r in readings if r.reading != "not_found"}:
            yes = world.reads[coder][z]
            p *= yes if reading == "affirmed" else 1 - yes
        total += p
    searches = [r.detection for r in readings if r.reading == "not_found"]
    if searches and x:
        total *= 1 - max(searches)
    return total ** (1 / (readings[0].last - readings[0].first + 1))


def of_origin(world, now, implication, origin, x):
    spans = {}
    for r in now:
        if (r.implication, r.origin) == (implication, origin):
            spans.setdefault((r.first, r.last), []).append(r)
    return math.prod(voice(world, readings, x) for readings in spans.values())


def year(world, t, at_work):
    now = [r for r in world.said if r.first <= t <= r.last]
    origins = sorted({r.origin for r in now})
    implications = sorted({r.implication for r in now})
    total = 0.0
    for slants in product((0, 1), repeat=len(origins)):
        slanted = dict(zip(origins, slants, strict=True))
        p = math.prod(world.slanted if s else 1 - world.slanted for s in slants)
        for i in implications:
            heard = sorted({r.origin for r in now if r.implication == i})
            either = 0.0
            for x in (0, 1):
                q = chance(world, i, at_work) if x else 1 - chance(world, i, at_work)
                for o in heard:
                    honest = [of_origin(world, now, i, o, v) for v in (0, 1)]
                    q *= sum(honest) / 2 if slanted[o] else honest[x]
                either += q
            n = sum(world.cluster[j] == world.cluster[i] for j in implications)
            p *= either ** (1 / (1 + (n - 1) * world.rho))
        total += p
    return total


def path_weight(world, path):
    states = sets(world)
    start = [math.prod(world.prior if on else 1 - world.prior for on in s) for s in states]
    p = start[states.index(path[0])] / sum(start)
    for before, after in pairwise(path):
        if world.exclusive:
            p *= world.stay if before == after else (1 - world.stay) / (len(states) - 1)
        else:
            p *= math.prod(world.stay if a == b else 1 - world.stay for a, b in zip(before, after, strict=True))
    return p


def weighed(world):
    """P(mechanism in year), {(t, k)}; P(set in year); P(first change in year t), {(k, t or None)}; P(all reports)."""
    told = {(t, s): year(world, y, s) for t, y in enumerate(world.years) for s in sets(world)}
    belief, first, whole, total = {}, {}, {}, 0.0
    for path in product(sets(world), repeat=len(world.years)):
        p = path_weight(world, path) * math.prod(told[t, s] for t, s in enumerate(path))
        total += p
        for t, s in enumerate(path):
            whole[t, s] = whole.get((t, s), 0.0) + p
            for k, on in enumerate(s):
                belief[t, k] = belief.get((t, k), 0.0) + p * on
        for k in range(world.mechanisms):
            turn = next((t for t in range(1, len(path)) if path[t][k] != path[t - 1][k]), None)
            first[k, turn] = first.get((k, turn), 0.0) + p
    scaled = [{key: value / total for key, value in found.items()} for found in (belief, whole, first)]
    return (*scaled, total)
