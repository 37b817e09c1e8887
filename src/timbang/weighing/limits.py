"""What the weighing rests on beside the evidence: assumptions, scope conditions, judgements."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict
from typing import Any

from timbang.inference.theory import JUDGEMENT, Condition, Vocabulary
from timbang.inference.truth import Row
from timbang.inference.verdicts import judge
from timbang.text import Text
from timbang.weighing.items import Rows

STATED = Text("stated; data here cannot tell", "dinyatakan; data di sini tidak dapat memutuskan")
HOLDS = Text("checked on the data: it holds", "diperiksa pada data: terpenuhi")
FAILS = Text("checked on the data: it does not hold", "diperiksa pada data: tidak terpenuhi")
UNKNOWN = Text("checked on the data: cannot be told", "diperiksa pada data: tidak dapat ditentukan")
VERDICTS = {"holds": HOLDS, "fails": FAILS}


def conditions(vocabulary: Vocabulary, kinds: Collection[str], measured: Rows) -> tuple[Mapping[str, Any], ...]:
    """The scope conditions of theories of these kinds, and whether the data meet those that data can tell."""
    return tuple(
        {"theory": theory.label.plain(), "name": condition.name, "text": condition.text.plain(),
         "holds": _checked(condition, measured).plain(),
         "checked": condition.check is not None and condition.check.measure in measured}
        for theory in vocabulary.theories.values()
        if theory.question in kinds
        for condition in theory.conditions
    )  # fmt: skip


def _checked(condition: Condition, measured: Rows) -> Text:
    check = condition.check
    if check is None or check.measure not in measured:
        return STATED
    rows = [
        Row((), row["low"], row["high"])
        for row in measured[check.measure]
        if all(str(row.get(column)) in values for column, values in check.where.items())
    ]
    if not rows:
        return UNKNOWN
    if judge(rows, check.affirmed, "") == "holds":
        return HOLDS
    return FAILS if check.denied and judge(rows, check.denied, "") == "holds" else UNKNOWN


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
