"""The first screen: key figures, and how the verdicts stand."""

from __future__ import annotations

from collections.abc import Sequence

from timbang.findings.finding import Results
from timbang.report._page.claims import Group
from timbang.report._reader import Reader


def key_figures(results: Results, groups: Sequence[Group], reader: Reader) -> list[tuple[str, str]]:
    """Numbers and what they count, in the language; zeros are left out, save of exercises."""
    said = [finding for finding in results.findings if finding.kind == "measure"]
    exercises = {row.id for f in results.findings for row in f.evidence if row.file == "exercises.csv"}
    counts = {
        "exercises": len(exercises),
        "members": len(results.head.get("members", ())),
        "claims": sum(len(group.claims) for group in groups),
        "statements": len(said),
        "unknown": sum(f.value.get("estimate") is None for f in said),
        "disagreements": sum(f.kind == "disagreement" for f in results.findings),
        "sources": len(results.sources),
    }
    return [(reader.number(n), reader.word(f"key_{code}")) for code, n in counts.items() if n or code == "exercises"]


def changed(groups: Sequence[Group]) -> tuple[int, int]:
    """How many claims have both verdicts, and how many of them get another on all sources."""
    both = [(c.own, c.all) for group in groups for c in group.claims]
    differ = [own.verdict != every.verdict for own, every in both if own and every]
    return len(differ), sum(differ)
