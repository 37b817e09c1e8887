"""Independent states since 1816 by Gleditsch and Ward: their spells, from a workbook that runs to 2017."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, cut, open_end
from timbang.sources._table import LINE, Read, Rows, workbook
from timbang.state_years import day_spans
from timbang.text import Text

SHEET = "gwstates"
NEEDED = ("Cow Nr.", "Cow ID", "Name of State", "Start", "End")
BIBTEX = """@article{gleditschward1999,
  author  = {Gleditsch, Kristian S. and Ward, Michael D.},
  title   = {Interstate System Membership: A Revised List of the Independent States since 1816},
  journal = {International Interactions},
  volume  = {25},
  pages   = {393--413},
  year    = {1999}
}
"""


def read(path: Path) -> Read:
    """One row a spell of a state; no end: it is the last day that the workbook covers. Cut as numbers pass on.

    Days stand there as `31.12.2017`. 678 is YAR until 1990-05-21 and YEM since; 365 is RUS and SUN.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = workbook(path, SHEET, NEEDED, "Gleditsch & Ward's states")
    numbers = rows.integers("Cow Nr.")
    rows.by_gw("Cow Nr.")  # tells numbers that no state has
    start, end = _days(rows, "Start"), _days(rows, "End")
    edition = pc.max(end).as_py()
    found = cut(numbers, start, open_end(end, edition) if edition else end, partial(day_spans, "gw"))
    first, last = found.times(pa.date32())
    table = pa.table({"state": found.states, "number": numbers.take(found.rows), "start": first, "end": last})
    return rows.as_read(table, rows.table[LINE].combine_chunks().take(found.rows))


def _days(rows: Rows, column: str) -> object:
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = rows.text(column)
    read = pc.cast(pc.strptime(cells, "%d.%m.%Y", "s", error_is_null=True), pa.date32())
    rows.tell(read.is_null(), "this is no day", column, expected="a day such as 31.12.2017")
    return read


def _recognizes(peek: Peek) -> bool:
    return SHEET in peek.sheets or set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="gw_states",
    label=Text("Independent states (Gleditsch & Ward)", "Negara merdeka (Gleditsch & Ward)"),
    citation="Gleditsch, Kristian S. & Ward, Michael D. 1999. Interstate System Membership: A Revised List of the "
    "Independent States since 1816. International Interactions 25: 393-413.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="gw_states",
            label=Text("Spells of independent states", "Masa kemerdekaan negara"),
            file="gwstates.xlsx",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns={"state": "string", "number": "int", "start": "date", "end": "date"},
            key=("state", "number", "start"),
            coverage=(1816, 2017),
            version="to 2017-12-31",
            rows=219,
            holes={"microstates": "states of fewer than 250,000 people are not in this list"},
        ),
    ),
)
