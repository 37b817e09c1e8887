"""Readers of ATOP's files on pairs, states and institutions. An obligation is 1 where the treaty has it, else 0."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.errors import Problem
from timbang.sources._cow import tell_outside, tell_version
from timbang.sources._table import LINE, Read, Rows, raw

if TYPE_CHECKING:
    import pyarrow as pa

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
DYADS = ("ccode1", "ccode2", "year", *(f"atop_{name}" for name in OBLIGATIONS))
STATE_YEARS = ("state", "year", "atopally", *OBLIGATIONS, "number")
INSTITUTIONS = ("atopid", "atopidphase", "milinst", "formal")


def read_obligations(path: Path) -> Read:
    """One row for each allied pair, both ways round, and year: what state1 owes state2."""
    rows, columns = _dyads(path)
    return rows.read(columns)


def read_dyads(path: Path) -> Read:
    """One row for each allied pair (state1 < state2) and year: 1 where either owes it to the other.

    The file has each pair both ways round; where the two rows differ, as the treaty binds one side
    only, that is counted in a notice. A pair that stands but once is a problem.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows, columns = _dyads(path)
    turned = pc.greater(columns["state1"], columns["state2"])
    one, other = (pc.if_else(turned, columns[a], columns[b]) for a, b in (("state2", "state1"), ("state1", "state2")))
    table = pa.table({**columns, "state1": one, "state2": other, LINE: rows.table[LINE].combine_chunks()})
    told = [(name, how) for name in OBLIGATIONS for how in ("max", "min")] + [(LINE, "min"), (LINE, "count")]
    once = table.group_by(["state1", "state2", "year"], use_threads=False).aggregate(told)
    alone = once.filter(pc.equal(once[f"{LINE}_count"], 1))[f"{LINE}_min"].combine_chunks()
    rows.tell(pc.is_in(rows.table[LINE].combine_chunks(), alone), "the pair stands only one way round",
              "ccode1", expected="a row for each of the two", todo="Is the file cut short?")  # fmt: skip
    _tell_one_sided(rows, once)
    found = once.select(["state1", "state2", "year", *(f"{name}_max" for name in OBLIGATIONS)])
    return rows.as_read(found.rename_columns(["state1", "state2", "year", *OBLIGATIONS]),
                        once[f"{LINE}_min"].combine_chunks())  # fmt: skip


def _dyads(path: Path) -> tuple[Rows, dict[str, pa.Array]]:
    rows = raw(path, DYADS, "ATOP 5.1, directed dyad-years")
    year = rows.integers("year")
    pair = {f"state{side}": rows.by_cow(f"ccode{side}", year) for side in (1, 2)}
    tell_outside(rows, "ccode1", pair["state1"], year)
    return rows, {**pair, "year": year, **{name: rows.integers(f"atop_{name}") for name in OBLIGATIONS}}


def _tell_one_sided(rows: Rows, once: pa.Table) -> None:
    import pyarrow.compute as pc

    differ = pc.less(once["defense_min"], once["defense_max"])
    for name in OBLIGATIONS[1:]:
        differ = pc.or_(differ, pc.less(once[f"{name}_min"], once[f"{name}_max"]))
    if number := pc.sum(differ).as_py():
        what = f"an obligation binds one of the two only ({number} pairs and years): atop_obligations tells which"
        rows.problems.append(Problem(what=what, file=rows.file, level="notice"))


def read_state_years(path: Path) -> Read:
    """One row a state and year with an alliance; `alliances` is how many it was a member of."""
    rows = raw(path, STATE_YEARS, "ATOP 5.1, state-years")
    tell_version(rows, "5.1")
    year = rows.integers("year")
    state = rows.by_cow("state", year)
    tell_outside(rows, "state", state, year)
    owed = {name: rows.integers(name) for name in OBLIGATIONS}
    allied, number = rows.integers("atopally"), rows.integers("number")
    return rows.read({"state": state, "year": year, "allied": allied, **owed, "alliances": number})


def read_institutions(path: Path) -> Read:
    """One row an alliance and phase; 0: it has but one.

    The file writes the phase behind a point, in single precision: 1020.1, but 2050.1001 and 3270.2998.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, INSTITUTIONS, "ATOP 5.1, institutions")
    both, alliance = rows.numbers("atopidphase"), rows.integers("atopid")
    phase = pc.multiply(pc.subtract(both, pc.cast(alliance, pa.float64())), 10.0)
    near = pc.round(phase)
    strange = pc.or_(pc.greater(pc.abs(pc.subtract(phase, near)), 0.05), pc.not_equal(near, pc.max_element_wise(
        pc.min_element_wise(near, 9.0), 0.0)))  # fmt: skip
    rows.tell(strange, "this is no phase of the alliance", "atopidphase", expected="atopid, or atopid.1 to atopid.9")
    return rows.read({
        "alliance": alliance,
        "phase": pc.cast(pc.if_else(strange, None, near), pa.int64()),
        "military_institution": rows.integers("milinst"),
        "formal": rows.integers("formal"),
    })  # fmt: skip
