"""Strategic rivalries, 1494-2020 (Thompson, Sakuwa & Suhas): who were rivals, from when to when, over what."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, tell_missing
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.state_years import Span, year_spans
from timbang.tables import arrow_schema
from timbang.text import Text

KINDS = ("positional", "spatial", "ideological", "interventionary")
NEEDED = ("tssr_id", "rivalry", "ccode1", "ccode2", "start", "end", *KINDS)
COLUMNS = {
    "rivalry": "int", "name": "string", "state1": "string", "state2": "string", "first_year": "int", "last_year": "int",
    **dict.fromkeys(KINDS, "bool"),
}  # fmt: skip
LAST = 2020  # a rivalry that ends with the edition still lasted
VENICE = 324  # a number of the authors' own; no list of states has it
BIBTEX = """@book{rivalries2021,
  author    = {Thompson, William R. and Sakuwa, Kentaro and Suhas, Prashant Hosur},
  title     = {Analyzing Strategic Rivalries in World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation},
  publisher = {Springer},
  year      = {2021},
  note      = {As entered in tss\\_rivalries (R package peacesciencer)}
}
"""  # noqa: E501


def read(path: Path) -> Read:
    """One row a rivalry (state1 < state2) and spell in years; no last year: it lasted at the end of 2020.

    Where a number passed from state to state the spell is cut: Germany's rivalry with 365, 1890-1945, is
    with RUS until 1922 and with SUN since. A kind is true where the authors name it.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    rows = raw(path, NEEDED, "strategic rivalries (TSS)")
    venice = pc.or_(*(pc.equal(rows.integers(f"ccode{side}"), VENICE) for side in (1, 2)))
    rows.tell(venice, "a rival is in no list of states (Venice); the rivalry is left out", "rivalry", level="notice")
    rows = rows.where(pc.invert(venice))
    number, name = rows.integers("tssr_id").to_pylist(), rows.text("rivalry").to_pylist()
    kinds = [[bool(value) for value in rows.flags(kind).fill_null(False).to_pylist()] for kind in KINDS]
    lines = rows.table[LINE].to_pylist()
    found = [
        (number[row], name[row], *pair, *(kind[row] for kind in kinds), lines[row])
        for row, spans in enumerate(_spans(rows)) for pair in spans
    ]  # fmt: skip
    schema = arrow_schema(COLUMNS).append(pa.field("line", pa.int64()))
    table = pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in found], schema)
    return rows.as_read(table.drop_columns("line"), table["line"].combine_chunks())


def _spans(rows: Rows) -> list[list[tuple[str, str, int, int | None]]]:
    """Of each row, the pairs of states and years: the times of the two numbers, laid over each other."""
    sides = [rows.integers(f"ccode{side}") for side in (1, 2)]
    for side in (1, 2):
        rows.by_cow(f"ccode{side}")  # tells numbers that no state has
    first, last = rows.integers("start"), rows.integers("end")
    tell_missing(rows, "the first year is missing", "start")
    told = zip(*(column.to_pylist() for column in (*sides, first, last)), strict=True)
    return [_pairs(a, b, start, None if end == LAST else end) if a and b and start else [] for a, b, start, end in told]


def _pairs(one: int, other: int, first: int, last: int | None) -> list[tuple[str, str, int, int | None]]:
    found = []
    for a in year_spans(one, first, last):
        for b in year_spans(other, first, last):
            start, end = max(a.first, b.first), _sooner(a, b)
            if end is None or start <= end:
                found.append((min(a.state, b.state), max(a.state, b.state), start, end))
    return found


def _sooner(one: Span[int], other: Span[int]) -> int | None:
    return min((end for end in (one.last, other.last) if end is not None), default=None)


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="rivalries",
    label=Text("Strategic rivalries, 1494-2020", "Rivalitas strategis, 1494-2020"),
    citation="Thompson, William R., Sakuwa, Kentaro & Suhas, Prashant Hosur. 2021. Analyzing Strategic Rivalries in "
    "World Politics: Types of Rivalry, Regional Variation, and Escalation/De-escalation. Springer. As entered in "
    "tss_rivalries (R package peacesciencer).",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="rivalries",
            label=Text("Strategic rivalries", "Rivalitas strategis"),
            file="tss_rivalries.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("rivalry", "state1", "state2", "first_year"),
            coverage=(1494, LAST),
            version="2021 (to 2020)",
            unread=("principal", "aprin"),
            rows=273,
            ranges={"first_year": (1494, LAST), "last_year": (1494, LAST)},
        ),
    ),
)  # fmt: skip
