"""Members on the plane, against sums over the grid written out."""

from itertools import product
from math import exp, log, prod, sqrt

import numpy as np
import pytest
from support.weighing_models import item

from timbang.inference.theory import Region
from timbang.inference.weighing.records import Likelihoods
from timbang.inference.weighing.regions import first_match, types
from timbang.inference.weighing.typology import Plane, place
from timbang.inference.weighing.values import GRID, graded, random_walk, spread
from timbang.text import Text

POINTS = [n / 40 for n in range(41)]
ENDS = {"a": (0.1, 0.8), "b": (0.3, 0.9), "c": (0.7, 0.2)}
SAYS = (0.2, 0.9)
SLANTED, RHO, DRIFT = 0.2, 0.5, 0.15
PERIODS = ((2001, 2004), (2005, 2007))


def region(name, **where):
    return Region(name=name, label=Text(en=name, id=name), **where)


TYPES = (
    region("content", surplus=(-1.0, -0.2), capability=(0.0, 0.5)),
    region("lion", surplus=(-1.0, -0.2)),
    region("wolf", revision=(0.7, 1.0), status_quo=(0.0, 0.5)),
)


def likelihoods(*names):
    return Likelihoods(
        clusters=dict.fromkeys(names, "one"),
        expected={n: graded(np.array([ENDS[n][0]]), np.array([ENDS[n][1]])) for n in names},
        places={n: np.arange(41) for n in names},
        reliability={("does", "none"): np.array([[SAYS[0]], [SAYS[1]]])},
        coders={"": np.array([[0.0], [1.0]])},
        slanted=SLANTED,
        rho=RHO,
    )


PLANE = Plane(revision=likelihoods("a", "b"), status_quo=likelihoods("c"), types=TYPES, drift=DRIFT)
ITEMS = [
    item("a", 2002, "u"), item("b", 2002, "u"), item("b", 2002, "v", "denied"), item("a", 2003, "v"),
    item("b", 2006, "w", "denied"), item("c", 2006, "w"), item("c", 2007, "w", "denied"), item("c", 2007, "u"),
]  # fmt: skip


def chance(name, v):
    zero, one = (log(p / (1 - p)) for p in ENDS[name])
    return 1 / (1 + exp(-(zero + v * (one - zero))))


def year(items, v):
    origins, names = sorted({i.origin for i in items}), sorted({i.implication for i in items})
    total = 0.0
    for bits in product((0, 1), repeat=len(origins)):
        slanted = dict(zip(origins, bits, strict=True))
        p = prod(SLANTED if bit else 1 - SLANTED for bit in bits)
        for name in names:
            either = 0.0
            for x in (0, 1):
                q = chance(name, v) if x else 1 - chance(name, v)
                for i in items:
                    if i.implication == name:
                        honest = [s if i.reading == "affirmed" else 1 - s for s in SAYS]
                        q *= sum(honest) / 2 if slanted[i.origin] else honest[x]
                either += q
            p *= either ** (1 / (1 + (len(names) - 1) * RHO))
        total += p
    return total


def period(names, first, last, v):
    years = [[i for i in ITEMS if i.implication in names and i.year == y] for y in range(first, last + 1)]
    return prod(year(items, v) for items in years if items)


def walk(start, end, years):
    """A normal step reflected half a step beyond both ends: sums over the images of the end point."""
    images = [image + 82 * m for m in range(-9, 10) for image in (end, -1 - end)]
    return sum(exp(-(((image - start) / 40) ** 2) / (2 * DRIFT**2 * years)) for image in images)


def written_out(names):
    early, late = ([period(names, *p, v) for v in POINTS] for p in PERIODS)
    gap = 3.5  # from the middle of 2001-2004 to that of 2005-2007
    joint = [[early[a] * walk(a, b, gap) * late[b] for b in range(41)] for a in range(41)]
    total = sum(map(sum, joint))
    return [sum(row) / total for row in joint], [sum(row[b] for row in joint) / total for b in range(41)]


@pytest.mark.parametrize(("value", "names"), [("revision", ("a", "b")), ("status_quo", ("c",))])
def test_values_agree_with_the_sum_over_the_grid(value, names):
    found = getattr(place(PLANE, ITEMS, PERIODS, (0.2, 0.9)), value)
    np.testing.assert_allclose(found.grid, written_out(names), rtol=0, atol=1e-9)
    assert found.mean == pytest.approx([sum(p * v for p, v in zip(row, POINTS, strict=True)) for row in found.grid])


