"""What the weighing rests on beside the evidence: assumptions, judgements."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from timbang.inference.theory import JUDGEMENT, Vocabulary


def assumptions(vocabulary: Vocabulary) -> dict[str, Any]:
    """The assumptions as plain values."""
    return asdict(vocabulary.assumptions)


def judgements(vocabulary: Vocabulary, theories: Collection[str]) -> tuple[str, ...]:
    """The theories used, each with how many of its likelihoods rest on judgement: `name 3/5`."""
    counted = []
    for name in sorted(theories):
        expects = vocabulary.theories[name].expects.values()
        judged = sum(likelihood.citation == JUDGEMENT for likelihood in expects)
        counted.append(f"{name} {judged}/{len(expects)}")
    return tuple(counted)
