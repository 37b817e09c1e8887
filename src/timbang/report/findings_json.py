"""findings.json: every finding with its value, verdict and rows, for programs; same run, same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

from timbang.findings.finding import KINDS, SCHEMA, Evidence, Finding, Results
from timbang.registry import Exporter
from timbang.text import Text

MEASURE_FIELDS = ("name", "label", "definition", "family", "by", "unit", "citation", "chart", "order")


def write(results: Results, folder: Path, langs: Sequence[str]) -> list[Path]:
    """The file, in both languages whatever `langs` asks of the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "findings.json"
    path.write_text(as_json(results), encoding="utf-8", newline="\n")
    return [path]


def as_json(results: Results) -> str:
    """The results as JSON text: sorted keys, findings in a total order and one to a line, ten significant digits."""
    document = {
        "schema": SCHEMA,
        "case": results.case,
        "head": results.head,
        "measures": [{name: getattr(measure, name) for name in MEASURE_FIELDS} for measure in results.measures],
        "findings": sorted(results.findings, key=_order),
        "sources": results.sources,
        "names": results.names,
        "notices": results.notices,
    }
    parts = (f"{_dumped(key)}: {_lines(plain(value))}" for key, value in sorted(document.items()))
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: Any) -> str:
    """The items of a list or mapping on a line each: small to keep, and to compare line by line."""
    if isinstance(value, list):
        return "[\n" + ",\n".join(map(_dumped, value)) + "\n]"
    if isinstance(value, dict):
        return "{\n" + ",\n".join(f"{_dumped(key)}: {_dumped(item)}" for key, item in sorted(value.items())) + "\n}"
    return _dumped(value)


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False)


def _order(finding: Finding) -> tuple[int, str]:
    return KINDS.index(finding.kind), finding.id


def plain(value: Any) -> Any:
    """A value as JSON holds it; a float keeps ten significant digits, and NaN or infinity is null."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return float(f"{value:.10g}") if isfinite(value) else None
    if isinstance(value, Evidence):  # by far the most frequent
        return {"file": value.file, "id": value.id, "source": value.source, "locator": value.locator}
    if isinstance(value, Text):
        return value.plain()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value.isoformat() if isinstance(value, date) else str(value)


EXPORTER = Exporter(
    name="findings", label=Text("Findings (JSON)", "Temuan (JSON)"), takes="results", write=write, suffix=".json"
)
