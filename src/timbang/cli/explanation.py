"""A finding explained: what was concluded, by which rule, from which rows of which files and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from timbang.errors import misuse
from timbang.findings.evidence import CODINGS, IDS
from timbang.findings.finding import Evidence, Finding, Results
from timbang.model import Case, Document
from timbang.report import _rules
from timbang.report._reader import Reader
from timbang.report._words import words
from timbang.text import Lang, word

Told = dict[str, Any]


def pick(results: Results, id: str) -> Finding:
    """The finding of that id; UsageError with the nearest ids if there is none."""
    known = {finding.id: finding for finding in results.findings}
    if id not in known:
        near = [name for name in known if name.startswith(id)][:5] or get_close_matches(id[:200], known, n=3)
        raise misuse(f"there is no finding {id[:200]!r}", expected=", ".join(near),
                     todo=f"See all with: timbang list findings {results.case}")  # fmt: skip
    return known[id]


def explained(finding: Finding, results: Results, case: Case, lang: Lang) -> Told:
    """The finding, how it was reached, and every row behind it as it stands in the file.

    Keys `readings` and `criteria` (of claims), `items` and `tests` (of the weighing) and `rows` hold lists, all others
    text.
    """
    reader = Reader(results, lang)
    told: Told = {"finding": finding.id, "statement": finding.statement[lang]}
    told["verdict"] = _verdict(finding, reader)
    told |= _reached(finding, results, case, reader)
    told["readings"] = [_reading(one, results, reader) for one in finding.value.get("readings", ())]
    told["items"] = [_item(one, finding, reader) for one in finding.detail.get("items", ())]
    told["tests"] = [_tests(one, finding, reader) for one in finding.detail.get("pair_tests", ())]
    told["criteria"] = [_criterion(one, reader) for one in finding.value.get("criteria", ())]
    told["rows"] = [row for evidence in finding.evidence for row in _rows(evidence, case, reader)]
    return told


def _verdict(finding: Finding, reader: Reader) -> str:
    """In the reader's words; of the weighing, the mechanism or type that leads, headed by what it means."""
    names = finding.detail.get("mechanisms") or finding.detail.get("labels") or {}
    if finding.verdict in names:
        return reader.say(names[finding.verdict])
    return word("verdict", finding.verdict)[reader.lang] if finding.verdict else ""


def _reached(finding: Finding, results: Results, case: Case, reader: Reader) -> Told:
    if finding.kind == "claim":
        return _claimed(finding, case, reader)
    return _measured(finding, results, reader) if finding.kind == "measure" else _weighed(finding, reader)


def _weighed(finding: Finding, reader: Reader) -> Told:
    """From the prior to the posterior: each mechanism's belief, what speaks against telling it, and the warnings."""
    said, names = finding.detail, finding.detail.get("mechanisms") or finding.detail.get("labels") or {}
    shares = {name: value for name, value in finding.value.get("probabilities", {}).items() if isinstance(value, dict)}
    before = said.get("prior_types", {})
    beliefs = [f"{reader.say(names.get(name, name))}: {reader.share(one['value'])}"
               + (f" ({reader.word('prior').lower()} {reader.share(before[name])})" if name in before else "")
               for name, one in shares.items()]  # fmt: skip
    return {
        "prior": reader.share(said["prior"]) if "prior" in said else "", "beliefs": "; ".join(beliefs),
        "origins": ", ".join(reader.origin(origin) for origin in said.get("origins", ())),
        "note": " ".join(reader.say(text) for text in said.get("warnings", ())),
    }  # fmt: skip


def _item(item: Any, finding: Finding, reader: Reader) -> Told:
    """One item: what was seen, of what, by whose report, and how many decibels it weighs for each mechanism."""
    names = finding.detail.get("mechanisms", {})
    weights = [f"{reader.say(names[name])} {reader.number(round(db, 1))} dB" for name, db in item["decibels"].items()
               if name in names and abs(db) >= 0.05]  # fmt: skip
    labels = finding.detail.get("implications", {})
    years = str(item["year"]) if item["until"] == item["year"] else f"{item['year']}-{item['until']}"
    return {
        "item": item["id"], "year": years, "words": reader.say(item["words"]),
        "bears on": f"{reader.say(labels.get(item['implication'], item['implication']))} "
                    f"({reader.among('seen', item['said'])})",
        "origin": f"{reader.origin(item['origin'])}; {reader.among('interest', item['interest'])}",
        "weight": "; ".join(weights),
    }  # fmt: skip


