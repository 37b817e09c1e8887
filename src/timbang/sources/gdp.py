"""GDP and population by state and year: the estimates of Fariss and others, in Miller's compilation."""

from __future__ import annotations

from pathlib import Path

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_outside
from timbang.sources._table import Read, raw
from timbang.text import Text

NEEDED = ("ccode", "year", "pwtrgdp", "sd_pwtrgdp", "mrgdppc", "sd_mrgdppc", "pwtpop", "sd_pwtpop")
COLUMNS = {
    "state": "string", "year": "int", "gdp": "float", "gdp_sd": "float", "gdp_per_capita": "float",
    "gdp_per_capita_sd": "float", "population": "float", "population_sd": "float",
}  # fmt: skip
BIBTEX = """@article{fariss2022gdp,
  author  = {Fariss, Christopher J. and Anders, Therese and Markowitz, Jonathan N. and Barnum, Miriam},
  title   = {New Estimates of Over 500 Years of Historic GDP and Population Data},
  journal = {Journal of Conflict Resolution},
  year    = {2022},
  volume  = {66},
  number  = {3},
  pages   = {553--591},
  note    = {As the file cow_gdppop gives it (Miller, R package isard). Its documentation asks to cite also the Maddison Project Database (Bolt et al. 2018) and the Penn World Table (Feenstra et al. 2015).},
}
"""  # noqa: E501


def read(path: Path) -> Read:
    """One row a state and year, estimates and their standard deviations; unknown is null.

    `gdp`: millions of 2017 international dollars (PPP; the file's pwtrgdp, after the Penn World Table).
    `gdp_per_capita`: 2011 international dollars (PPP; mrgdppc, after Maddison): another base, so it is
    not `gdp` divided by `population`. `population`: thousands; the file's pwtpop is in millions.
    """
    import pyarrow.compute as pc

    rows = raw(path, NEEDED, "isard, cw_gdppop")
    year = rows.integers("year")
    state = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", state, year)
    return rows.read({
        "state": state,
        "year": year,
        "gdp": rows.numbers("pwtrgdp"),
        "gdp_sd": rows.numbers("sd_pwtrgdp"),
        "gdp_per_capita": rows.numbers("mrgdppc"),
        "gdp_per_capita_sd": rows.numbers("sd_mrgdppc"),
        "population": pc.multiply(rows.numbers("pwtpop"), 1000.0),
        "population_sd": pc.multiply(rows.numbers("sd_pwtpop"), 1000.0),
    })  # fmt: skip


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="gdp",
    label=Text("GDP and population (Fariss et al.)", "PDB dan penduduk (Fariss dkk.)"),
    citation="Fariss, Christopher J., Anders, Therese, Markowitz, Jonathan N. & Barnum, Miriam. 2022. New Estimates of "
    "Over 500 Years of Historic GDP and Population Data. Journal of Conflict Resolution 66(3): 553-591. As given by "
    "Miller, Steven V., isard (cw_gdppop).",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="gdp_population",
            label=Text("GDP and population by state and year", "PDB dan penduduk per negara dan tahun"),
            file="cow_gdppop.csv",
            needed=NEEDED,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("state", "year"),
            coverage=(1816, 2019),
            version="cw_gdppop, 1816-2019",
            rows=16536,
            ranges=dict.fromkeys([*COLUMNS][2:], (0, None)),
            holes={"43 state-years": "the file lists the state and year without estimates"},
        ),
    ),
)
