"""What the weighing rests on, as a page says it: scope conditions, assumptions, judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from timbang.findings.finding import Results
from timbang.report._page.weighing import Question
from timbang.report._reader import Reader


def scope(results: Results, reader: Reader) -> dict[str, list[dict[str, Any]]]:
    """Scope conditions, each once with the theories that share it: those that were checked, and those only stated."""
    held: dict[tuple[str, str], dict[str, Any]] = {}
    for one in results.head.get("conditions", ()):
        key = reader.say(one["text"]), reader.say(one["holds"])
        row = held.setdefault(key, {"text": key[0], "holds": key[1], "of": [], "checked": one["checked"]})
        row["of"].append(reader.say(one["theory"]))
        row["theories"] = "; ".join(row["of"])
        if one["checked"]:
            row |= _checked(one, results, reader)
    return {kind: [row for row in held.values() if row["checked"] == told]
            for kind, told in (("checked", True), ("stated", False))}  # fmt: skip


def _checked(one: Mapping[str, Any], results: Results, reader: Reader) -> dict[str, Any]:
    """What was checked, on which measure and sources, and for how many it holds."""
    labels = {measure.name: measure.label[reader.lang] for measure in results.measures}
    counted = {verdict: len(of) for verdict, of in one["verdicts"].items()}
    return {
        "tells": reader.say(one["tells"]), "measure": one["measure"], "label": labels[one["measure"]],
        "counted": reader.word("conditions_counted", **counted) if counted else "",
        "sources": ", ".join(reader.source(key) for key in one["sources"]),
    }  # fmt: skip


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
