"""Scope conditions of the theories that compete: for which units and targets the data say that they are met.

What is found is told and moves no probability: a theory whose condition fails is weighed like the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from timbang import registry
from timbang.findings.evidence import Trail
from timbang.findings.names import Names
from timbang.inference.theory import Check, Condition, Theory
from timbang.inference.truth import Row
from timbang.inference.verdicts import judge
from timbang.model.questions import NON_STATE
from timbang.text import LANGS, Text
from timbang.weighing.answering import Put
from timbang.weighing.items import Rows

STATED = Text("stated; data here cannot tell", "dinyatakan; data di sini tidak dapat memutuskan")
LACKING = Text("Data could tell, but the case has none of these figures.",
               "Data dapat memutuskan, tetapi kasus ini tidak memiliki angkanya.")  # fmt: skip
SAID = {
    "holds": Text("Holds for {whom}.", "Terpenuhi bagi {whom}."),
    "fails": Text("Does not hold for {whom}.", "Tidak terpenuhi bagi {whom}."),
    "unknown": Text("Cannot be told for {whom}.", "Tidak dapat ditentukan bagi {whom}."),
}
EVERYONE = Text("all who were asked about", "semua yang ditanyakan")
TOWARDS = Text("{units} towards {targets}", "{units} terhadap {targets}")
Subject = tuple[str, str]  # unit, target; "" where it is the same for all


def conditions(puts: Iterable[Put], measured: Rows, names: Names, trail: Trail) -> tuple[Mapping[str, Any], ...]:
    """Each scope condition of the theories that compete, and for whom those that data can tell hold.

    `verdicts`: holds, fails, unknown -> [unit, target] pairs; `holds` says them in words; `sources` are the keys of
    what the figures come from.
    """
    asked: dict[str, dict[Subject, None]] = {}
    theories: dict[str, Theory] = {}
    for put in puts:
        for theory in put.theories:
            theories[theory.name] = theory
            asked.setdefault(theory.name, {}).update(dict.fromkeys(_asked(put)))
    return tuple(
        {"theory": theory.label.plain(), "name": condition.name, "text": condition.text.plain()}
        | _told(condition, asked[name], measured, names, trail)
        for name, theory in sorted(theories.items())
        for condition in theory.conditions
    )


def _asked(put: Put) -> Iterator[Subject]:
    """The unit with each target of the question that is a state or an organization; with "" where any target counts."""
    for target in put.question.targets or ("",):
        if target not in (NON_STATE, put.unit):
            yield put.unit, target


def _told(condition: Condition, asked: Iterable[Subject], measured: Rows, names: Names, trail: Trail) -> dict[str, Any]:
    check = condition.check
    if check is None or check.measure not in measured:
        return {"holds": STATED.plain(), "checked": False}
    rows = [row for row in measured[check.measure] if _counts(row, check)]
    told = {"tells": check.tells.plain(), "measure": check.measure, "checked": True}
    if all(row[check.column] is None for row in rows):
        return told | {"holds": LACKING.plain(), "verdicts": {}, "sources": []}
    verdicts: dict[str, list[Subject]] = {verdict: [] for verdict in SAID}
    used: list[str] = []
    for subject in _subjects(check, asked, rows):
        of = [row for row in rows if _about(row, check, subject)]
        verdicts[_verdict(of, check)].append(subject)
        used += (reference for row in of for reference in row["evidence"])
    return told | {
        "holds": _in_words(verdicts, names).plain(),
        "verdicts": {verdict: [list(subject) for subject in of] for verdict, of in verdicts.items()},
        "sources": sorted({row.source for row in trail.rows(used)}),
    }


def _counts(row: Mapping[str, Any], check: Check) -> bool:
    return all(str(row.get(column)) in values for column, values in check.where.items())


def _about(row: Mapping[str, Any], check: Check, subject: Subject) -> bool:
    columns = zip((check.unit, check.target), subject, strict=True)
    return all(not column or row[column] == code for column, code in columns)


def _subjects(check: Check, asked: Iterable[Subject], rows: Iterable[Mapping[str, Any]]) -> list[Subject]:
    """Whom the check is about; where any target counts, those that the measure has a row of."""
    found: dict[Subject, None] = {}
    for unit, target in asked:
        if not check.target or target:
            targets = [target]
        else:
            of = [row for row in rows if _about({**row, check.target: ""}, check, (unit, ""))]
            targets = sorted({str(row[check.target]) for row in of}) or [""]
        found |= {(unit if check.unit else "", one if check.target else ""): None for one in targets}
    return list(found)


def _verdict(rows: list[Mapping[str, Any]], check: Check) -> str:
    keys = [key for key in registry.measures()[check.measure].by if key not in (check.unit, check.target, *check.where)]
    bounds = ("low", "high") if check.column == "value" else (check.column,) * 2
    known = [Row(tuple(str(row[key]) for key in keys), *(row[name] for name in bounds)) for row in rows]
    for verdict, rule in (("holds", check.affirmed), ("fails", check.denied)):
        if known and rule and judge(known, rule) == "holds":
            return verdict
    return "unknown"


def _in_words(verdicts: Mapping[str, list[Subject]], names: Names) -> Text:
    """Who falls under each verdict: units with the same targets are named together."""
    told = [
        SAID[verdict].format(whom=EVERYONE if sum(map(bool, verdicts.values())) == 1 else _whom(of, names))
        for verdict, of in verdicts.items()
        if of
    ]
    return Text(*(" ".join(one[lang] for one in told) for lang in LANGS))


def _whom(of: Iterable[Subject], names: Names) -> Text:
    targets: dict[str, list[str]] = {}
    for unit, target in of:
        targets.setdefault(unit, []).append(target)
    units: dict[tuple[str, ...], list[str]] = {}
    for unit, towards in targets.items():
        units.setdefault(tuple(towards), []).append(unit)
    said = [_group(group, towards, names) for towards, group in units.items()]
    return Text(*("; ".join(one[lang] for one in said) for lang in LANGS))


def _group(units: list[str], targets: tuple[str, ...], names: Names) -> Text:
    named = [names.of("state", [code for code in codes if code]) for codes in (units, targets)]
    if all(one.en for one in named):
        return TOWARDS.format(units=named[0], targets=named[1])
    return named[0] if named[0].en else named[1]
