"""Claims, judged, as findings: two for each, on the source's own rows and on all sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.inference.verdicts import Verdict, meets, together
from timbang.model import Claim, Criterion, Reading
from timbang.text import Text, word

ROWSETS = {
    "own": Text("On the article's own rows", "Berdasarkan baris artikel itu sendiri"),
    "all": Text("On all sources", "Berdasarkan semua sumber"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One reading, put to the test on one set of rows."""

    reading: Reading
    verdict: Verdict
    figures: Sequence[Mapping[str, Any]]  # {keys, value, low, high}, and unit (`year`) where a query gives it
    totals: Mapping[str, Mapping[str, Any]]  # sum, mean, ... that the rule takes of the figures -> {value, low, high}
    evidence: Sequence[str]  # references


def as_finding(claim: Claim, rowset: str, judged: Sequence[Judged], period: str, trail: Trail) -> Finding:
    """The finding of a claim on one set of rows."""
    verdict = meets(claim.criteria) if claim.kind == "inference" else together([j.verdict for j in judged])
    references = [reference for j in judged for reference in j.evidence]
    return Finding(
        id=f"claim/{claim.id}/{rowset}",
        kind="claim",
        name=claim.id,
        unit=claim.group,
        period=period,
        statement=_statement(claim, rowset, verdict),
        value={"readings": [_reading(j) for j in judged], "criteria": [_criterion(c) for c in claim.criteria]},
        verdict=verdict,
        evidence=trail.rows(references),
        detail={
            "group": claim.group, "rowset": rowset, "claim": claim.text.plain(), "source": claim.source,
            "locator": claim.locator, "kind": claim.kind, "coder": claim.coder,
            "note": claim.note.plain() if claim.note else None,
        },
    )  # fmt: skip


def _statement(claim: Claim, rowset: str, verdict: str) -> Text:
    template = Text("{rows}, this {verdict}: “{claim}”", "{rows}, pernyataan ini {verdict}: “{claim}”")
    return template.format(rows=ROWSETS[rowset], verdict=word("verdict", verdict), claim=claim.text)


def _reading(j: Judged) -> dict[str, Any]:
    return {
        "id": j.reading.id, "label": j.reading.label.plain(), "verdict": j.verdict, "measure": j.reading.measure,
        "query": j.reading.query, "holds": j.reading.holds, "partly": j.reading.partly, "figures": list(j.figures),
        "totals": dict(j.totals),
    }  # fmt: skip


def _criterion(c: Criterion) -> dict[str, Any]:
    return {
        "text": c.text.plain(), "locator": c.locator, "met": c.met, "reason": c.reason.plain(),
        "reason_locator": c.reason_locator,
    }  # fmt: skip
