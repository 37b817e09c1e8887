"""Where states' capitals were, and how near their borders came: two tables made for work with COW numbers."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, Cut, open_end, tell_missing
from timbang.sources._pairs import undirected
from timbang.sources._table import LINE, Read, raw
from timbang.state_table import all_states
from timbang.state_years import Span, day_spans
from timbang.text import Text

CAPITALS = ("ccode", "capital", "stdate", "enddate", "lat", "lng")
DISTANCES = ("ccode1", "ccode2", "year", "mindist")
UNKNOWN = ("", "NA")  # -9 is a degree
GERMANY, WEST_GERMANY = 255, 260
# Both numbers mean DEU, and the file gives Germany's capital without a break: while West Germany was, its own counts.
WEST = (date(1949, 1, 1), date(1990, 10, 2))
BIBTEX = """@misc{capitals,
  author = {Miller, Steven V.},
  title  = {peacesciencer: Tools and Data for Quantitative Peace Science},
  note   = {R package; its data cow\\_capitals and cow\\_mindist}
}

@article{cshapes2022,
  author  = {Schvitz, Guy and R{\\"u}egger, Seraina and Girardin, Luc and Cederman, Lars-Erik and Weidmann, Nils and Gleditsch, Kristian Skrede},
  title   = {Mapping the International System, 1886-2019: The CShapes 2.0 Dataset},
  journal = {Journal of Conflict Resolution},
  volume  = {66},
  number  = {1},
  pages   = {144--161},
  year    = {2022}
}
"""  # noqa: E501


def read_capitals(path: Path) -> Read:
    """One row a capital and spell, in degrees north and east; no end: it still is the capital.

    A spell may begin before the state did, as in the file, but ends with it. 365 is cut into RUS and SUN;
    DEU has Berlin but for 1949 to 1990-10-02, when it has Bonn (also GFR in 1990).
    """
    import pyarrow as pa

    rows = raw(path, CAPITALS, "COW capitals")
    rows.by_cow("ccode")  # tells numbers that no state has
    start, end = rows.days("stdate"), rows.days("enddate")
    tell_missing(rows, "the spell has no beginning", "stdate")
    edition = max((day for day in end.to_pylist() if day), default=date.max)
    found = Cut()
    told = zip(rows.integers("ccode").to_pylist(), start.to_pylist(), open_end(end, edition).to_pylist(), strict=True)
    for row, (number, first, last) in enumerate(told):
        for span in _spans(number, first, last) if number and first else []:
            found.add(row, span)
    first, last = found.times(pa.date32())
    table = pa.table({
        "state": found.states, "capital": rows.text("capital").take(found.rows), "start": first, "end": last,
        "lat": rows.numbers("lat", UNKNOWN).take(found.rows), "lon": rows.numbers("lng", UNKNOWN).take(found.rows),
    })  # fmt: skip
    return rows.as_read(table, rows.table[LINE].combine_chunks().take(found.rows))


def _spans(number: int, first: date, last: date | None) -> list[Span[date]]:
    """The spells of states within a number's spell, none beyond the state's last day."""
    ends = [state.end or date.max for state in all_states() if state.cow == number]
    gone = max(ends, default=date.max)
    last = last if gone == date.max else min(last or gone, gone)
    if number == WEST_GERMANY:
        return [*day_spans("cow", number, first, last), Span("GFR", date(1990, 1, 1), last)]
    if number == GERMANY and first < WEST[0] and (last or date.max) > WEST[1]:
        return [Span("DEU", first, WEST[0] - timedelta(1)), Span("DEU", WEST[1] + timedelta(1), last)]
    return day_spans("cow", number, first, last)


def read_distances(path: Path) -> Read:
    """One row a pair (state1 < state2) and year: kilometres between the nearest points, on 1 January."""
    rows = raw(path, DISTANCES, "COW minimum distances")
    year = rows.integers("year")
    pair = {f"state{side}": rows.by_cow(f"ccode{side}", year) for side in (1, 2)}
    return undirected(rows, {**pair, "year": year, "km": rows.numbers("mindist", ("", "-9", "NA"))})


def _is_capitals(peek: Peek) -> bool:
    return set(CAPITALS) <= set(peek.columns)


def _is_distances(peek: Peek) -> bool:
    return set(DISTANCES) <= set(peek.columns)


SOURCE = Source(
    name="cow_distance",
    label=Text("Capitals and minimum distances", "Ibu kota dan jarak minimum"),
    citation="Miller, Steven V. peacesciencer: Tools and Data for Quantitative Peace Science (cow_capitals, "
    "cow_mindist); Schvitz, Guy, Rüegger, Seraina, Girardin, Luc, Cederman, Lars-Erik, Weidmann, Nils & Gleditsch, "
    "Kristian Skrede. 2022. Mapping the International System, 1886-2019: The CShapes 2.0 Dataset. Journal of Conflict "
    "Resolution 66(1): 144-161.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="capitals",
            label=Text("Capitals of states", "Ibu kota negara"),
            file="cow_capitals.csv",
            needed=CAPITALS,
            recognizes=_is_capitals,
            read=read_capitals,
            columns={
                "state": "string", "capital": "string", "start": "date", "end": "date", "lat": "float", "lon": "float",
            },
            key=("state", "start"),
            coverage=(1816, 2024),
            version="to 2024-12-31",
            unread=("statenme",),
            rows=248,
            ranges={"lat": (-90, 90), "lon": (-180, 180)},
        ),
        DataTable(
            name="minimum_distance",
            label=Text("Minimum distance of pairs by year", "Jarak minimum pasangan negara per tahun"),
            file="cow_mindist.parquet",
            needed=DISTANCES,
            recognizes=_is_distances,
            read=read_distances,
            columns={"state1": "string", "state2": "string", "year": "int", "km": "float"},
            key=("state1", "state2", "year"),
            coverage=(1886, 2019),
            version="1886-2019, from CShapes 2.0",
            rows=952244,
            ranges={"km": (0, 20040)},
            holes={"states that began after 1 January": "distances are of 1 January, so a first year has none",
                   "before 1886": "CShapes 2.0 begins in 1886"},
        ),
    ),
)  # fmt: skip
