"""The audit as a page shows it: claims in their groups, each with its two verdicts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.finding import Evidence, Finding, Results
from timbang.report._reader import Reader

VERDICTS = ("holds", "partly", "fails", "unknown")
ROWSETS = ("own", "all")


@dataclass(frozen=True, slots=True)
class Judged:
    """A reading of a claim, with what each set of rows says of it."""

    label: str
    measure: str  # its label, or empty for a query
    rule: str
    partly: str
    own: dict[str, Any] | None
    all: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with its findings: on the source's own rows, and on all sources."""

    id: str
    own: Finding | None
    all: Finding | None
    readings: tuple[Judged, ...]

    @property
    def any(self) -> Finding:
        """Whichever finding there is; what is claimed is the same in both."""
        found = self.own or self.all
        assert found is not None  # a claim is made from at least one finding
        return found

    @property
    def criteria(self) -> list[dict[str, Any]]:
        """The conditions of the definition that an inference is put to."""
        return list(self.any.value.get("criteria", ()))

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The rows of both sets, each once."""
        rows = {row for finding in (self.own, self.all) if finding for row in finding.evidence}
        return tuple(sorted(rows))


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and the claims beneath it."""

    id: str
    title: str
    claims: tuple[Claim, ...]

    @property
    def size(self) -> int:
        """How many claims it holds."""
        return len(self.claims)


def groups(results: Results, reader: Reader) -> list[Group]:
    """Claims by group, both in the order of the findings."""
    paired: dict[str, dict[str, Finding]] = {}
    for finding in results.findings:
        if finding.kind == "claim":
            paired.setdefault(finding.name, {})[str(finding.detail["rowset"])] = finding
    claims = [Claim(name, f.get("own"), f.get("all"), _readings(f, results, reader)) for name, f in paired.items()]
    titles = results.head.get("groups") or {}
    order = [*titles, *(c.any.detail["group"] for c in claims)]
    return [
        Group(g, reader.say(titles[g]) if g in titles else g, tuple(c for c in claims if c.any.detail["group"] == g))
        for g in dict.fromkeys(order)
        if any(c.any.detail["group"] == g for c in claims)
    ]


def _readings(found: dict[str, Finding], results: Results, reader: Reader) -> tuple[Judged, ...]:
    labels = {measure.name: measure.label for measure in results.measures}
    by_id: dict[str, dict[str, dict[str, Any]]] = {}
    for rowset, finding in found.items():
        for reading in finding.value.get("readings", ()):
            by_id.setdefault(reading["id"], {})[rowset] = reading
    judged = []
    for sides in by_id.values():
        one = next(iter(sides.values()))
        measure = labels.get(one.get("measure", ""))
        said = (reader.say(one["label"]), reader.say(measure) if measure else "")
        judged.append(Judged(*said, one.get("holds", ""), one.get("partly", ""), sides.get("own"), sides.get("all")))
    return tuple(judged)


def tally(shown: Sequence[Group]) -> dict[str, dict[str, int]]:
    """Row set -> verdict -> number of claims."""
    count = {rowset: dict.fromkeys(VERDICTS, 0) for rowset in ROWSETS}
    for group in shown:
        for claim in group.claims:
            for rowset in ROWSETS:
                finding = getattr(claim, rowset)
                if finding:
                    count[rowset][finding.verdict] = count[rowset].get(finding.verdict, 0) + 1
    return count
