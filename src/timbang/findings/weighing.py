"""The answers of the weighing as findings: motive, conduct, pattern, type, stability, in two languages."""

from __future__ import annotations

from collections.abc import Iterator

from timbang.findings.answered import answered
from timbang.findings.changed import changed
from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import slug
from timbang.findings.names import Names
from timbang.findings.typed import balanced, typed
from timbang.findings.weighed import Told, Weighing
from timbang.findings.weighing_words import plain_item, span


def findings(weighing: Weighing, names: Names, trail: Trail) -> Iterator[Finding]:
    """One finding for each answer, and one on its change; for each placed unit, balance and point told."""
    for answer in weighing.answers:
        yield answered(answer, names, trail)
        if answer.changes:
            yield changed(answer, names, trail)
    yield from (typed(placed, names, trail) for placed in weighing.placed)
    yield from (balanced(balance, trail) for balance in weighing.balances)
    yield from (_told(told, trail) for told in weighing.told)


def _told(t: Told, trail: Trail) -> Finding:
    years = span(t.first, t.last)
    return Finding(
        id=f"{t.about}/{t.kind}-{t.id}/{slug(t.unit)}/{years}",
        kind=t.about,  # type: ignore[arg-type]
        name=f"{t.kind}-{t.id}",
        unit=t.unit,
        period=years,
        statement=t.said,
        value=t.value,
        verdict=t.verdict,
        evidence=trail.rows(item.reference for item in t.items),
        detail={"label": t.label.plain(), "point": t.kind, "items": [plain_item(item) for item in t.items], **t.detail},
    )
