"""A measure's result as findings: one statement per row, in two languages, with its bounds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding, Table
from timbang.findings.names import Names
from timbang.model import Setting
from timbang.registry import Measure
from timbang.text import Text

BOUNDS = Text(" (at least {low}, at most {high})", " (paling sedikit {low}, paling banyak {high})")


def plain(value: Any) -> Any:
    """A value as JSON can hold it; floats to ten significant digits, so that equal input gives equal bytes."""
    if isinstance(value, float):
        rounded = float(f"{value:.10g}")
        return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded
    if isinstance(value, date):
        return value.isoformat()
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def ordered(rows: Sequence[Mapping[str, Any]], measure: Measure) -> list[dict[str, Any]]:
    """Rows of a result as plain values with both bounds, in the order of their keys."""
    full = [_bounded({key: plain(value) for key, value in row.items()}) for row in rows]
    return sorted(full, key=lambda row: [(row[k] is None, str(type(row[k])), row[k]) for k in measure.by])


def _bounded(row: dict[str, Any]) -> dict[str, Any]:
    row["evidence"] = sorted(set(row.get("evidence") or ()))
    return row | {"low": row.get("low", row["value"]), "high": row.get("high", row["value"])}


def slug(*parts: object) -> str:
    """Parts of an id: lower case, ASCII, hyphens."""
    text = unicodedata.normalize("NFKD", "-".join(str(p) for p in parts if p is not None))
    return re.sub(r"[^a-z0-9]+", "-", text.encode("ascii", "ignore").decode().lower()).strip("-")


def table(measure: Measure, rows: Sequence[Mapping[str, Any]]) -> Table:
    """The whole result, for charts and tables/*.csv."""
    columns = (*measure.by, *measure.extra, "value", "low", "high", "evidence")
    return Table(measure=measure.name, columns=columns, rows=tuple(tuple(r.get(c) for c in columns) for r in rows))


def findings(
    measure: Measure, rows: Sequence[Mapping[str, Any]], setting: Setting, names: Names, trail: Trail
) -> Iterator[Finding]:
    """One finding per row of a measure's result (rows as `ordered` gives them)."""
    taken: dict[str, int] = {}
    for row in rows:
        keys = [row[k] for k in measure.by if k != "year"]
        unit = slug(*keys) or slug(setting.organization)
        whole = f"{setting.first_year}-{setting.last_year}"
        period = str(row["year"]) if "year" in measure.by and row["year"] is not None else whole
        id = f"measure/{measure.name}/{unit}/{period}"
        taken[id] = taken.get(id, 0) + 1
        yield Finding(
            id=id if taken[id] == 1 else f"{id}/{taken[id]}",
            kind="measure",
            name=measure.name,
            unit=unit,
            period=period,
            statement=statement(measure, row, names),
            value={
                "estimate": row["value"], "low": row["low"], "high": row["high"], "level": None,
                "unit": measure.unit.plain(),
            },
            evidence=trail.rows(row["evidence"]),
            detail={k: row[k] for k in (*measure.by, *measure.extra) if k in row},
        )  # fmt: skip


def statement(measure: Measure, row: Mapping[str, Any], names: Names) -> Text:
    """The row in words, its bounds added where they differ."""
    fields = names.fields({k: v for k, v in row.items() if k != "evidence"}, measure.words)
    template = measure.unknown if row["value"] is None else measure.statement
    said = template.format(**fields)
    if row["low"] == row["high"] or None in (row["low"], row["high"]) or "{low" in template.en:
        return said
    percent = "percent}" in template.en
    low, high = (fields[f"{end}_percent" if percent else end] for end in ("low", "high"))
    bounds = BOUNDS.format(low=low, high=high)
    return Text(*(_before_stop(said[lang], bounds[lang]) for lang in ("en", "id")))


def _before_stop(sentence: str, words: str) -> str:
    return f"{sentence[:-1]}{words}." if sentence.endswith(".") else sentence + words
