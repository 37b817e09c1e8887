"""A figure changed to another valid figure changes its findings, and a spoilt case that passes the check runs."""

from __future__ import annotations

import random
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from support.folders import replaced, write_case
from support.mutations import MUTATIONS

from timbang.casefile import open_case
from timbang.errors import TimbangError
from timbang.findings.finding import Results
from timbang.findings.weighed import Weighing
from timbang.registry import shipped_cases
from timbang.run import conclude


def findings(results: Results) -> dict[str, Any]:
    return {finding.id: (finding.value, finding.verdict, finding.detail) for finding in results.findings}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return findings(conclude(open_case(write_case(tmp_path_factory.mktemp("base") / "small"))))


# By hand: alpha is the one exercise documented as TST's; source one, which is preferred, gives it 1300 in 2003.
@pytest.mark.parametrize(
    ("old", "new", "figures"),
    [
        ("1300,over", "9300,over", {"troops_per_year/tst/2003": (1300, 9300)}),
        (
            "2003-08-06,2003-08-12",
            "2004-08-06,2004-08-12",
            {"exercises_per_year/tst/2003": (1, 0), "exercises_per_year/tst/2004": (0, 1)},
        ),
    ],
)
@pytest.mark.slow
def test_another_figure_gives_other_findings(
    tmp_path: Path, before: dict[str, Any], old: str, new: str, figures: dict[str, tuple[float, float]]
) -> None:
    after = findings(conclude(open_case(write_case(tmp_path / "small", **replaced("exercises.csv", old, new)))))
    for id, (was, now) in figures.items():
        assert (before[f"measure/{id}"][0]["estimate"], after[f"measure/{id}"][0]["estimate"]) == (was, now)
    untouched = [id for id in before if id.startswith("measure/exercises_per_year") and id[8:] not in figures]
    assert untouched
    assert all(before[id] == after[id] for id in untouched)


@pytest.mark.slow
@pytest.mark.parametrize("start", range(20))
def test_what_passes_the_check_runs_and_what_does_not_is_refused_whole(tmp_path: Path, start: int) -> None:
    """One mutation of each class by each of twenty seeds, on the SCO case without its claims.

    The weighing, which takes most of a minute, is run on those of the first seeds only.
    """
    unweighed = patch("timbang.run.weigh", return_value=Weighing()) if start else nullcontext()
    for seed, name in enumerate(MUTATIONS, start * len(MUTATIONS)):
        files = {p.name: p.read_bytes() for p in sorted(shipped_cases()["sco"].iterdir()) if p.name != "claims.yml"}
        files = {n: data for n, data in files.items() if n.endswith((".csv", ".yml", ".bib"))}
        MUTATIONS[name](random.Random(seed), files)
        folder = tmp_path / str(seed)
        folder.mkdir()
        for file, data in files.items():
            (folder / file).write_bytes(data)
        try:
            case = open_case(folder)
        except TimbangError as refused:
            assert refused.problems, name
            continue
        with unweighed:
            assert conclude(case).findings, name
