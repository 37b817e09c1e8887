"""Alliances, agreements, expenditure, conflicts and attacks, against counts made straight from the providers' files."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from support.real_tables import DATA, measured, real

pytestmark = pytest.mark.needs_shared
Row = dict[str, Any]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def by_number(name: str, years: tuple[int, int]) -> dict[tuple[int, int], Row]:
    """A measure's rows by COW number and year."""
    cow = {(row["state"], row["year"]): row["cow"] for row in real("system").to_pylist()}
    return {(cow[row["state"], row["year"]], row["year"]): row for row in measured(name, years).to_pylist()}


def test_alliances_are_as_many_as_atop_counts() -> None:
    given = {
        (int(r["state"]), int(r["year"])): int(r["number"]) for r in rows_of(DATA / "alliances/ATOP51_atop5_1sy.csv")
    }
    found = by_number("alliances", (1816, 2020))
    assert all(row["value"] == given.get(key, 0) for key, row in found.items() if key[1] <= 2018)
    assert all(row["value"] is None for (_, year), row in found.items() if year > 2018)
    assert sum(row["value"] or 0 for row in found.values()) > 30_000


def test_partners_in_defence_are_those_of_the_dyads() -> None:
    dyads = pq.read_table(DATA / "alliances/atop_dyad_year.parquet").to_pylist()
    partners: dict[tuple[int, int], set[int]] = defaultdict(set)
    for d in dyads:
        if d["atop_defense"] == 1:
            partners[int(d["ccode1"]), int(d["year"])].add(int(d["ccode2"]))
            partners[int(d["ccode2"]), int(d["year"])].add(int(d["ccode1"]))
    found = by_number("defence_pacts", (1946, 2020))
    assert {key: row["value"] for key, row in found.items() if key[1] <= 2018} == {
        key: len(partners.get(key, ())) for key in found if key[1] <= 2018
    }
    assert found[2, 1950]["value"] > 20 and found[2, 2019]["value"] is None


def test_agreements_in_force_are_those_of_the_file() -> None:
    counts: Counter[tuple[int, int]] = Counter()
    for row in rows_of(DATA / "dcad/DCAD-v1.0-main.csv"):
        begun, ends = int(row["EIFYear"] or row["signYear"]), int(row["endYearEstimate"])
        for year in range(begun, ends + 1):
            for side in {row["ccode1"], row["ccode2"]} if row["ccode1"] != row["ccode2"] else ():
                counts[int(side), year] += 1
    found = by_number("defence_agreements", (1979, 2011))
    for number in (2, 220, 365, 704, 705, 710, 900):
        for year in range(1992, 2011):
            assert found[number, year]["value"] == counts[number, year], (number, year)
    assert found[710, 1979]["value"] is None and found[710, 2011]["value"] is None


def test_growth_is_in_constant_prices() -> None:
    spent = {(r["state"], r["year"]): r["constant"] for r in real("sipri_expenditure").to_pylist()}
    found = {(r["state"], r["year"]): r["value"] for r in measured("expenditure_growth", (1993, 2020)).to_pylist()}
    checked = 0
    for (state, year), value in found.items():
        now, before = spent.get((state, year)), spent.get((state, year - 1))
        if value is None:
            assert now is None or not before
        else:
            assert value == pytest.approx(now / before - 1)
            checked += 1
    assert checked > 3_000


def test_conflicts_within_states_are_those_of_the_file() -> None:
    worst: dict[tuple[int, int], int] = defaultdict(int)
    for row in rows_of(DATA / "conflict/UcdpPrioConflict_v25_1.csv"):
        if row["type_of_conflict"] in ("3", "4"):
            key = int(row["gwno_a"]), int(row["year"])
            worst[key] = max(worst[key], int(row["intensity_level"]))
    gw = {(row["state"], row["year"]): row["gw"] for row in real("system").to_pylist()}
    rows = measured("internal_conflict", (1946, 2026)).to_pylist()
    for row in rows:
        number = gw[row["state"], row["year"]]
        expected = worst.get((number, row["year"]), 0) if row["year"] <= 2024 else None
        assert row["value"] == expected, row
    assert sum(row["value"] == 2 for row in rows) > 200


def test_no_attack_of_1993_is_known() -> None:
    rows = measured("nonstate_attacks", (1992, 1994)).to_pylist()
    assert {row["year"] for row in rows if row["value"] is not None} == {1992, 1994}
