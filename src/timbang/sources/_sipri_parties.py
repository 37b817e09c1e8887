"""Parties to SIPRI's arms transfers: states by name and year, and those that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.errors import Problem
from timbang.sources._table import LINE, Rows

if TYPE_CHECKING:
    import pyarrow as pa

# SIPRI's Congo is that of Brazzaville (the other is DR Congo); Libya GNC is a government of Libya, 2016-2020.
OWN_NAMES = {"Congo": "COG", "Libya GNC": "LBY"}
NO_STATES = ("Biafra", "Katanga", "Northern Cyprus")


def between_states(rows: Rows, supplier: str, recipient: str) -> Rows:
    """The rows in which both parties are states.

    Armed groups (*), organizations (**) and unknown parties are left out, told all together.
    """
    import pyarrow.compute as pc

    outside = {column: _no_states(rows, column) for column in (supplier, recipient)}
    lost = pc.or_(*(pc.is_in(rows.table[column].combine_chunks(), names) for column, names in outside.items()))
    if left_out := rows.table.filter(lost).num_rows:
        names = ", ".join(dict.fromkeys(name for found in outside.values() for name in found.to_pylist()))
        line = rows.table.filter(lost)[LINE][0].as_py()
        rows.problems.append(Problem(
            what=f"{left_out} rows have a party that is no state: an armed group (*), an organization (**), unknown",
            file=rows.file, line=line, value=names, todo="They are left out", level="notice",
        ))  # fmt: skip
    return rows.where(pc.invert(lost))


def _no_states(rows: Rows, column: str) -> pa.Array:
    """The names of a column that are no states'."""
    import pyarrow as pa
    import pyarrow.compute as pc

    names = pc.unique(rows.text(column)).drop_null().to_pylist()
    return pa.array(
        [name for name in names if name[-1] == "*" or name.lower().startswith("unknown ") or name in NO_STATES],
        pa.string(),
    )


def state(rows: Rows, column: str, year: pa.Array) -> pa.Array:
    """The state's code in that year."""
    return rows.by_name(column, year, own=OWN_NAMES)