def test_types_are_the_first_region_that_holds_a_point():
    found = place(PLANE, ITEMS, PERIODS, (0.2, 0.9))
    for p, capability in enumerate((0.2, 0.9)):
        revision, status_quo = written_out(("a", "b"))[p], written_out(("c",))[p]
        expected = dict.fromkeys(("content", "lion", "wolf", "none of these"), 0.0)
        for r, s in product(range(41), repeat=2):
            if r - s <= -8:
                name = "content" if capability <= 0.5 else "lion"
            else:
                name = "wolf" if r >= 28 and s <= 20 else "none of these"
            expected[name] += revision[r] * status_quo[s]
        assert found.names == tuple(expected)
        np.testing.assert_allclose(found.types[p], [*expected.values()], rtol=0, atol=1e-9)


def test_leaving_out_an_origin_is_placing_without_it():
    found = place(PLANE, ITEMS, PERIODS, (0.2, 0.9))
    assert found.origins == ("u", "v", "w")
    for o, origin in enumerate(found.origins):
        rest = place(PLANE, [i for i in ITEMS if i.origin != origin], PERIODS, (0.2, 0.9))
        np.testing.assert_allclose(found.without[o], rest.types, atol=1e-12)


def test_without_reports_every_point_stays_as_likely_and_nothing_is_told():
    found = place(PLANE, [], PERIODS, (0.2, None))
    np.testing.assert_allclose(found.revision.grid, 1 / 41, atol=1e-12)
    assert found.floor[0] == ("few origins", "no report on revision", "no report on status quo")
    assert np.isnan(found.types[1]).all()  # a type asks for a capability that is not known
    assert found.types[0] == pytest.approx(found.prior[0])


def test_a_walk_keeps_what_is_uniform_and_spreads_with_time():
    (_, short), (_, long) = random_walk(0.1, 1), random_walk(0.1, 4)
    for moves in (short, long):
        np.testing.assert_allclose(moves.sum(axis=0), 1, atol=1e-12)
        np.testing.assert_allclose(moves, moves.T, atol=1e-12)
    spread_of = [sqrt(sum(p * (v - 0.5) ** 2 for p, v in zip(m[20], POINTS, strict=True))) for m in (short, long)]
    assert spread_of == pytest.approx([0.1, 0.2], abs=0.005)
    np.testing.assert_array_equal(random_walk(0.0, 5)[1], np.eye(41))


def test_a_value_s_interval():
    row = np.zeros((1, 41))
    row[0, [4, 10, 30]] = (0.04, 0.9, 0.06)
    mean, low, high = spread(row)
    assert mean[0] == pytest.approx(0.04 * 0.1 + 0.9 * 0.25 + 0.06 * 0.75)
    assert (low[0], high[0]) == (0.25, 0.75)


def test_ends_of_regions_belong_to_them():
    where = first_match((region("up", revision=(0.5, 1.0)),), None)
    assert [int(where[at, 0]) for at in (19, 20, 40)] == [1, 0, 0]
    certain = np.eye(41)
    assert types((region("up", revision=(0.5, 1.0)),), certain[20], certain[3], None).tolist() == [1.0, 0.0]
    assert GRID[20] == 0.5


@pytest.mark.parametrize("periods", [(), ((2001, 2004), (2004, 2006)), ((2005, 2006), (2001, 2002))])
def test_periods_follow_each_other(periods):
    with pytest.raises(ValueError, match="periods"):
        place(PLANE, ITEMS, periods, (None,) * len(periods))


def test_a_type_rests_on_the_origins_heard_in_its_period():
    found = place(PLANE, ITEMS, PERIODS, (0.2, 0.9))
    assert [found.speaking(p) for p in range(2)] == [("u", "v"), ("u", "w")]  # u, v, w make three only together
    assert [floor[0] for floor in found.floor] == ["few origins", "few origins"]
    spanning = [*ITEMS, item("c", 2004, "v", until=2005)]
    assert "few origins" not in place(PLANE, spanning, PERIODS, (0.2, 0.9)).floor[1]
