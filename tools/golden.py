"""Write tests/golden/sco.json: every count, claim and verdict of the SCO case, for the tests to compare with.

Run `.venv/bin/python tools/golden.py`, then read the difference git shows: each changed number needs a reason.
Numbers that a claim rests on are counted by hand in tests/cases/test_sco_claims.py; change them there first.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from timbang import load
from timbang.findings.finding import Finding, Results

KINDS = ("measure", "claim", "disagreement")  # what is weighed stands in tests/weighing: it comes of draws
TARGET = Path(__file__).parent.parent / "tests/golden/sco.json"


def golden(results: Results) -> dict[str, Any]:
    """Finding id -> a number (or [estimate, low, high] where they differ), or a verdict, or values by source."""
    return {finding.id: _compact(finding) for finding in results.findings if finding.kind in KINDS}


def _compact(finding: Finding) -> Any:
    value = finding.value
    if finding.kind == "measure":
        return _number(value["estimate"], value["low"], value["high"])
    if finding.kind == "claim":
        criteria = [criterion["met"] for criterion in value["criteria"]]
        readings = {reading["id"]: _reading(reading) for reading in value["readings"]}
        return [finding.verdict, criteria or readings]
    return {said["source"]: said["value"]["en"] for said in finding.detail["values"]}


def _reading(reading: Mapping[str, Any]) -> list[Any]:
    rows = reading["figures"]
    figures = {" ".join(row["keys"].values()): _number(row["value"], row["low"], row["high"]) for row in rows}
    return [reading["verdict"], figures]


def _number(value: Any, low: Any, high: Any) -> Any:
    return value if value == low == high else [value, low, high]


def differences(old: Any, new: Any, at: str = "") -> list[str]:
    """Where two golden records differ; floats may differ in their tenth digit between machines."""
    if isinstance(old, dict) and isinstance(new, dict):
        keys = list(dict.fromkeys((*old, *new)))
        return [text for k in keys for text in differences(old.get(k), new.get(k), f"{at}/{k}" if at else k)]
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        return [text for i, (a, b) in enumerate(zip(old, new, strict=True)) for text in differences(a, b, f"{at}[{i}]")]
    if isinstance(old, float | int) and isinstance(new, float | int) and math.isclose(old, new, rel_tol=1e-9):
        return []
    return [] if old == new else [f"{at}: {old!r} became {new!r}"]


def main() -> None:
    """Write the file, one finding a line, and say what changed."""
    new = golden(load("sco").run())
    old = json.loads(TARGET.read_text("utf-8")) if TARGET.exists() else {}
    rows = [f"{json.dumps(id)}: {json.dumps(value, ensure_ascii=False)}" for id, value in sorted(new.items())]
    TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8", newline="\n")
    print("\n".join(differences(old, new)) or "nothing changed")


if __name__ == "__main__":
    main()
