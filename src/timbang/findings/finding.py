"""A finding: one tested statement, in two languages, with its value and the rows it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from timbang.text import Text

SCHEMA = 1  # version of findings.json
ORIGIN = "origin:"  # how keys of origins begin among names: a source may have the same key
KINDS = ("measure", "claim", "motive", "conduct", "type", "stability", "pattern", "disagreement")
Kind = Literal["measure", "claim", "motive", "conduct", "type", "stability", "pattern", "disagreement"]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A row that a finding rests on: file of the case, id of the row, source key, locator."""

    file: str
    id: str
    source: str
    locator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One statement. `id` is kind/name/unit/period, stable over runs and languages.

    `value` is a mapping: {estimate, low, high, level, unit} of a number (level is null where the
    bounds are logical, not statistical), or {category}, or {probabilities}, or, for a claim,
    {readings}. `detail` holds the measure's key columns, for tables and charts.
    """

    id: str
    kind: Kind
    name: str  # the measure or claim it comes from
    unit: str  # state, organization or other slug it is about
    target: str = ""
    period: str = ""
    statement: Text
    value: Mapping[str, Any]
    verdict: str = ""
    evidence: tuple[Evidence, ...] = ()
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A measure's whole result as plain values, for charts and tables/*.csv."""

    measure: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """All that a run concludes; exporters draw this and nothing else."""

    case: str  # name
    head: Mapping[str, Any]  # title, organization, period, note, claims' groups: what the report's head shows
    findings: tuple[Finding, ...]
    tables: Mapping[str, Table]  # measure -> its result
    measures: tuple[Any, ...]  # registry.Measure, in the order of the report
    sources: Mapping[str, str]  # key -> citation
    names: Mapping[str, Text]  # code of a state, exercise, series, ... -> its name
    notices: tuple[str, ...] = ()  # what the checks remarked on
