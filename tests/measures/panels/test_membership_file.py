"""Joint memberships of a whole year of the file, against a count of the columns in which both states have a 1."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from timbang.model import Setting
from timbang.registry import measures
from timbang.state_years import code_in_year
from timbang.store.panels import PanelEngine

pytestmark = pytest.mark.needs_shared
YEAR = 2010
FULL = 1


def test_joint_memberships_are_the_columns_in_which_both_are_full_members(shared: Path) -> None:
    raw = pq.read_table(shared / "data/igo/igo_state_year_format3.parquet").filter(pc.field("year") == YEAR).to_pylist()
    roles = {code_in_year("cow", int(row["ccode"]), YEAR): row for row in raw}
    bodies = [name for name in raw[0] if name not in ("ccode", "year", "state")]
    full = {state: {body for body in bodies if row[body] == FULL} for state, row in roles.items()}
    held = [{"state": s, "year": YEAR, "igo": b, "role": FULL} for s, found in full.items() for b in found]
    given = {
        "igo_memberships": pa.Table.from_pylist(held),
        "igo_counts": pa.Table.from_pylist([{"state": s, "year": YEAR} for s in full]),
    }
    engine = PanelEngine(given, {name: dict.fromkeys(table.column_names, "") for name, table in given.items()})
    setting = Setting(organization="TST", first_year=YEAR, last_year=YEAR)
    found = engine.measure(measures("panel")["joint_memberships"], setting).to_pylist()
    expected = {(a, b): len(full[a] & full[b]) for a, b in combinations(sorted(map(str, full)), 2)}
    assert {(row["state1"], row["state2"]): row["value"] for row in found} == expected
