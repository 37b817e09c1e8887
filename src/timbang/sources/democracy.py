"""Democracy by state and year: polyarchy, polity2 and extended Unified Democracy Scores, as Miller compiled them."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_outside
from timbang.sources._table import Read, raw
from timbang.text import Text

NEEDED = ("ccode", "year", "v2x_polyarchy", "polity2", "euds")
COLUMNS = {"state": "string", "year": "int", "polyarchy": "float", "polity": "float", "euds": "float"}
BIBTEX = """@misc{isard-democracy,
  author = {Miller, Steven V.},
  title  = {isard: Democracy (Correlates of War System)},
  note   = {Data set cw_democracy of the R package isard. Its documentation names as sources Varieties of Democracy, version 15, polity2, and the extended Unified Democracy Scores of Marquez, by way of democracyData 0.5.1. The file at hand goes on to 2025.},
}
"""  # noqa: E501


def read(path: Path) -> Read:
    """One row a state and year: polyarchy 0 to 1, polity -10 to 10, euds (latent, about -2.4 to 3); unknown is null."""
    rows = raw(path, NEEDED, "isard, cw_democracy")
    year = rows.integers("year")
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year)
    return rows.read({
        "state": state,
        "year": year,
        "polyarchy": rows.numbers("v2x_polyarchy"),
        "polity": rows.numbers("polity2", ("", "NA", "-66", "-77", "-88")),
        "euds": rows.numbers("euds"),
    })  # fmt: skip


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="democracy",
    label=Text("Democracy: polyarchy, polity, extended UDS", "Demokrasi: poliarki, polity, UDS yang diperluas"),
    citation="Miller, Steven V. isard: Democracy (Correlates of War System), cw_democracy, with V-Dem's polyarchy "
    "(Coppedge et al., Varieties of Democracy), polity2 (Polity project) and the extended Unified Democracy Scores "
    "(Marquez; Pemstein, Meserve & Melton 2010).",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="democracy",
            label=Text("Democracy by state and year", "Demokrasi per negara dan tahun"),
            file="cow_democracy.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("state", "year"),
            coverage=(1816, 2025),
            version="cw_democracy, 1816-2025",
            unread=("aeuds",),
            rows=17706,
            ranges={"polyarchy": (0, 1), "polity": (-10, 10)},
            holes={
                "polity from 2019 on": "the file has one value of 2019 and 2020 each (the United States), then none",
                "euds and polyarchy of the last years": "each year from 2019 on has as many values as the year before",
            },
        ),
    ),
)
