"""Makes a panel: what is asked, the tables at home, each measure on the engine, its columns beside the rows."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang.errors import Problem, TimbangWarning
from timbang.panels.asked import Asked, asked
from timbang.panels.columns import columns
from timbang.panels.coverage import at_hand, checked
from timbang.panels.grid import grid, system
from timbang.registry import data_tables
from timbang.store.panels import PanelEngine

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel, what was asked for, and what must be said of it."""

    asked: Asked
    table: pa.Table
    notices: tuple[Problem, ...]
    home: Path | None = None


def make(
    wanted: Asked, *, engine: str = "duckdb", partial: bool = False, home: Path | None = None,
    progress: Progress | None = None,
) -> Panel:  # fmt: skip
    """The panel; TimbangError if tables are not at home, or do not cover the years and `partial` is not said."""
    given: dict[str, Any] = dict(at_hand(wanted, home))
    notices = [*wanted.notices, *checked(wanted, home, partial)]
    schemas: Mapping[str, Any] = {name: table.columns for name, (_, table) in data_tables().items()}
    runs = PanelEngine(given | {"system": system()}, schemas, engine)
    rows = table = grid(wanted)
    for measure in wanted.measures:
        if progress:
            progress(measure.label.en)
        result = runs.measure(measure, wanted.setting)
        found, strange = columns(rows, result, measure, wanted)
        for name, column in found.items():
            table = table.append_column(name, column)
        if strange:
            what = f"{measure.name}: {strange} values are of states, or pairs, that were not in the system in that year"
            notices.append(Problem(what=what, todo="They are left out", level="notice"))
    return Panel(asked=wanted, table=table, notices=tuple(notices), home=home)


def panel(
    unit: str,
    measures: Sequence[str],
    years: tuple[int, int],
    *,
    states: Sequence[str] = (),
    organization: str = "",
    directed: bool = False,
    rival_poles: Sequence[str] = (),
    engine: str = "duckdb",
    partial: bool = False,
    home: Path | None = None,
) -> pa.Table:
    """A panel as an Arrow table: `timbang.panel("state-year", ["cinc"], (1992, 2016), organization="SCO")`.

    Unit: state-year or dyad-year. States by name or code, or an organization's members; else all. Both
    years are included. `rival_poles`: states declared rivals, for hedging_ties. `partial`: years that a
    data set does not cover are missing rather than a problem. Raises TimbangError with all that is wrong;
    what is worth reading of the panel and stops nothing is a TimbangWarning each.
    """
    wanted = asked(unit, measures, years, states=states, organization=organization, directed=directed,
                   rival_poles=rival_poles)  # fmt: skip
    made = make(wanted, engine=engine, partial=partial, home=home)
    for notice in made.notices:
        warnings.warn(str(notice), TimbangWarning, stacklevel=2)
    return made.table
