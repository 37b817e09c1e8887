"""Whole tables of providers, read once from the shared data, and measures put to them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from timbang.datasets.recognizing import peek
from timbang.model import Setting
from timbang.registry import data_tables, measures
from timbang.state_years import state_years
from timbang.store.panels import SYSTEM, PanelEngine
from timbang.tables import arrow_schema

DATA = Path(__file__).parents[3] / "shared" / "data"


@cache
def system() -> pa.Table:
    """timbang's own table of states by year."""
    rows = [row._asdict() for row in state_years()]
    return pa.Table.from_pylist(rows, schema=arrow_schema(SYSTEM))


@cache
def real(name: str) -> pa.Table:
    """A provider's table, from the one file that it recognizes."""
    if name == "system":
        return system()
    table = data_tables()[name][1]
    [path] = [path for path in files() if table.recognizes(peek(path))]
    return table.read(path).table


@cache
def files() -> list[Path]:
    """Every file of the shared data."""
    return [path for path in sorted(DATA.rglob("*")) if path.is_file()]


def measured(name: str, years: tuple[int, int], members: Sequence[str] = (), **parameters: Any) -> pa.Table:
    """A measure of panels over the real tables that it needs."""
    measure = measures("panel")[name]
    known = {**{table: declared.columns for table, (_, declared) in data_tables().items()}, "system": SYSTEM}
    engine = PanelEngine(
        {table: real(table) for table in measure.needs}, {table: known[table] for table in measure.needs}
    )
    setting = Setting(organization="ALL", first_year=years[0], last_year=years[1], members=tuple(members))
    return engine.measure(measure, setting, **parameters)
