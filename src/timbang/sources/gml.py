"""Disputes by pair of states and year: Gibler, Miller & Little's revision of the MID data (GML), version 2.03."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import TERMS, tell_outside, tell_version
from timbang.sources._table import Read, Rows, raw
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

NEEDED = (
    "dispnum", "ccode1", "ccode2", "year", "sidea1", "revstate1", "revstate2", "revtype11", "revtype12",
    "hostlev1", "hostlev2", "midongoing", "midonset", "hostlev", "fatality",
)  # fmt: skip
UNREAD = (
    "sidea2", "revtype2?", "fatality?", "fatalpre*", "hiact*", "orig?", "mindur", "maxdur", "outcome", "settle",
    "stmon", "endmon", "recip", "numa", "numb", "ongo2010", "version",
)  # fmt: skip
COLUMNS = {
    "state1": "string", "state2": "string", "year": "int", "dispute": "int", "onset": "bool", "ongoing": "bool",
    "side_a1": "bool", "revisionist1": "bool", "revisionist2": "bool", "revision_type1": "int", "revision_type2": "int",
    "hostility1": "int", "hostility2": "int", "hostility": "int", "fatality": "int",
}  # fmt: skip
TWICE, IRAQ, EMIRATES = {"dispnum": 4273, "year": 1999}, 645, 696  # two rows, each way round
BIBTEX = """@article{gml2016,
  author  = {Gibler, Douglas M. and Miller, Steven V. and Little, Erin K.},
  title   = {An Analysis of the Militarized Interstate Dispute (MID) Dataset, 1816-2001},
  journal = {International Studies Quarterly},
  volume  = {60},
  number  = {4},
  pages   = {719--730},
  year    = {2016},
  note    = {Data: directed dyadic disputes by year, version 2.03, 1816-2010}
}
"""


def read(path: Path) -> Read:
    """One row for each dispute, pair of opposed states, both ways round, and year it lasted.

    Numbers 1 and 2 say whose. `revision_type`: 0 none, 1 territory, 2 policy, 3 regime or government, 4
    other, null unknown. `hostility`: 1 no militarized action to 5 war. `fatality`: of the dispute, 0 to 6.
    """
    rows = raw(path, NEEDED, "GML MID 2.03, directed dyad-years")
    tell_version(rows, "gml-2.03")
    rows = _once(rows)
    year = rows.integers("year")
    pair = {f"state{side}": rows.by_cow(f"ccode{side}", year) for side in (1, 2)}
    tell_outside(rows, "ccode1", pair["state1"], year)
    flags = {"onset": "midonset", "ongoing": "midongoing", "side_a1": "sidea1", "revisionist1": "revstate1",
             "revisionist2": "revstate2"}  # fmt: skip
    numbers = {"revision_type1": "revtype11", "revision_type2": "revtype12", "hostility1": "hostlev1",
               "hostility2": "hostlev2", "hostility": "hostlev", "fatality": "fatality"}  # fmt: skip
    return rows.read({
        **pair, "year": year, "dispute": rows.integers("dispnum"),
        **{name: rows.flags(column) for name, column in flags.items()},
        **{name: rows.integers(column) for name, column in numbers.items()},
    })  # fmt: skip


def _once(rows: Rows) -> Rows:
    """The rows but for one known defect: of the two rows of TWICE, that in which the Emirates seek no revision.

    The file's other years of the dispute say that they do. Another row that stands twice is a problem.
    """
    import pyarrow.compute as pc

    ways = (
        TWICE | {"ccode1": IRAQ, "ccode2": EMIRATES, "revstate2": 0},
        TWICE | {"ccode1": EMIRATES, "ccode2": IRAQ, "revstate1": 0},
    )
    left_out = pc.fill_null(pc.or_(*(_all(rows, way) for way in ways)), False)
    rows.tell(left_out, "dispute 4273 has Iraq and the Emirates twice in 1999; the row in which the Emirates seek "
              "revision, as in later years, counts", "dispnum", level="notice")  # fmt: skip
    return rows.where(pc.invert(left_out))


def _all(rows: Rows, cells: dict[str, int]) -> pa.Array:
    """Which rows have all these cells."""
    import pyarrow.compute as pc

    return reduce(pc.and_, (pc.equal(rows.integers(column), value) for column, value in cells.items()))


def _recognizes(peek: Peek) -> bool:
    return set(NEEDED) <= set(peek.columns)


SOURCE = Source(
    name="gml",
    label=Text("Dyadic militarized disputes (GML), 2.03", "Sengketa bersenjata per pasangan (GML), 2.03"),
    citation="Gibler, Douglas M., Miller, Steven V. & Little, Erin K. 2016. An Analysis of the Militarized Interstate "
    "Dispute (MID) Dataset, 1816-2001. International Studies Quarterly 60(4): 719-730. Data: version 2.03.",
    bibtex=BIBTEX,
    licence=TERMS,
    tables=(
        DataTable(
            name="gml_dyads",
            label=Text("Disputes by directed pair and year", "Sengketa per pasangan berarah dan tahun"),
            file="gml-ddy-disputes-2.03.csv",
            needed=NEEDED,
            unread=UNREAD,
            recognizes=_recognizes,
            read=read,
            columns=COLUMNS,
            key=("dispute", "state1", "state2", "year"),
            coverage=(1816, 2010),
            goes_on="mid_participants",
            version="2.03",
            rows=10384,
            ranges={
                **dict.fromkeys(("hostility1", "hostility2", "hostility"), (1, 5)),
                **dict.fromkeys(("revision_type1", "revision_type2"), (0, 4)),
                "fatality": (0, 6),
            },
        ),
    ),
)
