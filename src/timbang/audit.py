"""The audit: each reading of each claim measured on a set of rows, and judged by its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from timbang import registry
from timbang.casefile.views import setting, views
from timbang.errors import stop
from timbang.findings.audited import Judged, as_finding
from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import ordered, plain
from timbang.inference.rules import aggregates
from timbang.inference.truth import Row, aggregate
from timbang.inference.verdicts import judge
from timbang.model import Case, Claim, Reading, Setting
from timbang.store.narrow import narrow
from timbang.store.sandbox import queries
from timbang.store.views import Engine

NO_KEYS = ("value", "low", "high", "evidence", "unit")  # of what a query returns
FIGURE = ("keys", "value", "low", "high", "unit")


class Rowset:
    """One set of rows that claims are put to: the audited source's own, or all sources'."""

    def __init__(self, case: Case, name: str):
        claims = case.claims
        only = {claims.audited} if name == "own" else set()
        self.name, self.trail = name, Trail(case, only)
        self._views, self._setting = views(case, only), setting(case)
        self._framework = {"framework": (claims.framework,)} if claims.framework and name == "all" else {}
        self._years = claims.years or (self._setting.first_year, self._setting.last_year)
        self._engine = case.head.engine
        self._engines: dict[str, tuple[Engine, Setting]] = {}
        self._measured: dict[str, list[dict[str, Any]]] = {}  # readings often name the same measure
        self._queried = self._answers(claims.items)

    def judged(self, claim: Claim, reading: Reading) -> Judged:
        """One reading, measured on these rows and judged; a rule that does not fit stops with its place."""
        rows = self._queried[_place(claim, reading)] if reading.query else self._measure(reading)
        rows = [row for row in rows if _wanted(row, reading.where)]
        keyed = [Row(tuple(row["keys"].values()), row["low"], row["high"]) for row in rows]
        try:
            verdict = judge(keyed, reading.holds, reading.partly)
        except ValueError as problem:
            raise stop(f"claim {claim.id}: {problem}", file="claims.yml", line=reading.line) from None
        references = [reference for row in rows for reference in row["evidence"]]
        figures = [{key: row[key] for key in FIGURE if key in row} for row in rows]
        return Judged(
            reading=reading, verdict=verdict, figures=figures, totals=_totals(reading, rows), evidence=references
        )

    def _answers(self, claims: Sequence[Claim]) -> dict[str, list[dict[str, Any]]]:
        """Every query of the claims, answered; those over the same exercises go to one child together."""
        asked: dict[str, dict[str, str]] = {}
        for claim in claims:
            for reading in claim.readings:
                if reading.query:
                    asked.setdefault(self._narrowed(reading), {})[_place(claim, reading)] = reading.query
        answers = (queries(sql, self._engines[key][0].arrow) for key, sql in asked.items())
        return {place: [_queried(row) for row in rows] for answer in answers for place, rows in answer.items()}

    def _measure(self, reading: Reading) -> list[dict[str, Any]]:
        key = self._narrowed(reading)
        of = f"{key} {reading.measure} {sorted(reading.parameters.items())}"
        if of not in self._measured:
            engine, around = self._engines[key]
            measure = registry.pick(registry.measures(), reading.measure, "measure")
            rows = engine.measure(measure, around, **reading.parameters).to_pylist()
            keys = measure.by if not rows or "set" not in rows[0] else (*measure.by, "set")
            self._measured[of] = [r | {"keys": {k: _code(r.get(k)) for k in keys}} for r in ordered(rows, measure)]
        return self._measured[of]

    def _narrowed(self, reading: Reading) -> str:
        """The key of the engine for the exercises that a reading speaks of; readings alike share one."""
        among: Mapping[str, Sequence[str]] = {**self._framework, **reading.among}
        first, last = self._years
        if "years" in among:
            first, last = int(among["years"][0]), int(among["years"][-1])
        key = repr((sorted(among.items()), first, last))
        if key not in self._engines:
            around = replace(self._setting, first_year=first, last_year=last)
            self._engines[key] = (Engine(narrow(self._views, among, (first, last)), self._engine), around)
        return key


def _totals(reading: Reading, rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The sum, mean or the like that a rule takes of several rows: value and bounds, null where one is not known."""
    if len(rows) < 2:
        return {}
    totals: dict[str, dict[str, Any]] = {}
    for name in dict.fromkeys(word for rule in (reading.holds, reading.partly) for word in aggregates(rule)):
        value = aggregate(name, [Row((), row["value"], row["value"]) for row in rows])
        ends = aggregate(name, [Row((), row["low"], row["high"]) for row in rows])
        said = (value and value.low, ends and ends.low, ends and ends.high)
        totals[name] = dict(zip(("value", "low", "high"), (plain(x) for x in said), strict=True))
    return totals


def _place(claim: Claim, reading: Reading) -> str:
    return f"{claim.id}: {reading.id}"


def _queried(row: Mapping[str, Any]) -> dict[str, Any]:
    value = plain(row["value"])
    keys = {k: _code(v) for k, v in row.items() if k not in NO_KEYS}
    low, high = (plain(row.get(end, value)) for end in ("low", "high"))
    unit = {"unit": row["unit"]} if row.get("unit") else {}
    return {"keys": keys, "value": value, "low": low, "high": high, **unit, "evidence": row.get("evidence") or []}


def _code(value: object) -> str:
    return "" if value is None else str(value)


def _wanted(row: Mapping[str, Any], where: Mapping[str, Sequence[str]]) -> bool:
    """Whether a row has, in each column named, one of the values, or one from the first to the last (`..`)."""
    for column, values in where.items():
        found = row["keys"].get(column, _code(row.get(column)))
        if len(values) == 3 and values[1] == "..":
            if not values[0] <= found <= values[2]:
                return False
        elif found not in values:
            return False
    return True


def audit(case: Case) -> Iterator[Finding]:
    """Every claim of the case: judged on the audited source's own rows, then on all sources."""
    if not case.claims.items:
        return
    for rowset in (Rowset(case, "own"), Rowset(case, "all")):
        for claim in case.claims.items:
            if claim.kind == "inference" and rowset.name == "all":
                continue  # a definition is the source's own: other sources' rows do not change what it argued
            judged = [rowset.judged(claim, reading) for reading in claim.readings]
            years = case.claims.years or (case.head.first_year, case.head.last_year)
            yield as_finding(claim, rowset.name, judged, f"{years[0]}-{years[1]}", rowset.trail)
