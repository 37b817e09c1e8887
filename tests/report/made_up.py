"""Synthetic results: what each measure's worked example expects, with made-up claims and disagreements."""

from __future__ import annotations

from typing import Any

from timbang import registry
from timbang.findings.finding import Evidence, Finding, Results, Table
from timbang.findings.measured import ordered, table
from timbang.text import Text

HOSTILE = "<script>alert('x')</script> & \"co\""
ROW = Evidence("exercises.csv", "a", "made_up", "Table 1, row 3")
NAMES = {"TST": Text("Test Organization", "Organisasi Uji"), "a": Text(HOSTILE, HOSTILE)}
UNIT = {"en": "unit", "id": "satuan"}
FIGURE = {"keys": {"year": 2002}, "value": 1234.5, "low": 1000, "high": 2000}


def _tables() -> tuple[dict[str, Table], dict[str, list[dict[str, Any]]]]:
    tables, rows = {}, {}
    for measure in registry.measures().values():
        given = [dict.fromkeys((*measure.by, "value")) | dict(row) for row in measure.example.expect]
        rows[measure.name] = ordered(given, measure)
        tables[measure.name] = table(measure, rows[measure.name])
    return tables, rows


def _said(measure: registry.Measure, number: int, row: dict[str, Any]) -> Finding:
    value = {"estimate": row["value"], "low": row["low"], "high": row["high"], "level": None, "unit": UNIT}
    rows = tuple(Evidence("exercises.csv", f"x{n}", "made_up", f"p. {n}") for n in range(number + 1))
    text = Text(f"{measure.label.en}, statement {number}", f"{measure.label.id}, pernyataan {number}")
    return Finding(
        id=f"measure/{measure.name}/{number}", kind="measure", name=measure.name, unit="tst", statement=text,
        value=value, evidence=rows,
    )  # fmt: skip


def claim(id: str, rowset: str, verdict: str, kind: str = "data") -> Finding:
    """A made-up claim on one set of rows."""
    reading = {
        "id": "r1", "label": {"en": "every row", "id": "setiap baris"}, "verdict": verdict, "figures": [FIGURE],
        "totals": {},
        "measure": "exercises_per_year", "query": "", "holds": "every <= 1", "partly": "most <= 1",
    }  # fmt: skip
    criterion = {
        "text": {"en": "It seeks gain", "id": "Mengejar keuntungan"}, "locator": "p. 3", "met": "partly",
        "reason": {"en": "Trade grew", "id": "Perdagangan tumbuh"}, "reason_locator": "p. 9",
    }  # fmt: skip
    return Finding(
        id=f"claim/{id}/{rowset}", kind="claim", name=id, unit="patterns", statement=Text("claim", "klaim"),
        value={"readings": [reading] if kind == "data" else [], "criteria": [] if kind == "data" else [criterion]},
        verdict=verdict, evidence=(ROW,),
        detail={
            "group": "patterns", "rowset": rowset, "claim": {"en": f"It is {HOSTILE}", "id": f"Ini {HOSTILE}"},
            "source": "made_up", "locator": "p. 72, pattern (1)", "kind": kind, "coder": "A. Coder",
            "note": {"en": "A note.", "id": "Catatan."},
        },
    )  # fmt: skip


def _dispute() -> Finding:
    values = [
        {"source": "made_up", "locator": "p. 1", "value": {"en": "4,000", "id": "4.000"}, "used": True},
        {"source": "other", "locator": "p. 2", "value": {"en": "6,000", "id": "6.000"}, "used": False},
    ]
    return Finding(
        id="disagreement/a/troops", kind="disagreement", name="troops", unit="a", statement=Text("differ", "berbeda"),
        value={"category": "troops"}, evidence=(ROW,),
        detail={"exercise": "a", "field": "troops", "label": {"en": "troops", "id": "pasukan"}, "values": values},
    )  # fmt: skip


def results(small: bool = False) -> Results:
    """Everything together; a small one has a single measure per kind of chart."""
    tables, rows = _tables()
    measures = tuple(registry.measures().values())
    if small:
        measures = tuple(
            {measure.chart: measure for measure in measures if measure.family == "regionalization"}.values()
        )
        tables = {measure.name: tables[measure.name] for measure in measures}
    findings = [_said(m, number, row) for m in measures for number, row in enumerate(rows[m.name])]
    for id, own, every in (("one", "holds", "partly"), ("two", "fails", "unknown"), ("three", "partly", "holds")):
        findings += [claim(id, "own", own), claim(id, "all", every)]
    findings += [
        claim("typing", "own", "partly", "inference"),
        claim("typing", "all", "partly", "inference"),
        _dispute(),
    ]
    head = {
        "title": {"en": "A made-up case", "id": "Kasus rekaan"}, "organization": "TST",
        "first_year": 2001, "last_year": 2003,
        "members": ["CHN", "RUS", "UZB"], "outside": ["USA"], "groups": {"patterns": {"en": "Patterns", "id": "Pola"}},
        "note": None, "audited": "Someone (2020)", "version": "0", "schema": 1,
    }  # fmt: skip
    return Results(
        case="made-up", head=head, findings=tuple(findings), tables=tables, measures=measures,
        sources={"made_up": f"Made, U. (2020). {HOSTILE}", "other": "Other, A. (2021). Other."},
        names=NAMES, notices=("exercises.csv:3: a remark",),
    )  # fmt: skip
