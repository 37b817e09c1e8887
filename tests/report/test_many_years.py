"""Measures of many states and years: what a page lists of them, and how lines and matrices show them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from timbang.findings.finding import Finding, Results, Table
from timbang.registry import Measure
from timbang.report._charts import draw
from timbang.report._page.measures import families
from timbang.report._page.table import shown
from timbang.report._reader import Reader
from timbang.text import Text

YEARS = range(1990, 2020)
GROWTH = {"CHN": 3.0, "RUS": 0.5, "UZB": 0.001}  # of Uzbekistan nothing is known after 2004


def value(state: str, year: int) -> float | None:
    return None if state == "UZB" and year > 2004 else GROWTH[state] * (year - 1980)


def of(results: Results, name: str, rows: list[dict[str, Any]]) -> tuple[Measure, Results]:
    """The results with these rows for the measure, and a finding for each."""
    measure = next(m for m in results.measures if m.name == name)
    columns = results.tables[name].columns
    table = Table(measure=name, columns=columns, rows=tuple(tuple(r.get(c) for c in columns) for r in rows))
    said = tuple(
        Finding(
            id=f"measure/{name}/{number}", kind="measure", name=name, unit=row["state"].lower(),
            period=str(row.get("year", "")), statement=Text(f"{row['state']} {row.get('year')}", "-"),
            value={"estimate": row["value"], "low": row["value"], "high": row["value"]},
        )
        for number, row in enumerate(rows)
    )  # fmt: skip
    alone = dataclasses.replace(results, measures=(measure,), findings=said, tables={name: table})
    return measure, alone


@pytest.fixture
def many() -> list[dict[str, Any]]:
    return [{"state": state, "year": year, "value": value(state, year)} for state in GROWTH for year in YEARS]


def test_of_too_many_statements_the_last_known_year_of_each_is_listed(
    results: Results, many: list[dict[str, Any]]
) -> None:
    _, alone = of(results, "military_expenditure", many)
    ((section,),) = (family.sections for family in families(alone, {}, Reader(alone, "en")))
    assert [finding.statement.en for finding in section.statements] == ["CHN 2019", "RUS 2019", "UZB 2004"]
    assert (section.latest, section.left, section.total) == (True, 87, 90)


def test_of_few_statements_all_are_listed(results: Results, many: list[dict[str, Any]]) -> None:
    _, alone = of(results, "military_expenditure", many[:31])
    ((section,),) = (family.sections for family in families(alone, {}, Reader(alone, "en")))
    assert (len(section.statements), section.latest, section.left) == (31, False, 0)


def test_of_a_table_too_long_the_last_known_year_of_each_is_shown(results: Results, many: list[dict[str, Any]]) -> None:
    measure, alone = of(results, "military_expenditure", many)
    found = shown(measure, alone.tables[measure.name], Reader(alone, "en"))
    assert [row[:2] for row in found.rows] == [("CHN", "2019"), ("RUS", "2019"), ("UZB", "2004")]
    assert (found.left, found.latest) == (87, True)


def test_rows_of_years_alone_are_shown_in_order(results: Results) -> None:
    rows = [{"state": "", "year": year, "value": 1.0} for year in range(1900, 1980)]
    measure, alone = of(results, "members_concentration", rows)
    found = shown(measure, alone.tables[measure.name], Reader(alone, "en"))
    assert (found.rows[0][0], len(found.rows), found.left, found.latest) == ("1900", 60, 20, False)


def test_a_measure_that_asks_for_it_is_drawn_on_a_logarithmic_scale(
    results: Results, many: list[dict[str, Any]]
) -> None:
    measure, alone = of(results, "military_expenditure", many)
    drawing = draw(measure, alone, "en")
    assert drawing is not None and "logarithmic" in drawing.note
    plain = draw(dataclasses.replace(measure, draw={"x": "year", "panel": "state"}), alone, "en")
    assert plain is not None and plain.note == ""


def test_with_a_zero_the_scale_is_not_logarithmic(results: Results, many: list[dict[str, Any]]) -> None:
    measure, alone = of(results, "military_expenditure", [*many, {"state": "CHN", "year": 1989, "value": 0.0}])
    drawing = draw(measure, alone, "en")
    assert drawing is not None and drawing.note == ""


def test_rows_of_a_matrix_are_told_apart_by_every_key(results: Results) -> None:
    """One outside power: a row a state. Two: a row a state and power, so that none hides another."""
    cells = [
        {"state": state, "towards": towards, "variable": "arms_share", "value": 0.5}
        for state in ("CHN", "RUS") for towards in ("USA", "JPN")
    ]  # fmt: skip
    measure, two = of(results, "outside_shares", cells)
    _, one = of(results, "outside_shares", [cell for cell in cells if cell["towards"] == "USA"])
    tall, low = draw(measure, two, "en"), draw(measure, one, "en")
    assert tall is not None and low is not None
    assert tall.height - low.height == pytest.approx(2 * 24)
