"""States of a whole column: numbers or names to timbang's codes, each (number, year) looked up once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from timbang import states
from timbang.errors import Problem
from timbang.sources._table_file import LINE
from timbang.state_years import code_in_year

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.sources._table_rows import Rows

LATEST = 9999  # without a year: the state that has the number now
SYSTEMS = {"cow": "Correlates of War", "gw": "Gleditsch-Ward"}


def by_number(rows: Rows, system: Literal["cow", "gw"], column: str, years: pa.Array | None) -> pa.Array:
    """timbang's codes for a column of COW or Gleditsch-Ward numbers; unknown ones are told once each."""
    expected = f"a number of the {SYSTEMS[system]} list of states"

    def code(number: Any, year: int | None) -> str | None:
        return code_in_year(system, number, year or LATEST)

    return _each(rows, column, rows.integers(column), years, code, {}, expected)


def by_name(
    rows: Rows, column: str, years: pa.Array | None, own: Mapping[str, str], nobody: Collection[str],
    missing: Collection[str],
) -> pa.Array:  # fmt: skip
    """timbang's codes for a column of names; unknown ones are told once each, with near names."""
    found: dict[str, states.State | None] = {}

    def code(name: str, year: int | None) -> str | None:
        if name in own:
            return own[name]
        state = found[name] if name in found else found.setdefault(name, states.find(name))
        if state is None or state.cow is None or states.exists(state.code, date(year or LATEST, 7, 1)):
            return state.code if state else None
        return code_in_year("cow", state.cow, year or LATEST) or state.code

    nothing = dict.fromkeys(nobody, "this is no state; it counts for none")
    return _each(rows, column, rows.text(column, missing), years, code, nothing, "the name of a state")


def _each(
    rows: Rows, column: str, keys: pa.Array, years: pa.Array | None, code: Callable[[Any, int | None], str | None],
    nothing: Mapping[str, str], expected: str,
) -> pa.Array:  # fmt: skip
    """Look each (key, year) up once, and spread the answers over the rows."""
    import numpy as np
    import pyarrow as pa

    years = pa.nulls(len(keys), pa.int64()) if years is None else years
    known, which = _encoded(keys)
    times, when = _encoded(years)
    pairs, first, spread, counts = np.unique(which * len(times) + when, True, True, True)
    lines = rows.table[LINE].combine_chunks().take(pa.array(first)).to_pylist()
    found: list[str | None] = []
    strange: dict[Any, tuple[int, int]] = {}
    for pair, line, count in zip(pairs.tolist(), lines, counts.tolist(), strict=True):
        key, year = known[pair // len(times)], times[pair % len(times)]
        found.append(None if key is None or key in nothing else code(key, year))
        if key is not None and found[-1] is None:
            before, number = strange.get(key, (line, 0))
            strange[key] = (min(before, line), number + count)
    for key, (line, count) in strange.items():
        rows.problems.append(_told(rows.file, column, key, line, count, nothing, expected))
    return pa.array(found, pa.string()).take(pa.array(spread.reshape(-1)))


def _encoded(values: pa.Array) -> tuple[list[Any], Any]:
    """The different values, null among them, and which of them each row has."""
    encoded = values.dictionary_encode(null_encoding="encode")
    return encoded.dictionary.to_pylist(), encoded.indices.to_numpy().astype("int64")


def _told(
    file: str, column: str, key: Any, line: int, count: int, nothing: Mapping[str, str], expected: str
) -> Problem:
    more = f"It stands in {count} rows" if count > 1 else ""
    if key in nothing:
        return Problem(
            what=nothing[key], file=file, line=line, column=column, value=str(key), todo=more, level="notice"
        )
    near = states.suggest(key) if isinstance(key, str) else []
    todo = f"Did you mean one of these: {', '.join(near)}?" if near else more
    return Problem(what="this is no state", file=file, line=line, column=column, value=str(key),
                   expected=expected, todo=todo)  # fmt: skip
