"""What is disputed and what is not known, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from timbang.findings.finding import Finding, Results
from timbang.report._reader import Reader

MOST = 60


@dataclass(frozen=True, slots=True)
class Unknown:
    """A measure and its statements whose value no source gives."""

    label: str
    statements: tuple[Finding, ...]
    left: int

    @property
    def total(self) -> int:
        """How many statements there are, shown or not."""
        return len(self.statements) + self.left


def unknown(results: Results, reader: Reader, most: int = 25) -> list[Unknown]:
    """Statements without an estimate, by measure."""
    found: dict[str, list[Finding]] = {}
    for finding in results.findings:
        if finding.kind == "measure" and finding.value.get("estimate") is None:
            found.setdefault(finding.name, []).append(finding)
    labels = {measure.name: measure.label for measure in results.measures}
    return [
        Unknown(reader.say(labels[name]) if name in labels else name, tuple(said[:most]), max(0, len(said) - most))
        for name, said in found.items()
    ]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One exercise and each thing its sources disagree on."""

    exercise: str
    findings: tuple[Finding, ...]


def disputes(results: Results, reader: Reader) -> tuple[list[Dispute], int]:
    """Disagreements by exercise, and how many exercises are left out."""
    found: dict[str, list[Finding]] = {}
    for finding in results.findings:
        if finding.kind == "disagreement":
            found.setdefault(str(finding.detail["exercise"]), []).append(finding)
    listed = [Dispute(reader.name(exercise), tuple(said)) for exercise, said in found.items()]
    return listed[:MOST], max(0, len(listed) - MOST)


def open_rosters(results: Results, reader: Reader) -> list[str]:
    """Exercises with members that only an open list of participants leaves room for, in time.

    A measure that draws attendance declares which of its columns lists those members.
    """
    found: set[str] = set()
    for measure in results.measures:
        column, table = measure.draw.get("possible"), results.tables.get(measure.name)
        if column and table and "exercise" in table.columns:
            exercise, possible = table.columns.index("exercise"), table.columns.index(column)
            found |= {str(row[exercise]) for row in table.rows if row[possible]}
    return [reader.name(code) for code in sorted(found, key=lambda code: (reader.began.get(code, "9999"), code))]
