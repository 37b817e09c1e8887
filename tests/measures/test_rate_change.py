"""The Bayes factor of a change against exact fractions, integration, a known break, and every reading of dates."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import factorial, isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timbang.measures._poisson_change import Gamma, priors, weigh
from timbang.model import Setting
from timbang.registry import measures
from timbang.store.views import Engine
from timbang.tables import view

# British coal-mining disasters per year, 1851-1962, as a stored page on Albert's "Bayesian Computation with R"
# (LearnBayes, "A Poisson Change-Point Model") prints them; other prints differ in a few years. Raftery & Akman
# (1986) worked on the dates of the same disasters.
COAL = [
    4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4, 2, 1,
    3, 2, 1, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0,
    1, 1, 0, 2, 2, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0,
]  # fmt: skip
counts_ = st.lists(st.integers(0, 6), min_size=2, max_size=12).filter(any).map(tuple)


def exact(total: int, years: int, shape: int, weight: Fraction) -> Fraction:
    """Evidence of a stretch under an integer-shaped Gamma prior, without the shared factorials."""
    constant = weight**shape / factorial(shape - 1)
    return constant * factorial(shape + total - 1) / (weight + years) ** (shape + total)


def exact_factor(counts: tuple[int, ...], shape: int, weight: Fraction) -> tuple[Fraction, list[Fraction]]:
    """The factor and the posterior of the year, by enumeration in fractions."""
    n = len(counts)
    cut = [exact(sum(counts[:k]), k, shape, weight) * exact(sum(counts[k:]), n - k, shape, weight) for k in range(1, n)]
    return sum(cut) / (n - 1) / exact(sum(counts), n, shape, weight), [c / sum(cut) for c in cut]


@given(counts_, st.integers(1, 4), st.integers(1, 4))
def test_closed_form_equals_exact_fractions(counts: tuple[int, ...], shape: int, weight: int) -> None:
    change = weigh(counts, Gamma(shape, weight))
    factor, where = exact_factor(counts, shape, Fraction(weight))
    assert isclose(change.factor, factor, rel_tol=1e-10)
    assert change.where == pytest.approx([float(w) for w in where], rel=1e-10)


def test_closed_form_equals_integration_where_the_shape_is_no_integer() -> None:
    """Poisson likelihoods and the prior integrated over a fine grid of rates."""
    counts, prior = (1, 0, 2, 1, 4, 3, 5), Gamma(2.5, 1.0)
    rate = np.linspace(1e-6, 40, 400_001)
    density = rate**1.5 * np.exp(-rate)
    density /= np.trapezoid(density, rate)

    def evidence(part: tuple[int, ...]) -> float:
        return float(np.trapezoid(density * rate ** sum(part) * np.exp(-len(part) * rate), rate))

    cut = [evidence(counts[:k]) * evidence(counts[k:]) for k in range(1, len(counts))]
    change = weigh(counts, prior)
    assert change.factor == pytest.approx(np.mean(cut) / evidence(counts), rel=1e-6)
    assert change.where == pytest.approx(np.array(cut) / sum(cut), rel=1e-6)


@given(counts_)
def test_time_reversed_weighs_the_same(counts: tuple[int, ...]) -> None:
    """A change is a change whichever way time runs: the year of the cut is mirrored."""
    for prior in priors(sum(counts) / len(counts)).values():
        forth, back = weigh(counts, prior), weigh(counts[::-1], prior)
        assert isclose(forth.factor, back.factor, rel_tol=1e-9)
        assert forth.where == pytest.approx(back.where[::-1], rel=1e-9)
        assert isclose(sum(forth.where), 1)


@pytest.mark.parametrize("counts", [(2,) * 14, (1, 2, 1, 2, 1, 2, 1, 2), (1, 1)])
def test_an_even_series_speaks_for_a_constant_rate(counts: tuple[int, ...]) -> None:
    assert all(weigh(counts, prior).factor < 1 for prior in priors(sum(counts) / len(counts)).values())


def test_a_known_break_is_found() -> None:
    """Disasters fell from about three a year to one; accounts of these data put the change about 1890."""
    assert len(COAL) == 112
    change = weigh(tuple(COAL), priors(sum(COAL) / 112)["unit"])
    year = 1852 + max(range(111), key=lambda i: change.where[i])
    assert change.factor > 1e10 and 1889 <= year <= 1893


def test_a_doubling_of_large_counts_does_not_overflow() -> None:
    change = weigh((100,) * 20 + (250,) * 20, priors(175)["unit"])
    assert 1e100 < change.factor < float("inf") and change.where[19] == pytest.approx(1)
    assert 0 <= change.probability <= 1


def test_priors_are_centred_on_the_series_and_weigh_what_they_say() -> None:
    found = priors(1.5)
    assert found == {"unit": Gamma(1.5, 1.0), "exponential": Gamma(1.0, 1 / 1.5), "two_years": Gamma(3.0, 2.0)}
    assert all(isclose(g.mean_after(0, 0), 1.5) for g in found.values())


def result(windows: list[tuple[int | None, int | None]], name: str, first: int, last: int) -> list[dict[str, object]]:
    rows = [{"exercise": f"e{i}", "year": a, "last_year": b} for i, (a, b) in enumerate(windows)]
    setting = Setting(organization="TST", first_year=first, last_year=last)
    engine = Engine({"exercises": view("exercises", rows)})
    return engine.measure(measures()[name], setting).to_pylist()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(1999, 2005), st.integers(0, 2)), min_size=1, max_size=5))
def test_bounds_are_those_of_every_reading_of_the_dates(drawn: list[tuple[int, int]]) -> None:
    """Windows may reach out of the period 2000-2004: then an exercise may not be in it at all."""
    windows = [(year, year + more) for year, more in drawn]
    factors, shares = [], []
    for reading in product(*(range(a, b + 1) for a, b in windows)):
        counts = tuple(reading.count(year) for year in range(2000, 2005))
        if any(counts):
            change = weigh(counts, priors(sum(counts) / 5)["unit"])
            factors.append(change.factor)
            shares.append(change.where)
    first = tuple(sum(a == year for a, _ in windows) for year in range(2000, 2005))
    [row] = result(windows, "rate_change", 2000, 2004)
    rows = result(windows, "change_year", 2000, 2004)
    if not any(first):
        assert row["value"] is None and all(r["value"] is None for r in rows)
        return
    assert (row["low"], row["high"]) == pytest.approx((min(factors), max(factors)))
    for i, year in enumerate(rows):
        assert year["low"] == pytest.approx(min(s[i] for s in shares))
        assert year["high"] == pytest.approx(max(s[i] for s in shares))
    assert sum(r["value"] for r in rows) == pytest.approx(1)


def test_too_many_readings_leave_the_bounds_open() -> None:
    [row] = result([(2000, 2003)] * 7, "rate_change", 2000, 2004)  # 4 ** 7 readings
    assert row["value"] is not None and row["low"] is row["high"] is None


@pytest.mark.parametrize(("first", "last"), [(2001, 2001), (2001, 2005)])
def test_nothing_to_weigh_is_unknown(first: int, last: int) -> None:
    """One year, or no exercise in the period: neither is a Bayes factor of one."""
    windows: list[tuple[int | None, int | None]] = [(2001, 2001)] if first == last else [(None, None), (1990, 1990)]
    [row] = result(windows, "rate_change", first, last)
    assert row["value"] is row["low"] is row["year"] is None


def test_evidence_is_the_exercises_of_the_period() -> None:
    [row] = result([(1999, 1999), (2001, 2001), (2002, 2003)], "rate_change", 2000, 2004)
    assert row["evidence"] == ["exercises:e1", "exercises:e2"] and row["exercises"] == 2
