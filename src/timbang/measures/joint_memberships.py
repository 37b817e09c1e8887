"""Joint memberships: international organizations that two states are both full members of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timbang.measures import _dyad_years
from timbang.measures._panel import PAIR
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables

FULL = 1


def compute(views: Tables, setting: Setting) -> pa.Table:
    """One row per pair of states that the data list in the year."""
    import pyarrow as pa
    import pyarrow.compute as pc

    inside = (pc.field("year") >= setting.first_year) & (pc.field("year") <= setting.last_year)
    listed = views.igo_counts.filter(inside).sort_by("year")
    full = views.igo_memberships.filter(inside & (pc.field("role") == FULL)).sort_by("year")
    codes = pa.array(listed.combine_chunks()["state"].unique().sort())
    return _dyad_years.arrow(codes, _each(listed, full, codes), {"value": "int"})


def _each(listed: pa.Table, full: pa.Table, codes: pa.Array) -> Iterator[_dyad_years.Year]:
    """A year at a time: the matrix of states by organizations, times itself."""
    import numpy as np
    import pyarrow.compute as pc

    states, members = (pc.fill_null(pc.index_in(t["state"], value_set=codes), -1).to_numpy() for t in (listed, full))
    bodies = full["igo"].combine_chunks().dictionary_encode().indices.to_numpy() if len(full) else np.empty(0, int)
    where = dict(_dyad_years.slices(full["year"].to_numpy()))
    for year, span in _dyad_years.slices(listed["year"].to_numpy()):
        present, rows = np.unique(states[span]), where.get(year, slice(0, 0))
        found, column = np.unique(bodies[rows], return_inverse=True)
        member = np.zeros((len(codes) + 1, len(found)), np.float32)  # one more, at -1, for states not listed
        member[members[rows], column] = 1
        yield year, present, {"value": _dyad_years.upper(member[present] @ member[present].T)}


MEASURE = Measure(
    name="joint_memberships",
    level="dyad-year",
    label=Text("Joint memberships in organizations", "Keanggotaan bersama dalam organisasi"),
    definition=Text(
        "International governmental organizations of which both states were full members in the year. 0 where both are "
        "in the data and share none; a membership that the data do not know counts as none.",
        "Organisasi antarpemerintah internasional yang beranggotakan penuh kedua negara pada tahun itu. 0 bila "
        "keduanya ada dalam data dan tidak berbagi satu pun; keanggotaan yang tidak diketahui data dihitung tidak ada.",
    ),
    family="interest",
    kind="array",
    needs=("igo_memberships", "igo_counts"),
    by=PAIR,
    unit=Text("organizations", "organisasi"),
    range=(0, None),
    citation="Pevehouse, Jon C. W., Timothy Nordstrom, Roseanne W. McManus, and Anne Spencer Jamison. 2020. “Tracking "
    "Organizations in the World: The Correlates of War IGO Version 3.0 Datasets.” Journal of Peace Research 57 (3).",
    order=54,
    compute=compute,
    example=Example(
        # KAZ and RUS share the CIS and the UN, both with the USA the UN; in the SCO the USA is none, KAZ an observer.
        views={
            "igo_counts": [{"state": code, "year": 2001, "full": 2} for code in ("KAZ", "RUS", "USA")],
            "igo_memberships": [
                {"state": code, "year": 2001, "igo": igo, "role": role}
                for code, igo, role in (
                    ("KAZ", "UN", 1), ("RUS", "UN", 1), ("USA", "UN", 1), ("KAZ", "CIS", 1), ("RUS", "CIS", 1),
                    ("KAZ", "SCO", 3), ("RUS", "SCO", 1),
                )
            ],
        },
        expect=[
            {"state1": "KAZ", "state2": "RUS", "year": 2001, "value": 2},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": 1},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": 1},
        ],
    ),
)  # fmt: skip
