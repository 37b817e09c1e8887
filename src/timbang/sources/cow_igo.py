"""Memberships in intergovernmental organizations: Correlates of War IGO data, version 3.0 (Pevehouse et al.)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from timbang.errors import Problem
from timbang.registry import DataTable, Peek, Source
from timbang.sources._cow import tell_outside
from timbang.sources._table import LINE, Read, Rows, raw
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

MEMBERSHIPS = ("ccode", "year", "state", "un", "nato")  # and a column for each other organization
COUNTS = ("ccode", "year", "sum_igo_full", "sum_igo_associate", "sum_igo_observer", "sum_igo_anytype")
ROLES = (1, 2, 3)  # full member, associate member, observer
NONE = (0, -1)  # no member; the organization did not exist
BIBTEX = """@article{pevehouse2020igo,
  author  = {Pevehouse, Jon C. W. and Nordstrom, Timothy and McManus, Roseanne W. and Jamison, Anne Spencer},
  title   = {Tracking Organizations in the World: The Correlates of War IGO Version 3.0 datasets},
  journal = {Journal of Peace Research},
  year    = {2020},
  volume  = {57},
  number  = {3},
  pages   = {492--503},
  doi     = {10.1177/0022343319881175},
}
"""


def read_memberships(path: Path) -> Read:
    """One row a state, year and organization in which it has a role: 1 full member, 2 associate, 3 observer.

    The provider's file has a column for each organization. 0 (no member), -1 (the organization did not
    exist) and -9 (not known) give no row; how often -9 stands is told.
    """
    import pyarrow as pa

    rows = raw(path, MEMBERSHIPS, "COW IGO 3.0 (state-year)")
    year = rows.integers("year")
    states = rows.by_cow("ccode", year)
    tell_outside(rows, "ccode", states, year)
    names = [name for name in rows.table.column_names if name not in (*MEMBERSHIPS[:3], LINE)]
    roles = {name: rows.numbers(name, ("", "-9", "NA")) for name in names}
    whole = pa.concat_tables([_of_one(rows, name, role, states, year) for name, role in roles.items()])
    unknown = [role.null_count for role in roles.values() if role.null_count]
    if unknown:
        what = f"it is not known (-9) whether a state was a member; {len(unknown)} organizations"
        rows.problems.append(Problem(what=what, file=rows.file, value=f"{sum(unknown)} cells",
                                     todo="They give no row, as no membership does", level="notice"))  # fmt: skip
    return rows.as_read(whole.drop_columns([LINE]), whole[LINE].combine_chunks())


def _of_one(rows: Rows, name: str, role: pa.Array, states: pa.Array, year: pa.Array) -> pa.Table:
    """The rows of one organization."""
    import pyarrow as pa
    import pyarrow.compute as pc

    known = pc.is_in(role, pa.array([*map(float, ROLES + NONE)]))
    rows.tell(
        pc.and_not(pc.is_valid(role), known), "this is no kind of membership", name, expected="-9, -1, 0, 1, 2, 3"
    )
    member = pc.greater_equal(role, 1)
    whole = pa.table({"state": states, "year": year, "role": role, LINE: rows.table[LINE].combine_chunks()})
    found = whole.filter(member)
    columns = {"igo": pa.array([name] * len(found), pa.string()), "role": pc.cast(found["role"], pa.int64())}
    return pa.table({"state": found["state"], "year": found["year"], **columns, LINE: found[LINE]})


def read_counts(path: Path) -> Read:
    """One row a state and year: in how many organizations it is a full member, an associate, an observer, or any."""
    rows = raw(path, COUNTS, "COW IGO 3.0, sums by state and year")
    year = rows.integers("year")
    columns = {"state": rows.by_cow("ccode", year), "year": year}
    tell_outside(rows, "ccode", columns["state"], year)
    names = {"full": COUNTS[2], "associate": COUNTS[3], "observer": COUNTS[4], "any": COUNTS[5]}
    return rows.read(columns | {name: rows.integers(column) for name, column in names.items()})


def _has_memberships(peek: Peek) -> bool:
    return set(MEMBERSHIPS) <= set(peek.columns)


def _has_counts(peek: Peek) -> bool:
    return set(COUNTS) <= set(peek.columns)


SOURCE = Source(
    name="cow_igo",
    label=Text("COW intergovernmental organizations 3.0", "Organisasi antarpemerintah COW 3.0"),
    citation="Pevehouse, Jon C. W., Nordstrom, Timothy, McManus, Roseanne W. & Jamison, Anne Spencer. 2020. Tracking "
    "Organizations in the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57(3): "
    "492-503.",
    bibtex=BIBTEX,
    licence="Its authors' terms: cite them; timbang does not ship it.",
    tables=(
        DataTable(
            name="igo_memberships",
            label=Text("Memberships in organizations", "Keanggotaan dalam organisasi"),
            file="state_year_format3 (here igo_state_year_format3.parquet)",
            needed=MEMBERSHIPS,
            recognizes=_has_memberships,
            read=read_memberships,
            columns={"state": "string", "year": "int", "igo": "string", "role": "int"},
            key=("state", "year", "igo"),
            coverage=(1816, 2014),
            version="3.0",
            unread=("*",),
            rows=538965,
            ranges={"role": (1, 3)},
            holes={"-9": "not known whether the state was a member: no row, as for no member; how many is told"},
        ),
        DataTable(
            name="igo_counts",
            label=Text("Number of memberships in organizations", "Jumlah keanggotaan dalam organisasi"),
            file="cow_igo_sy (here cow_igo_state_year.csv), sums made by Miller's peacesciencer",
            needed=COUNTS,
            recognizes=_has_counts,
            read=read_counts,
            columns={
                "state": "string",
                "year": "int",
                **dict.fromkeys(("full", "associate", "observer", "any"), "int"),
            },
            key=("state", "year"),
            coverage=(1816, 2014),
            version="3.0",
            rows=15557,
            ranges=dict.fromkeys(("full", "associate", "observer", "any"), (0, None)),
        ),
    ),
)
