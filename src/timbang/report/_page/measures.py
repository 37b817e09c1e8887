"""Measures as a page shows them: by family, each with its figure, statements and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timbang.findings.finding import Finding, Results
from timbang.registry import FAMILIES, Measure
from timbang.report._charts.svg import Drawing
from timbang.report._page.table import Shown, shown
from timbang.report._reader import Reader

MOST = 60  # statements listed beneath one measure


@dataclass(frozen=True, slots=True)
class Section:
    """One measure: what it is, its chart if it has one, its statements and its table."""

    measure: Measure
    drawing: Drawing | None
    statements: tuple[Finding, ...]
    left: int
    total: int
    table: Shown | None


@dataclass(frozen=True, slots=True)
class Family:
    """A family's heading and its measures."""

    id: str
    title: str
    sections: tuple[Section, ...]


def families(results: Results, drawings: Mapping[str, Drawing], reader: Reader) -> list[Family]:
    """Families in the order of the registry, measures in the order of the results."""
    said: dict[str, list[Finding]] = {}
    for finding in results.findings:
        if finding.kind == "measure":
            said.setdefault(finding.name, []).append(finding)
    sections = [_section(m, results, drawings.get(m.name), said.get(m.name, ()), reader) for m in results.measures]
    return [
        Family(family, reader.among("family", family), tuple(s for s in sections if s.measure.family == family))
        for family in FAMILIES
        if any(s.measure.family == family for s in sections)
    ]


def _section(
    measure: Measure, results: Results, drawing: Drawing | None, said: Sequence[Finding], reader: Reader
) -> Section:
    table = results.tables.get(measure.name)
    rows = shown(measure, table, reader) if table and table.rows else None
    return Section(measure, drawing, tuple(said[:MOST]), max(0, len(said) - MOST), len(said), rows)
