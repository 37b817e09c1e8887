"""The weighing as a page shows it: questions with their units, types, balances, and points on single units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.finding import Finding, Results
from timbang.report._charts.svg import Drawing
from timbang.report._reader import Reader

MOST = 15  # items of evidence shown for one answer; the rest are in findings.json
MOST_LEFT_OUT = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """One unit's answer: its finding, its finding on change, its figure."""

    finding: Finding
    pattern: Finding | None
    drawing: Drawing | None

    @property
    def rivals(self) -> tuple[str, str]:
        """The two mechanisms with the highest means; the same twice where only one competes."""
        order = self.finding.detail["order"]
        return order[0], order[1] if len(order) > 1 else order[0]

    @property
    def items(self) -> list[dict[str, Any]]:
        """The heaviest items, with the decibels between the two leading mechanisms."""
        one, two = self.rivals
        weighed = [
            item | {"weight": item["decibels"].get(one, 0.0) - (item["decibels"].get(two, 0.0) if two != one else 0.0)}
            for item in self.finding.detail["items"]
        ]
        return sorted(weighed, key=lambda item: (-abs(item["weight"]), item["year"], item["id"]))

    @property
    def left_out(self) -> list[dict[str, Any]]:
        """What moves the leading mechanism most when it is left out."""
        best = self.rivals[0]
        mean = self.finding.value["probabilities"][best]["value"]
        moved = [one | {"moved": one["values"].get(best, mean) - mean} for one in self.finding.detail["left_out"]]
        return sorted(moved, key=lambda one: (-abs(one["moved"]), one["what"], one["name"]))[:MOST_LEFT_OUT]

    @property
    def changes(self) -> list[dict[str, Any]]:
        """P(no change) and the most probable year of each mechanism, under each persistence."""
        rows = []
        for change in self.pattern.detail["changes"] if self.pattern else ():
            years: Mapping[Any, float] = change["years"]
            year = max(years, key=lambda y: (years[y], -int(y))) if years else None
            rows.append(change | {"year": year, "share": years[year] if year is not None else None})
        return rows


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the answers to it, the organization's first."""

    id: str
    label: str
    kind: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Plane:
    """One typing in one period: the figure and the placed units."""

    id: str
    label: str
    period: str
    placed: tuple[Finding, ...]
    drawing: Drawing | None


def questions(results: Results, drawings: Mapping[str, Drawing], reader: Reader) -> list[Question]:
    """Questions in the order of the findings."""
    patterns = {(f.name, f.unit): f for f in results.findings if f.kind == "pattern"}
    asked: dict[str, list[Answer]] = {}
    for finding in results.findings:
        if finding.kind in ("motive", "conduct") and "by_year" in finding.detail:
            drawing = drawings.get(f"beliefs-{finding.name}-{finding.unit.lower()}")
            answer = Answer(finding, patterns.get((finding.name, finding.unit)), drawing)
            asked.setdefault(finding.name, []).append(answer)
    return [
        Question(name, reader.say(answers[0].finding.detail["label"]), answers[0].finding.kind, tuple(answers))
        for name, answers in asked.items()
    ]


def planes(results: Results, drawings: Mapping[str, Drawing], reader: Reader) -> list[Plane]:
    """Typings and periods in the order of the findings."""
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in results.findings:
        if finding.kind == "type":
            found.setdefault((finding.name, finding.period), []).append(finding)
    return [
        Plane(name, reader.say(of[0].detail["label"]), period, tuple(of), drawings.get(f"plane-{name}-{period}"))
        for (name, period), of in found.items()
    ]


def points(results: Results) -> list[Finding]:
    """Single points that were asked, and pairs of mechanisms that were to be told apart."""
    return [f for f in results.findings if f.kind == "motive" and "point" in f.detail]


def balances(results: Results) -> list[Finding]:
    """System balances."""
    return [f for f in results.findings if f.kind == "stability"]


def beside(results: Results) -> list[tuple[Finding, Mapping[str, Any]]]:
    """What the publication concluded, each beside the finding on the same unit."""
    return [(f, one) for f in results.findings for one in f.detail.get("published", ())]


def next_to_look_for(answers: Sequence[Answer]) -> list[tuple[str, float, Finding]]:
    """Which implications would tell most, over all units: name, bits, the finding they bear on."""
    every = [(name, bits, a.finding) for a in answers for name, bits in a.finding.detail["look_for"][:5]]
    return sorted(every, key=lambda one: (-one[1], one[0], one[2].id))[:8]
