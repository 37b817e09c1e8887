"""From matrices of pairs of states, a year at a time, to an Arrow table of dyad-years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.tables import arrow_schema

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    # A year, its states in order of code (as indices of a list of codes), and of each pair the columns to give.
    Year = tuple[int, NDArray[np.intp], Mapping[str, NDArray[Any]]]


def arrow(codes: pa.Array, years: Iterable[Year], columns: Mapping[str, str]) -> pa.Table:
    """Undirected dyad-years as Arrow. `codes`: states, in order; NaN becomes null; pairs as of `numpy.triu_indices`.

    A year at a time is drawn from `years`; what is kept of it is the result: two indices, the year and the columns.
    """
    import numpy as np
    import pyarrow as pa

    kept: dict[str, list[NDArray[Any]]] = {name: [] for name in (*PAIR, *columns)}
    for year, states, values in years:
        first, second = np.triu_indices(len(states), 1)
        kept["state1"].append(states[first].astype(np.int32))
        kept["state2"].append(states[second].astype(np.int32))
        kept["year"].append(np.full(len(first), year, np.int16))
        for name in columns:
            kept[name].append(values[name])
    schema = arrow_schema({"state1": "string", "state2": "string", "year": "int", **columns})
    if not kept["year"]:
        return schema.empty_table()
    whole = {name: pa.array(np.concatenate(kept.pop(name)), from_pandas=True) for name in [*kept]}  # each let go
    for side in ("state1", "state2"):
        whole[side] = codes.take(whole[side])
    return pa.table({name: whole[name].cast(schema.field(name).type) for name in schema.names}, schema=schema)


def upper(matrix: NDArray[Any]) -> NDArray[Any]:
    """What a matrix of all pairs says of each pair once, in the order of `numpy.triu_indices`."""
    import numpy as np

    return matrix[np.triu_indices(len(matrix), 1)]


def slices(years: NDArray[Any]) -> Iterator[tuple[int, slice]]:
    """Each year of a sorted column of years, and where it stands."""
    import numpy as np

    for year, start, rows in zip(*np.unique(years, return_index=True, return_counts=True), strict=True):
        yield int(year), slice(int(start), int(start + rows))
