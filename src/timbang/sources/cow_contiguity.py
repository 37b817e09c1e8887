"""Direct contiguity by land and water (Correlates of War), version 3.2: the directed dyad-year file."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import Problem
from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, tell_outside, tell_version
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.text import Text

NEEDED = ("state1no", "state2no", "year", "conttype")
COLUMNS = {"state1": "string", "state2": "string", "year": "int", "kind": "int"}
KEY = ("state1", "state2", "year")
BIBTEX = """@article{contiguity2002,
  author  = {Stinnett, Douglas M. and Tir, Jaroslav and Schafer, Philip and Diehl, Paul F. and Gochman, Charles},
  title   = {The Correlates of War Project Direct Contiguity Data, Version 3},
  journal = {Conflict Management and Peace Science},
  volume  = {19},
  number  = {2},
  pages   = {58--66},
  year    = {2002},
  note    = {Version 3.2, 1816-2016}
}
"""


def read(path: Path) -> Read:
    """One row for each contiguous pair, both ways round, and year; pairs farther apart have none.

    `kind`: 1 a land border, else water of at most 2: 12, 3: 24, 4: 150, 5: 400 miles. In a year in which
    the kind changed the file has both; the nearer one counts.
    """
    rows = raw(path, NEEDED, "COW direct contiguity 3.2")
    tell_version(rows, "3.2")
    year = rows.integers("year")
    pair = {f"state{side}": rows.by_cow(f"state{side}no", year) for side in (1, 2)}
    for column, states in pair.items():
        tell_outside(rows, f"{column}no", states, year, "problem")
    return _nearer(rows, {**pair, "year": year, "kind": rows.integers("conttype")})


def _nearer(rows: Rows, columns: dict[str, object]) -> Read:
    """The nearest kind of each pair and year; the same row twice stays so, and the check of the key names it."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = pa.table({**columns, LINE: rows.table[LINE].combine_chunks()})
    least = table.group_by([*KEY], use_threads=False).aggregate([("kind", "min"), ("kind", "count_distinct")])
    changed = least.filter(pc.greater(least["kind_count_distinct"], 1))
    if len(changed):
        what = f"the kind of contiguity changed within the year; the nearer counts ({len(changed)} pairs and years)"
        first = changed.slice(0, 1).to_pylist()[0]
        rows.problems.append(Problem(what=what, file=rows.file, column="conttype", level="notice",
                                     value=f"{first['state1']} {first['state2']} {first['year']}"))  # fmt: skip
    whole = table.join(least, [*KEY], use_threads=False)
    kept = whole.filter(pc.equal(whole["kind"], whole["kind_min"])).sort_by(LINE)
    return rows.as_read(kept.select([*COLUMNS]), kept[LINE].combine_chunks())


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="cow_contiguity",
    label=Text("Direct contiguity (COW), 3.2", "Kebersebelahan langsung (COW), 3.2"),
    citation="Stinnett, Douglas M., Tir, Jaroslav, Schafer, Philip, Diehl, Paul F. & Gochman, Charles. 2002. The "
    "Correlates of War Project Direct Contiguity Data, Version 3. Conflict Management and Peace Science 19(2): 58-66. "
    "Data: version 3.2.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="contiguity",
            label=Text("Contiguous pairs of states by year", "Pasangan negara bersebelahan per tahun"),
            file="contdird.csv (3.2)",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=KEY,
            coverage=(1816, 2016),
            version="3.2",
            unread=("dyad", "state1ab", "state2ab", "version"),
            url="https://correlatesofwar.org/wp-content/uploads/DirectContiguity320.zip",
            rows=82440,
            ranges={"kind": (1, 5)},
        ),
    ),
)
