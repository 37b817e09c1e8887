"""The SCO case's salience.csv against a simple count of its own, and what it says of 2001."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from statistics import mean

import pytest

from timbang.adding.speeches import add_speeches
from timbang.casefile import open_case
from timbang.casefile.views import setting, views
from timbang.measures import threat_salience, threat_salience_relative
from timbang.model import Salience
from timbang.model.rows import ALL, THREATS
from timbang.registry import Measure, shipped_cases, sources
from timbang.store.views import Engine

CASE = open_case(shipped_cases()["sco"])
ROWS = {(row.state, row.year): row for row in CASE.of(Salience) if row.code == "framed-terrorism"}
SENTENCES = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\r")


def values(measure: Measure) -> dict[tuple[str, int], float]:
    table = Engine(views(CASE)).measure(measure, setting(CASE)).to_pylist()
    return {(row["state"], row["year"]): row["value"] for row in table if row["code"] == "framed-terrorism"}


RAW, RELATIVE = values(threat_salience.MEASURE), values(threat_salience_relative.MEASURE)
BOTH = [state for state, year in RELATIVE if year == 2000 and (state, 2001) in RELATIVE]  # spoke before and after


def test_the_file_holds_members_the_outside_power_and_all_of_1992_to_2024() -> None:
    around = setting(CASE)
    assert {row.state for row in CASE.of(Salience)} == {*around.members, *around.outside, ALL}
    assert {row.year for row in CASE.of(Salience)} == set(range(1992, 2025))
    assert all(row.code.startswith(THREATS) for row in CASE.of(Salience))
    assert "ungdc" in CASE.references


@pytest.mark.needs_shared
@pytest.mark.parametrize("year", [2000, 2001, 2002])
def test_terrorism_as_a_simple_search_counts_it(shared: Path, year: int) -> None:
    """Sentences cut at full stops, and `terroris` looked for, with neither coder nor codebook."""
    shares = {}
    for path in sorted((shared / "documents" / "ungdc").glob(f"*_{year}.txt")):
        sentences = [one for one in SENTENCES.split(path.read_text("utf-8-sig")) if one and one.strip()]
        shares[path.name[:3]] = sum("terroris" in one.lower() for one in sentences) / len(sentences)
    every = ROWS[ALL, year]
    assert every.states == len(shares)
    assert every.mean == pytest.approx(mean(shares.values()), abs=0.01)
    mine = {state: RAW[state, year] for state in shares if (state, year) in RAW}
    assert len(mine) >= 10
    assert {state: pytest.approx(share, abs=0.08) for state, share in shares.items() if state in mine} == mine


def test_the_jump_of_2001_shows_in_the_raw_series() -> None:
    """By the simple search, of all states' sentences: 4.4% in 2000, 17.9% in 2001, 12.5% in 2002."""
    assert (RAW[ALL, 2000], RAW[ALL, 2001], RAW[ALL, 2002]) == pytest.approx((0.044, 0.179, 0.125), abs=0.01)
    assert max(RAW[ALL, year] for year in range(1992, 2001)) < 0.07
    assert len(BOTH) == 10 and all(RAW[state, 2001] > RAW[state, 2000] for state in BOTH)


def test_it_is_shared_by_all_in_the_relative_series() -> None:
    rise = mean(RAW[state, 2001] - RAW[state, 2000] for state in BOTH)
    left = mean(RELATIVE[state, 2001] - RELATIVE[state, 2000] for state in BOTH)
    assert 100 * rise > 12 and abs(left) < 1  # percentage points


@pytest.mark.slow
@pytest.mark.needs_shared
def test_it_is_what_the_command_makes(shared: Path, tmp_path: Path) -> None:
    """If the codebook or the coder was changed: python tools/salience.py ../shared/documents/ungdc sco"""
    copy = shutil.copytree(CASE.folder, tmp_path / "sco")
    (copy / Salience.FILE).unlink()
    add_speeches(copy, sources()["ungdc"], shared / "documents" / "ungdc", "balancing", lambda _: None)
    assert (copy / Salience.FILE).read_bytes() == (CASE.folder / Salience.FILE).read_bytes()
