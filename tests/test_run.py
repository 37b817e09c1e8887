"""The flow: which exercises each measure of a run is taken on."""

from collections.abc import Mapping
from typing import Any

from support.sco import results as concluded

from timbang.findings.finding import Table


def columns(table: Table) -> list[Mapping[str, Any]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_exercises_before_the_period_count_in_no_measure_but_the_sequence() -> None:
    """The SCO case holds two of August 2001, from MME, and its period begins in 2002."""
    results = concluded()
    tables = {name: columns(table) for name, table in results.tables.items()}
    early = {"exercises:mme2009", "exercises:mme2010"}
    using = {name for name, rows in tables.items() for row in rows if early & set(row["evidence"])}
    assert using == {"hveem_sequence"}
    by_year = tables["exercises_by_setting_year"]
    for row in tables["exercises_by_setting"]:
        of = [year["recorded"] for year in by_year if year["setting"] == row["setting"]]
        assert row["value"] == sum(of)
    assert results.head["exercises"]["all"] == sum(row["recorded"] for row in by_year)
