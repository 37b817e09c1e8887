"""Votes of whole years of the file, against coefficients reckoned pair by pair."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from support.portfolio_loops import corrected, s, same, tau_b

from timbang.model import Setting
from timbang.registry import measures
from timbang.state_years import code_in_year
from timbang.store.panels import PanelEngine

pytestmark = pytest.mark.needs_shared
MEASURES = ("s_votes", "kappa_votes", "pi_votes", "tau_b_votes")


@pytest.mark.parametrize("year", [1955, 1990, 2015])
def test_votes_of_a_year_are_what_loops_give(shared: Path, year: int) -> None:
    raw = pq.read_table(shared / "data/unga/un_votes_1946_2022.parquet").filter(pc.field("year") == year).to_pylist()
    votes = {(code_in_year("cow", row["ccode"], year), row["resid"]): row["vote"] for row in raw}
    table = pa.table({
        "resolution": [resolution for _, resolution in votes], "state": [state for state, _ in votes],
        "year": [year] * len(votes), "vote": list(votes.values()),
    })  # fmt: skip
    engine = PanelEngine({"un_votes": table}, {"un_votes": dict.fromkeys(table.column_names, "")})
    setting = Setting(organization="TST", first_year=year, last_year=year)
    found = [engine.measure(measures("panel")[name], setting).to_pylist() for name in MEASURES]
    states = {state for state, _ in votes}
    assert [len(rows) for rows in found] == [len(states) * (len(states) - 1) // 2] * len(MEASURES)
    for four in random.Random(7).sample(list(zip(*found, strict=True)), 200):
        one, two, _, *_ = four[0].values()
        common = [(votes[one, r] - 1, votes[two, r] - 1) for state, r in votes if state == one and (two, r) in votes]
        assert {row["common"] for row in four} == {len(common)}
        a, b = ([vote[side] for vote in common] for side in (0, 1))
        expected = [float("nan")] * 4
        if common:
            expected = [s(a, b, [1] * len(a), 1, 2), corrected(a, b, 2, 2, alike=False)]
            expected += [corrected(a, b, 0, 2, alike=True), tau_b(a, b)]
        values = [float("nan") if row["value"] is None else row["value"] for row in four]
        assert all(same(value, by_loop) for value, by_loop in zip(values, expected, strict=True)), four
