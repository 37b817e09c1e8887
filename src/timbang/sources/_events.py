"""What event data share: CAMEO codes, whose zeros in front count, and the states that actors are of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timbang.errors import Problem
from timbang.sources._table import LINE, Rows
from timbang.states import find

if TYPE_CHECKING:
    import pyarrow as pa

CODE = r"^(0[1-9]|1\d|20)\d{0,2}$"  # the first two digits are one of twenty kinds


def cameo(rows: Rows, column: str) -> pa.Array:
    """CAMEO codes as text. One that lost its zero (`40` for `040`) is a problem: it cannot be told from another."""
    import pyarrow.compute as pc

    codes = rows.text(column, ("", "NA", "---"))
    odd = pc.invert(pc.match_substring_regex(codes, CODE))
    todo = "If a spreadsheet saved the file, zeros in front are lost: fetch it again"
    rows.tell(odd, "this is no CAMEO code", column, expected="two to four digits, 01 to 20 first", todo=todo)
    return codes


def actors(rows: Rows, column: str, years: pa.Array, known: Callable[[str], str | None]) -> pa.Array:
    """The state's code where the cell names a state, as `known` tells; null elsewhere, told all together."""
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = rows.text(column, ("", "NA"))
    codes = {name: known(name) for name in pc.unique(cells).drop_null().to_pylist()}
    others = [name for name, code in codes.items() if code is None]
    if others:
        lines = rows.table.filter(pc.is_in(cells, pa.array(others, pa.string())))[LINE]
        what = f"{len(lines)} actors or places are of no state in timbang's table; they count for none"
        rows.problems.append(Problem(what=what, file=rows.file, line=lines[0].as_py(), column=column,
                                     value=", ".join(others), level="notice"))  # fmt: skip
    unusual = {name: code for name, code in codes.items() if code and find(name) is None}
    return rows.by_name(column, years, own=unusual, missing=("", "NA", *others))
