"""Trade between pairs of states by year: Correlates of War trade data, version 4.0 (Barbieri & Keshk)."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_outside
from timbang.sources._pairs import undirected
from timbang.sources._table import Read, raw
from timbang.text import Text

NEEDED = ("ccode1", "ccode2", "year", "flow1", "flow2")
BIBTEX = """@misc{barbieri2016trade,
  author = {Barbieri, Katherine and Keshk, Omar M. G.},
  title  = {Correlates of War Project Trade Data Set Codebook, Version 4.0},
  year   = {2016},
  url    = {https://correlatesofwar.org},
}

@article{barbieri2009trading,
  author  = {Barbieri, Katherine and Keshk, Omar M. G. and Pollins, Brian},
  title   = {TRADING DATA: Evaluating our Assumptions and Coding Rules},
  journal = {Conflict Management and Peace Science},
  year    = {2009},
  volume  = {26},
  number  = {5},
  pages   = {471--491},
}
"""


def read(path: Path) -> Read:
    """One row a pair (state1 < state2) and year: what each imports from the other, millions of current US dollars.

    The file may have each pair once or both ways round. -9 and empty are null; zero is a reported zero.
    """
    rows = raw(path, NEEDED, "COW trade 4.0 (dyadic)")
    year = rows.integers("year")
    columns = {
        "state1": rows.by_cow("ccode1", year),
        "state2": rows.by_cow("ccode2", year),
        "year": year,
        "imports1": rows.numbers("flow1"),
        "imports2": rows.numbers("flow2"),
    }
    for side in "12":
        tell_outside(rows, f"ccode{side}", columns[f"state{side}"], year)
    return undirected(rows, columns, swaps=[("imports1", "imports2")])


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="cow_trade",
    label=Text("COW trade 4.0", "Perdagangan COW 4.0"),
    citation="Barbieri, Katherine & Keshk, Omar M. G. 2016. Correlates of War Project Trade Data Set Codebook, Version "
    "4.0; Barbieri, Katherine, Keshk, Omar M. G. & Pollins, Brian. 2009. TRADING DATA: Evaluating our Assumptions and "
    "Coding Rules. Conflict Management and Peace Science 26(5): 471-491.",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them, with the version; timbang does not ship it.",
    tables=(
        DataTable(
            name="trade",
            label=Text("Trade by pair and year", "Perdagangan per pasangan negara dan tahun"),
            file="Dyadic_COW_4.0.csv (here also cow_trade_dyad_year.parquet)",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns={"state1": "string", "state2": "string", "year": "int", "imports1": "float", "imports2": "float"},
            key=("state1", "state2", "year"),
            coverage=(1870, 2014),
            version="4.0",
            unread=(
                "smoothflow1",
                "smoothflow2",
                "importer*",
                "smoothtotrade",
                "spike*",
                "dip*",
                "trdspike",
                "tradedip",
                "bel_lux_alt_flow*",
                "china_alt_flow*",
                "source*",
                "version",
            ),
            url="https://correlatesofwar.org/wp-content/uploads/COW_Trade_4.0.zip",
            rows=673654,
            ranges={"imports1": (0, None), "imports2": (0, None)},
            holes={"pairs of some years": "COW gives -9 where no figure was found"},
        ),
    ),
)
