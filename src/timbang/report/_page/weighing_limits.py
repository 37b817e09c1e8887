"""What the weighing rests on, as a page says it: scope conditions, assumptions, judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timbang.findings.finding import Results
from timbang.report._page.weighing import Question
from timbang.report._reader import Reader


def scope(results: Results, reader: Reader) -> dict[str, list[dict[str, str]]]:
    """Scope conditions, each once with the theories that share it: those that were checked, and those only stated."""
    held: dict[tuple[str, str], list[str]] = {}
    stated: set[tuple[str, str]] = set()
    for one in results.head.get("conditions", ()):
        key = reader.say(one["text"]), reader.say(one["holds"])
        held.setdefault(key, []).append(reader.say(one["theory"]))
        stated |= set() if one["checked"] else {key}
    rows = {key: {"text": key[0], "holds": key[1], "theories": "; ".join(of)} for key, of in held.items()}
    return {"checked": [row for key, row in rows.items() if key not in stated],
            "stated": [row for key, row in rows.items() if key in stated]}  # fmt: skip


def assumed(results: Results, reader: Reader) -> str:
    """The assumptions in one sentence, or nothing where nothing was weighed."""
    of: Mapping[str, Any] = results.head.get("assumptions") or {}
    shares = {key: reader.share(of[key]) for key in ("prior", "persistence", "slanted") if key in of}
    return reader.word("assumed", **{**of, **shares}) if of else ""


def judged(results: Results, asked: Sequence[Question], reader: Reader) -> str:
    """How many of each mechanism's likelihoods rest on judgement."""
    labels = {n: label for q in asked for a in q.answers for n, label in a.finding.detail["mechanisms"].items()}
    said = []
    for name, counted in (one.split(" ") for one in results.head.get("judgements", ())):
        n, every = counted.split("/")
        said.append(reader.word("judged_one", mechanism=reader.say(labels.get(name, name)), n=n, all=every))
    return reader.word("judged", list="; ".join(said)) if said else ""
