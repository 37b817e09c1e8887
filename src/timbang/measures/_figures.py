"""Figures of data sets that a case holds: the rows that its measures of power, threat and interest read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from timbang.state_table import by_code
from timbang.state_years import FIRST, LAST, state_years
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

Row = dict[str, Any]
Given = dict[tuple[str, str, int], Row]  # state, towards ("" where the figure is on one state), year -> its row
READ = Text(
    "Read from the figures of data sets in figures.csv, which name the data set's version; where two give the same "
    "thing, the first counts.",
    "Dibaca dari angka kumpulan data dalam figures.csv, yang menyebut versi kumpulan datanya; bila ada dua untuk hal "
    "yang sama, yang pertama yang dipakai.",
)
YEARS = Text(
    "Years run from the first to the last for which the case has a figure on any of the states; a year between without "
    "one is not known, never zero.",
    "Tahun berjalan dari yang pertama sampai yang terakhir yang ada angkanya dalam kasus untuk salah satu negara; "
    "tahun di antaranya yang tanpa angka tidak diketahui, bukan nol.",
)


def given(views: Views, *variables: str) -> dict[str, Given]:
    """Variable -> its rows, by state, other and year."""
    import pyarrow as pa
    import pyarrow.compute as pc

    table = views.figures
    kept = table.filter(
        pc.and_(pc.is_in(table["variable"], pa.array(variables, pa.string())), pc.is_valid(table["version"]))
    )
    found: dict[str, Given] = {variable: {} for variable in variables}
    for row in sorted(kept.to_pylist(), key=lambda row: int(row["row"])):
        if row["year"] is not None and row["value"] is not None:
            found[row["variable"]].setdefault((row["state"], row["towards"] or "", row["year"]), row)
    return found


def on_states(rows: Given, states: Sequence[str]) -> Iterator[tuple[str, int, Row | None]]:
    """state, year, row of each of the states in each year that it existed, from the first to the last with a figure."""
    years = [year for state, _, year in rows if state in states]
    if not years:
        return
    first, last = min(years), max(years)
    there = {(one.state, one.year) for one in state_years(max(first, FIRST), min(last, LAST))}
    for state in states:
        for year in range(first, last + 1):
            row = rows.get((state, "", year))
            if row or (state, year) in there or by_code(state) is None:
                yield state, year, row


def references(rows: Iterable[Row | None]) -> list[str]:
    """The evidence of a value: the lines of those rows that there are."""
    return [f"figures:{row['row']}" for row in rows if row]


def result(rows: Iterable[Row], columns: Mapping[str, str]) -> pa.Table:
    """Rows as a measure's table with these columns, value and evidence; what a row does not name is null."""
    import pyarrow as pa

    schema = arrow_schema({**columns, "value": "float", "evidence": "strings"})
    return pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in rows], schema)


def figure(state: str, year: int, variable: str, value: float, line: int, towards: str | None = None) -> Row:
    """A row of `figures` for the examples, of version 1 of the data set d."""
    return {"row": line, "state": state, "towards": towards, "year": year, "variable": variable, "value": value,
            "unit": "u", "version": "d 1", "source": "s"}  # fmt: skip
