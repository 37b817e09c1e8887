"""CINC against the published column on every row of NMC 6.0, and its steps against exact fractions."""

from __future__ import annotations

import csv
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from support.real_tables import DATA, measured, real

pytestmark = pytest.mark.needs_shared
COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
Row = dict[str, object]
Shares = dict[tuple[int, int], dict[str, Fraction]]
FILE: Path = DATA / "nmc" / "NMC-60-abridged.csv"


@cache
def found() -> dict[tuple[str, int], Row]:
    return {(row["state"], row["year"]): row for row in measured("cinc", (1816, 2016)).to_pylist()}


@cache
def by_hand() -> Shares:
    """Every share as a fraction, straight from the provider's file, by COW number."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    given = {(int(r["ccode"]), int(r["year"])): {c: Fraction(r[c]) for c in COMPONENTS if r[c] != "-9"} for r in rows}
    totals: dict[tuple[int, str], Fraction] = defaultdict(Fraction)
    for (_, year), values in given.items():
        for component, value in values.items():
            totals[year, component] += value
    return {key: {c: v / totals[key[1], c] for c, v in values.items()} for key, values in given.items()}


def mean(shares: list[Fraction]) -> Fraction:
    return sum(shares, Fraction()) / len(shares)


def test_every_published_value_comes_out() -> None:
    published = real("nmc").select(["state", "year", "cinc_published"]).to_pylist()
    assert len(published) == len(found()) == 15_951
    errors = [abs(found()[r["state"], r["year"]]["value"] - r["cinc_published"]) for r in published]
    assert max(errors) < 1e-7


def test_the_scores_of_a_year_need_not_add_up_to_one() -> None:
    assert sum(row["value"] for row in found().values() if row["year"] == 1816) == pytest.approx(1.0535, abs=5e-5)


def test_components_and_steps_are_those_worked_out_in_fractions() -> None:
    shares, checked = by_hand(), 0
    for row in measured_with_numbers():
        key, before = (row["cow"], row["year"]), (row["cow_before"], row["year"] - 1)
        assert {c for c in COMPONENTS if row[c] is not None} == set(shares[key])
        assert row["components"] == len(shares[key])
        gone = [c for c in COMPONENTS if c not in shares[key]]
        assert row["missing"] == ("|".join(gone) or None)
        if before not in shares:
            assert row["stepped"] is None and row["step"] is None
            continue
        now, then = shares[key], shares[before]
        both = sorted(set(now) & set(then))
        alike = mean([now[c] for c in both]) - mean([then[c] for c in both])
        step = mean(list(now.values())) - mean(list(then.values())) - alike
        assert row["stepped"] == (set(now) != set(then))
        assert row["step"] == pytest.approx(float(step), abs=1e-12)
        checked += row["stepped"]
    assert checked > 1000


def measured_with_numbers() -> list[Row]:
    """The measure's rows with COW's number for the state that year and the year before (DEU: 260, then 255)."""
    cow = {(row["state"], row["year"]): row["cow"] for row in real("system").to_pylist()}
    numbered = ((row, key, (key[0], key[1] - 1)) for key, row in found().items())
    return [{**row, "cow": cow[key], "cow_before": cow.get(before)} for row, key, before in numbered]


def test_the_steps_of_uzbekistan_are_flagged() -> None:
    """Expenditure is missing in 1991-93, 2008-09 and from 2012, so it steps in these years."""
    stepped = {year for (state, year), row in found().items() if state == "UZB" and row["stepped"]}
    assert stepped == {1992, 1994, 2008, 2010, 2012}
    assert found()["UZB", 2008]["missing"] == "milex"
    assert found()["UZB", 2012]["step"] > 0 > found()["UZB", 2010]["step"]


def test_two_years_asked_for_are_as_in_the_whole() -> None:
    for row in measured("cinc", (2008, 2009)).to_pylist():
        assert row == found()[row["state"], row["year"]]
