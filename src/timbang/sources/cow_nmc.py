"""National Material Capabilities (Correlates of War), version 6.0: the abridged file, with CINC as published."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, tell_outside, tell_version
from timbang.sources._table import Read, raw
from timbang.text import Text

COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
NEEDED = ("ccode", "year", *COMPONENTS, "cinc")
EDITION = "2021"  # what version 6.0 says in its column `version`
COLUMNS = {"state": "string", "year": "int", **dict.fromkeys(COMPONENTS, "float"), "cinc_published": "float"}
BIBTEX = """@incollection{nmc1972,
  author    = {Singer, J. David and Bremer, Stuart and Stuckey, John},
  title     = {Capability Distribution, Uncertainty, and Major Power War, 1820-1965},
  booktitle = {Peace, War, and Numbers},
  editor    = {Russett, Bruce},
  publisher = {Sage},
  address   = {Beverly Hills},
  year      = {1972},
  pages     = {19--48},
  note      = {Data: Correlates of War, National Material Capabilities, version 6.0, 1816-2016}
}

@article{nmc1987,
  author  = {Singer, J. David},
  title   = {Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816-1985},
  journal = {International Interactions},
  volume  = {14},
  number  = {1},
  pages   = {115--132},
  year    = {1987}
}
"""


def read(path: Path) -> Read:
    """One row a state and year; -9 is null.

    `milex`: thousands of current British pounds until 1913, of current US dollars from 1914. `milper`,
    `tpop`, `upop`: thousands. `irst`: thousands of tons. `pec`: thousands of coal-ton equivalents.
    `cinc_published`: the index as the file gives it, 0 to 1.
    """
    rows = raw(path, NEEDED, "COW NMC 6.0")
    tell_version(rows, EDITION)
    year = rows.integers("year")
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year, "problem")
    values = {column: rows.numbers(column) for column in COMPONENTS}
    return rows.read({"state": state, "year": year, **values, "cinc_published": rows.numbers("cinc")})


def _recognizes(peek: Peek) -> bool:
    return {"milex", "milper", "irst", "tpop", "upop", "cinc"} <= set(peek.columns)


SOURCE = Source(
    name="cow_nmc",
    label=Text("National Material Capabilities (COW), 6.0", "Kemampuan Material Nasional (COW), 6.0"),
    citation="Singer, J. David, Bremer, Stuart & Stuckey, John. 1972. Capability Distribution, Uncertainty, and Major "
    "Power War, 1820-1965. In Russett, Bruce (ed.), Peace, War, and Numbers. Beverly Hills: Sage. 19-48; Singer, J. "
    "David. 1987. Reconstructing the Correlates of War Dataset on Material Capabilities of States, 1816-1985. "
    "International Interactions 14(1): 115-132. Data: Correlates of War, version 6.0.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="nmc",
            label=Text("Material capabilities by state and year", "Kemampuan material per negara dan tahun"),
            file="NMC-60-abridged.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("state", "year"),
            coverage=(1816, 2016),
            version="6.0",
            unread=("stateabb", "version"),
            url="https://correlatesofwar.org/wp-content/uploads/NMC_Documentation-6.0.zip",
            rows=15951,
            ranges={**dict.fromkeys(COMPONENTS, (0, None)), "cinc_published": (0, 1)},
        ),
    ),
)