def _tests(one: Any, finding: Finding, reader: Reader) -> Told:
    """By which observations, and of which class, one mechanism is told from another."""
    mechanisms, implications = finding.detail["mechanisms"], finding.detail["implications"]
    kinds = [f"{reader.among('test_short', kind)}: " + ", ".join(reader.say(implications[name]) for name in of)
             for kind, of in one["classes"].items()]  # fmt: skip
    return {"test for": reader.say(mechanisms[one["for"]]), "against": reader.say(mechanisms[one["against"]]),
            "observations": "; ".join(kinds)}  # fmt: skip


def _measured(finding: Finding, results: Results, reader: Reader) -> Told:
    measure = next((one for one in results.measures if one.name == finding.name), None)
    if measure is None:
        return {}
    value = _bounded(finding.value, "estimate", reader)
    return {"value": f"{value} {measure.unit[reader.lang]}", "definition": measure.definition[reader.lang],
            "method": reader.cited(measure.citation)}  # fmt: skip


def _claimed(finding: Finding, case: Case, reader: Reader) -> Told:
    said, lang = finding.detail, reader.lang
    return {"claimed in": _cited(said["source"], said["locator"], case, reader), "coder": said["coder"],
            "note": said["note"][lang] if said["note"] else ""}  # fmt: skip


def _bounded(value: Any, key: str, reader: Reader) -> str:
    """`5`, or `5 (4 – 6)` where the bounds differ."""
    low, high = value["low"], value["high"]
    shown = reader.number(value[key])
    return shown if low == high else f"{shown} ({reader.number(low)} – {reader.number(high)})"


def _reading(reading: Any, results: Results, reader: Reader) -> Told:
    labels = {measure.name: measure.label[reader.lang] for measure in results.measures}
    figures = [_rules.figure(figure, reader) for figure in reading["figures"]]
    figures += [_rules.total(name, of, reader) for name, of in reading["totals"].items()]
    return {
        "reading": reading["label"][reader.lang],
        "verdict": word("verdict", reading["verdict"])[reader.lang],
        "measured by": labels.get(reading["measure"]) or reading["query"],
        "holds if": _rules.rule(reading["holds"], reader),
        "partly if": _rules.rule(reading["partly"], reader),
        "figures": figures,
    }


def _criterion(one: Any, reader: Reader) -> Told:
    met = words()["met"][one["met"]][reader.lang]
    places = (reader.locator(one[key]) for key in ("locator", "reason_locator"))
    text, reason = (f"{one[key][reader.lang]} ({place})" for key, place in zip(("text", "reason"), places, strict=True))
    return {"criterion": text, "met": met, "reason": reason}


def _cited(key: str, locator: str, case: Case, reader: Reader) -> str:
    """The source in full, and where in it."""
    cited = case.references[key].cited if key in case.references else key
    return f"{cited} {reader.locator(locator)}"


def _rows(evidence: Evidence, case: Case, reader: Reader) -> Iterator[Told]:
    """The row that the evidence names: where it stands, its cells that are not empty, and its source."""
    if evidence.file == CODINGS:
        yield from _passage(evidence, case, reader)
        return
    name: Callable[[Any], str] = IDS[evidence.file.removesuffix(".csv")]
    cited = _cited(evidence.source, evidence.locator, case, reader)
    for row in case.rows.get(evidence.file, ()):
        source: Any = row
        if (name(row), source.source, source.locator) == (evidence.id, evidence.source, evidence.locator):
            cells = _as_given(case.folder, evidence.file).get(row.line, {})
            yield {"file": evidence.file, "line": row.line, "cells": cells, "source": evidence.source,
                   "locator": evidence.locator, "cited": cited}  # fmt: skip


def _passage(evidence: Evidence, case: Case, reader: Reader) -> Iterator[Told]:
    """The passage that a coded reading goes back to: its document, place, words, and who coded it."""
    documents = {row.line: row for row in case.of(Document)}
    for one in case.coded.readings:
        if evidence.id == f"coding-{one.id}":
            row = documents[one.line]
            cells = {"document": row.title, "date": row.date, "says": one.speaker or row.says, "words": one.words,
                     "implication": one.implication, "seen": one.seen, "coder": one.coder}  # fmt: skip
            cited = _cited(evidence.source, evidence.locator, case, reader)
            yield {"file": evidence.file, "line": one.id, "cells": cells, "source": evidence.source,
                   "locator": evidence.locator, "cited": cited}  # fmt: skip


@cache
def _as_given(folder: Path, file: str) -> dict[int, dict[str, str]]:
    """Line -> header -> cell, as they stand in the file; empty cells are left out."""
    from timbang.reading.csvfile import split
    from timbang.reading.files import LARGEST_TABLE, read_text
    from timbang.tables import contracts

    text, _ = read_text(folder, file, LARGEST_TABLE)
    sheet = split(text or "", contracts()[file].headers)
    headers = sheet.header.cells if sheet.header else []
    return {line.number: {h: c for h, c in zip(headers, line.cells, strict=False) if c} for line in sheet.rows}
