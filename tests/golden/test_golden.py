"""Every count, claim and verdict of the SCO case against the recorded ones (tools/golden.py records them)."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from support.sco import results

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def golden() -> ModuleType:
    spec = spec_from_file_location("golden", ROOT / "tools/golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sco_case_gives_the_recorded_numbers_and_verdicts(golden: ModuleType) -> None:
    recorded = json.loads((ROOT / "tests/golden/sco.json").read_text("utf-8"))
    changed = golden.differences(recorded, golden.golden(results()))
    assert not changed, "\n".join(["a reason is needed for each; then run tools/golden.py", *changed])


def test_a_changed_number_or_verdict_is_told_with_its_place(golden: ModuleType) -> None:
    old = {"claim/a/own": ["holds", {"r": ["holds", {"CHN": [1, 1, 2]}]}], "measure/m/x/2002": 0.5}
    assert golden.differences(old, old) == []
    new = {"claim/a/own": ["holds", {"r": ["holds", {"CHN": [1, 1, 3]}]}], "measure/m/x/2002": 0.5 + 1e-12, "b": 1}
    assert golden.differences(old, new) == ["claim/a/own[1]/r[1]/CHN[2]: 2 became 3", "b: None became 1"]
