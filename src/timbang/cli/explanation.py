"""A finding explained: what was concluded, by which rule, from which rows of which files and sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from timbang.errors import misuse
from timbang.findings.evidence import IDS
from timbang.findings.finding import Evidence, Finding, Results
from timbang.model import Case
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
    """The finding, how it was reached, and every row behind it as it stands in the file."""
    told: Told = {
        "finding": finding.id,
        "statement": finding.statement[lang],
        "verdict": word("verdict", finding.verdict)[lang] if finding.verdict else "",
        "value": _value(finding.value, lang),
        "definition": "",
        "method": "",
    }
    for measure in results.measures:
        if finding.kind == "measure" and measure.name == finding.name:
            told |= {"definition": measure.definition[lang], "method": measure.citation}
    told["readings"] = [_reading(reading, lang) for reading in finding.value.get("readings", ())]
    told["rows"] = [row for evidence in finding.evidence for row in _rows(evidence, case)]
    return told


def _value(value: Any, lang: Lang) -> str:
    """`5, from 4 to 6 exercises`; nothing where the statement already says all."""
    if "estimate" not in value:
        return ""
    unit = (value.get("unit") or {}).get(lang, "")
    low, high = value["low"], value["high"]
    bounds = "" if low == high else f", from {low} to {high}"
    return f"{value['estimate']}{bounds} {unit}".strip()


def _reading(reading: Any, lang: Lang) -> Told:
    figures = [
        f"{', '.join(map(str, figure['keys'].values()))}: {figure['value']}".removeprefix(": ")
        for figure in reading["figures"]
    ]
    label, verdict = reading["label"][lang], word("verdict", reading["verdict"])[lang]
    return {"id": reading["id"], "label": label, "verdict": verdict, "measure": reading["measure"], "figures": figures}


def _rows(evidence: Evidence, case: Case) -> Iterator[Told]:
    """The row that the evidence names: where it stands, its cells that are not empty, and its source."""
    name: Callable[[Any], str] = IDS[evidence.file.removesuffix(".csv")]
    cited = case.references[evidence.source].cited if evidence.source in case.references else evidence.source
    for row in case.rows.get(evidence.file, ()):
        source: Any = row
        if (name(row), source.source, source.locator) == (evidence.id, evidence.source, evidence.locator):
            cells = _as_given(case.folder, evidence.file).get(row.line, {})
            yield {"file": evidence.file, "line": row.line, "cells": cells, "source": evidence.source,
                   "locator": evidence.locator, "cited": cited}  # fmt: skip


@cache
def _as_given(folder: Path, file: str) -> dict[int, dict[str, str]]:
    """Line -> header -> cell, as they stand in the file; empty cells are left out."""
    from timbang.casefile.csvfile import split
    from timbang.casefile.files import LARGEST_TABLE, read_text
    from timbang.tables import contracts

    text, _ = read_text(folder, file, LARGEST_TABLE)
    sheet = split(text or "", contracts()[file].headers)
    headers = sheet.header.cells if sheet.header else []
    return {line.number: {h: c for h, c in zip(headers, line.cells, strict=False) if c} for line in sheet.rows}
