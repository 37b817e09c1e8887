"""The rows of a panel: every state, or pair of states, of each year; pairs that shared no day are left out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from timbang.state_years import FIRST, LAST, apart, state_years
from timbang.tables import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.panels.asked import Asked

STATE = {"state": "string", "cow": "int", "gw": "int", "year": "int"}
DYAD = {"state1": "string", "cow1": "int", "gw1": "int", "state2": "string", "cow2": "int", "gw2": "int", "year": "int"}


def grid(wanted: Asked) -> pa.Table:
    """The panel's rows, ordered by state (or first and second state) and year."""
    rows = system(wanted.first, wanted.last, wanted.states).sort_by([("state", "ascending"), ("year", "ascending")])
    return rows.select(list(STATE)) if wanted.unit == "state-year" else _pairs(rows, wanted)


def system(first: int = FIRST, last: int = LAST, only: Collection[str] = ()) -> pa.Table:
    """timbang's own table of the states of each year, as measures read it: state, year, cow, gw."""
    import pyarrow as pa

    rows = [row for row in state_years(first, last) if not only or row.state in only]
    schema = arrow_schema({"state": "string", "year": "int", "cow": "int", "gw": "int"})
    return pa.Table.from_pylist([row._asdict() for row in rows], schema=schema)


def _pairs(rows: pa.Table, wanted: Asked) -> pa.Table:
    """Each pair once, the first by code before the second; of a directed panel both ways."""
    import numpy as np
    import pyarrow as pa

    years = rows["year"].to_numpy()
    one, two = (np.concatenate(side) for side in zip(*map(_upper, _by_year(years)), strict=True))
    keep = ~_apart(rows, one, two, wanted)
    one, two = one[keep], two[keep]
    if wanted.directed:
        one, two = np.concatenate([one, two]), np.concatenate([two, one])
    codes = rows["state"].combine_chunks().dictionary_encode()
    number = np.asarray(codes.indices)  # rows are in the order of codes, so these numbers are too
    order = np.lexsort([years[one], number[two], number[one]])
    first, second = rows.take(pa.array(one[order])), rows.take(pa.array(two[order]))
    columns = [side[name] for side in (first, second) for name in ("state", "cow", "gw")]
    return pa.table([*columns, first["year"]], names=list(DYAD))


def _by_year(years: Any) -> list[Any]:
    """The positions of each year's rows, in their order."""
    import numpy as np

    return [np.flatnonzero(years == year) for year in np.unique(years)]


def _upper(places: Any) -> tuple[Any, Any]:
    import numpy as np

    one, two = np.triu_indices(len(places), 1)
    return places[one], places[two]


def _apart(rows: pa.Table, one: Any, two: Any, wanted: Asked) -> Any:
    """Which pairs shared no day of their year."""
    import numpy as np

    states, years = np.asarray(rows["state"].to_pylist(), dtype=object), rows["year"].to_numpy()
    found = np.zeros(len(one), dtype=bool)
    for state1, state2, year in apart(wanted.first, wanted.last):
        found |= (years[one] == year) & (states[one] == state1) & (states[two] == state2)
    return found
