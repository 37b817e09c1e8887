"""The weighing as a page shows it: questions with their units, types, balances, and points on single units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from timbang.findings.changed import MOVES
from timbang.findings.finding import Evidence, Finding, Results
from timbang.report._charts.svg import Drawing
from timbang.report._reader import Reader

MOST = 15  # items of evidence shown for one answer; the rest are in findings.json
MOST_LEFT_OUT = 12
CLASSES = ("doubly-decisive", "smoking-gun", "hoop", "straw-in-the-wind")


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

    def passage(self, item: Mapping[str, Any]) -> Evidence | None:
        """Where the item's row comes from: source and locator."""
        id = item["reference"].partition(":")[2]
        return next((row for row in self.finding.evidence if row.id == id), None)

    @property
    def left_out(self) -> list[dict[str, Any]]:
        """What moves the leading mechanism most when it is left out."""
        best = self.rivals[0]
        mean = self.finding.value["probabilities"][best]["value"]
        moved = [one | {"moved": one["values"].get(best, mean) - mean} for one in self.finding.detail["left_out"]]
        return sorted(moved, key=lambda one: (-abs(one["moved"]), one["what"], one["name"]))[:MOST_LEFT_OUT]

    @property
    def changes(self) -> list[dict[str, Any]]:
        """Each mechanism under each persistence; the year that the reports make most more probable, if by enough."""
        rows = []
        for change in self.pattern.detail["changes"] if self.pattern else ():
            after, before = change["years"], change["years_before"]
            possible = [year for year in after if before[year] > 0]
            year = max(possible, key=lambda y: (after[y] / before[y], -int(y)), default=None)
            year = year if year is not None and after[year] >= MOVES * before[year] else None
            rows.append(change | {"year": year, "share": after.get(year), "share_before": before.get(year)})
        return rows

    def tests(self, reader: Reader) -> list[tuple[str, list[str]]]:
        """Classes of test, the strongest first, each with its implications and for which mechanism they tell."""
        detail = self.finding.detail
        said: dict[str, list[str]] = {kind: [] for kind in CLASSES}
        for test in detail["tests"]:
            implication = reader.say(detail["implications"][test["implication"]])
            mechanism = reader.say(detail["mechanisms"][test["for"]])
            weak = test["class"] == CLASSES[-1]
            told = implication if weak else reader.word("test_for", implication=implication, mechanism=mechanism)
            said[test["class"]].append(told)
        return [(kind, of) for kind, of in said.items() if of]

    def clustered(self, cluster: str, reader: Reader) -> str:
        """A cluster, called by the implications of it that are reported."""
        detail = self.finding.detail
        names = detail["clusters"].get(cluster, ())
        return "; ".join(reader.say(detail["implications"][name]) for name in names) or cluster


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the answers to it, the organization's first."""

    id: str
    label: str
    kind: str
    answers: tuple[Answer, ...]

    @property
    def pair_tests(self) -> list[dict[str, Any]]:
        """Every pair with the classes of test that tell them apart, the strongest class first; same for all units."""
        pairs = self.answers[0].finding.detail["pair_tests"]
        return [one | {"classes": {kind: one["classes"][kind] for kind in CLASSES if kind in one["classes"]}}
                for one in sorted(pairs, key=lambda one: (one["for"], one["against"]))]  # fmt: skip


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
    return [f for f in results.findings if f.kind in ("motive", "conduct") and "point" in f.detail]


def balances(results: Results) -> list[Finding]:
    """System balances."""
    return [f for f in results.findings if f.kind == "stability"]


def beside(results: Results) -> list[tuple[Finding, Mapping[str, Any]]]:
    """What the publication concluded, each beside the finding on the same unit."""
    return [(f, one) for f in results.findings for one in f.detail.get("published", ())]
