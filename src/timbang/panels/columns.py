"""Puts a measure's result beside the rows of a panel: by state and year, by pair and year, or by year alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.panels.asked import Asked
    from timbang.registry import Measure

SPAN = 4096  # more than there are years in a calendar that anyone counts states by
Columns = dict[str, "pa.ChunkedArray"]


def columns(rows: pa.Table, result: pa.Table, measure: Measure, wanted: Asked) -> tuple[Columns, int]:
    """The measure's columns for the panel's rows, by name, null where it says nothing; and what found no row.

    In a panel of pairs, what is of each state comes twice, for state1 and state2. What found no row is told
    of measures of the panel's own units: how many known values are of states outside the system, or of pairs
    that shared no day, though of states and years asked for. RuntimeError if a measure says two things of
    one unit and year.
    """
    if measure.level == wanted.unit:
        by = tuple(name for name in measure.by if name != "year")
        both = wanted.directed and not measure.directed
        placed, used = _placed(rows, _both_ways(result) if both else result, measure, by, by)
        return placed, _outside(result, used[: len(result)], by, wanted)
    if measure.level == "year":
        return _placed(rows, result, measure, (), ())[0], 0
    sides = (_placed(rows, result, measure, (f"state{side}",), ("state",), side)[0] for side in ("1", "2"))
    return {name: column for side in sides for name, column in side.items()}, 0


def named(measure: Measure, side: str = "") -> dict[str, str]:
    """Column of the result -> column of the panel: the measure's name, then what it says besides."""
    name = measure.name + side
    return {"value": name, **{extra: f"{name}_{extra}" for extra in measure.extra}}


def _outside(result: pa.Table, used: Any, by: Sequence[str], wanted: Asked) -> int:
    """How many known values of states and years asked for found no row."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    left = result.filter(pa.array(~used)).filter(pc.is_valid(pc.field("value")))
    years = np.asarray(left["year"])
    mine = (years >= wanted.first) & (years <= wanted.last)
    for side in by if wanted.states else ():
        mine &= np.isin(left[side].to_numpy(), wanted.states)
    return int(mine.sum())


def _placed(
    rows: pa.Table, result: pa.Table, measure: Measure, at: Sequence[str], of: Sequence[str], side: str = ""
) -> tuple[Columns, Any]:
    """The result's columns, taken to the rows whose units (`at`) and year are theirs (`of`); which of it was taken."""
    import numpy as np
    import pyarrow as pa

    codes = _codes(rows, at)
    wanted, given = _keys(rows, at, codes), _keys(result, of, codes)
    order = np.argsort(given, kind="stable")
    given = given[order]
    known = given[given >= 0]
    if (known[1:] == known[:-1]).any():
        raise RuntimeError(f"measure {measure.name} says two things of one unit and year")
    spot = np.searchsorted(given, wanted)
    missing = spot >= len(given)
    spot[missing] = 0
    if len(given):
        missing |= given[spot] != wanted
        spot = order[spot]
    used = np.zeros(len(result), dtype=bool)
    used[spot[~missing]] = True
    index = pa.array(spot, mask=missing)
    return {name: result[column].take(index) for column, name in named(measure, side).items()}, used


def _codes(rows: pa.Table, names: Sequence[str]) -> pa.Array:
    """The states of a panel's rows, each once."""
    import pyarrow as pa
    import pyarrow.compute as pc

    found = [chunk for name in names for chunk in rows[name].chunks]
    return pc.unique(pa.chunked_array(found, type=pa.string()))


def _keys(table: pa.Table, names: Sequence[str], codes: pa.Array) -> Any:
    """A whole number for the unit and year of each row; below 0 if a state is not among the codes."""
    import numpy as np
    import pyarrow.compute as pc

    key, strange = np.zeros(len(table), dtype=np.int64), np.zeros(len(table), dtype=bool)
    for name in names:
        number = np.asarray(pc.fill_null(pc.index_in(table[name], value_set=codes), -1))
        strange |= number < 0
        key = key * (len(codes) + 1) + number
    key = key * SPAN + np.asarray(table["year"])
    key[strange] = -1
    return key


def _both_ways(result: pa.Table) -> pa.Table:
    """The result and its mirror image: what is of state1 and of state2 changes places with them."""
    import pyarrow as pa

    turned = result.select([_other(name, result.column_names) for name in result.column_names])
    return pa.concat_tables([result, turned.rename_columns(result.column_names)])


def _other(name: str, names: Sequence[str]) -> str:
    """`state2` for `state1` and the reverse; a name without a partner is its own."""
    partner: Mapping[str, str] = {"1": name[:-1] + "2", "2": name[:-1] + "1"}
    found = partner.get(name[-1], name)
    return found if found in names else name
