"""Measures as a page shows them: by family, each with its figure, statements and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timbang.findings.finding import Finding, Results, Table
from timbang.registry import FAMILIES, Measure
from timbang.report._charts.svg import Drawing
from timbang.report._page.table import Shown, by_unit_and_year, shown
from timbang.report._reader import Reader
from timbang.report._words import words

MOST = 60  # statements listed beneath one measure


@dataclass(frozen=True, slots=True)
class Section:
    """One measure: what it is, its chart if it has one, its statements and its table."""

    measure: Measure
    drawing: Drawing | None
    statements: tuple[Finding, ...]
    left: int
    latest: bool  # are the statements only the last known of each unit?
    total: int
    table: Shown | None
    number: int  # of the figure, if it has one
    caption: str


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
    ordered = sorted(results.measures, key=lambda m: FAMILIES.index(m.family))
    sections, figures = [], 0
    for measure in ordered:
        figures += measure.name in drawings
        drawing, statements = drawings.get(measure.name), _in_time(said.get(measure.name, ()), measure, reader)
        sections.append(_section(measure, results.tables.get(measure.name), drawing, statements, figures, reader))
    return [
        Family(family, reader.among("family", family), tuple(s for s in sections if s.measure.family == family))
        for family in FAMILIES
        if any(s.measure.family == family for s in sections)
    ]


def _section(
    measure: Measure, table: Table | None, drawing: Drawing | None, said: Sequence[Finding], number: int, reader: Reader
) -> Section:
    latest = by_unit_and_year(measure) and len(said) > MOST
    listed = ((latest and _latest(said)) or said)[:MOST]
    return Section(
        measure=measure,
        drawing=drawing,
        statements=tuple(listed),
        left=len(said) - len(listed),
        latest=latest,
        total=len(said),
        table=shown(measure, table, reader) if table and table.rows else None,
        number=number,
        caption=_caption(measure, table, drawing, reader) if drawing else "",
    )


def _in_time(said: Sequence[Finding], measure: Measure, reader: Reader) -> Sequence[Finding]:
    """Statements about single exercises in the order these were held; others as they come."""
    if measure.by != ("exercise",):
        return said
    return sorted(said, key=lambda f: reader.began.get(str(f.detail.get("exercise")), "9999"))


def _latest(said: Sequence[Finding]) -> Sequence[Finding]:
    """Of each unit the statement on the last year whose value is known."""
    last: dict[str, Finding] = {}
    for finding in said:
        known = finding.value["estimate"] is not None
        if known and (finding.unit not in last or int(finding.period) > int(last[finding.unit].period)):
            last[finding.unit] = finding
    return list(last.values())


def _caption(measure: Measure, table: Table | None, drawing: Drawing, reader: Reader) -> str:
    """How the figure is to be read: what its signs mean, and what it leaves out."""
    if table is None:
        return drawing.note
    at = {name: table.columns.index(name) for name in ("value", "low", "high")}
    parts = []
    bounded = any(row[at["low"]] != row[at["high"]] for row in table.rows)
    told = drawing.usual and measure.chart in words()["caption"] and "present" not in measure.draw
    if told and (bounded or measure.chart != "matrix"):  # of a matrix the caption tells of bounds
        parts.append(reader.among("caption", measure.chart))
    if bounded and measure.chart in ("bars", "dots", "timeline", "lines"):
        parts.append(reader.word("caption_bounds"))
    unknown = any(row[at["value"]] is None for row in table.rows)
    if unknown and "year" in measure.by and measure.chart in ("bars", "lines"):
        parts.append(reader.word("caption_breaks" if "panel" in measure.draw else "caption_unknown"))
    return " ".join([*parts, drawing.note]).strip()
