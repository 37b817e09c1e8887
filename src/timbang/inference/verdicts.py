"""Verdicts on claims: what the rules of a reading say of the rows, and of all readings together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from timbang.inference.rules import parse
from timbang.inference.truth import Row
from timbang.model import Criterion

Verdict = Literal["holds", "partly", "fails", "unknown"]


def judge(rows: Sequence[Row], holds: str, partly: str = "") -> Verdict:
    """The verdict of one reading: `holds` decides first, `partly` only where it fails."""
    truth = parse(holds)(rows)
    if truth is None:
        return "unknown"
    if truth:
        return "holds"
    in_part = parse(partly)(rows) if partly else False
    return "unknown" if in_part is None else "partly" if in_part else "fails"


def together(verdicts: Sequence[Verdict]) -> Verdict:
    """One verdict over the readings: what all agree on; a mixture holds partly.

    A reading that cannot be told leaves the whole untold, unless others already differ.
    """
    told = {verdict for verdict in verdicts if verdict != "unknown"}
    if len(told) > 1:
        return "partly"
    if "unknown" in verdicts or not told:
        return "unknown"
    return told.pop()


def meets(criteria: Sequence[Criterion]) -> Verdict:
    """Whether a classification meets its author's own definition: all, some, or none of its criteria.

    A criterion that the author gives no reason for (`unargued`) is not met; if none is argued,
    nothing can be told.
    """
    met = [criterion.met for criterion in criteria]
    if not met or set(met) == {"unargued"}:
        return "unknown"
    if set(met) == {"yes"}:
        return "holds"
    return "partly" if "yes" in met or "partly" in met else "fails"
