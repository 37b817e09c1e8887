"""Whether and when a mechanism began or ceased, as a finding."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import slug
from timbang.findings.names import Names
from timbang.findings.weighed import NOT_TOLD, Answer
from timbang.findings.weighing_words import percent, span
from timbang.text import Text

CHANGED = Text(
    "{unit}, {years}. {label} {told}The reports speak most for a change of {mechanism}: that it neither began nor "
    "ceased in these years has probability {none} (before any report {before}); they speak most for a first change "
    "in {year} ({value}; before any report {year_before}). Persistence {persistence} a year.",
    "{unit}, {years}. {label} {told}Laporan paling mendukung adanya perubahan {mechanism}: peluang bahwa ia tidak "
    "mulai dan tidak berhenti dalam tahun itu {none} (sebelum ada laporan {before}); laporan paling mendukung "
    "perubahan pertama pada {year} ({value}; sebelum ada laporan {year_before}). Ketetapan per tahun {persistence}.",
)
STEADY = Text(
    "{unit}, {years}. {label} {told}The reports speak for no change of any mechanism, most of all of {mechanism}: that "
    "it neither began nor ceased in these years has probability {none} (before any report {before}). Persistence "
    "{persistence} a year.",
    "{unit}, {years}. {label} {told}Laporan tidak mendukung perubahan mekanisme mana pun, terutama {mechanism}: "
    "peluang bahwa ia tidak mulai dan tidak berhenti dalam tahun itu {none} (sebelum ada laporan {before}). Ketetapan "
    "per tahun {persistence}.",
)
UNMOVED = Text(
    "{unit}, {years}. {label} Whether any mechanism began or ceased cannot be told: the reports leave the probability "
    "of no change near what it was before any report ({before}): {least} to {most}. Persistence {persistence} a year.",
    "{unit}, {years}. {label} Apakah suatu mekanisme mulai atau berhenti tidak dapat ditentukan: laporan hampir tidak "
    "menggeser peluang tanpa perubahan dari nilainya sebelum ada laporan ({before}): {least} sampai {most}. Ketetapan "
    "per tahun {persistence}.",
)
OPEN = Text("Which mechanism led cannot be told. ", "Mekanisme mana yang memimpin tidak dapat ditentukan. ")
MOVES = 2.0  # factor of the odds below which reports hardly bear on whether there was a change; a judgement


def changed(a: Answer, names: Names, trail: Trail) -> Finding:
    """On the mechanism whose change the reports bear most on, with all others and persistences in the detail."""
    usual = [change for change in a.changes if change.persistence == a.persistence] or list(a.changes)
    fell = [change for change in usual if change.none < change.before and _moved(change.none, change.before) >= MOVES]
    most = max(fell or usual, key=lambda change: (_moved(change.none, change.before), change.mechanism))
    rise = {year: p / most.years_before[year] for year, p in most.years.items() if most.years_before[year] > 0}
    year = max(rise, key=lambda y: (rise[y], -y), default=a.years[0])
    bears = _moved(most.none, most.before) >= MOVES and len(a.years) > 1
    years, nones = span(a.years[0], a.years[-1]), [change.none for change in usual]
    fields: dict[str, Any] = {
        "unit": names.of("state", a.unit), "years": years, "label": a.label, "mechanism": a.mechanisms[most.mechanism],
        "told": OPEN if a.leading == NOT_TOLD else Text("", ""), "none": percent(most.none),
        "before": percent(most.before), "year": str(year), "value": percent(most.years.get(year, 0.0)),
        "year_before": percent(most.years_before.get(year, 0.0)), "persistence": percent(most.persistence),
        "least": percent(min(nones)), "most": percent(max(nones)),
    }  # fmt: skip
    return Finding(
        id=f"pattern/{a.question}/{slug(a.unit)}/{years}",
        kind="pattern",
        name=a.question,
        unit=a.unit,
        target="|".join(a.targets),
        period=years,
        statement=(UNMOVED if not bears else CHANGED if fell else STEADY).format(**fields),
        value={"probabilities": {"no-change": most.none, **{str(y): p for y, p in most.years.items()}}},
        verdict=NOT_TOLD if a.leading == NOT_TOLD or not bears else "",
        evidence=trail.rows(item.reference for item in a.items),
        detail={"changes": [asdict(change) for change in a.changes], "label": a.label.plain(),
                "mechanism": most.mechanism, "prior": most.before,
                "mechanisms": {name: label.plain() for name, label in a.mechanisms.items()}},
    )  # fmt: skip


def _moved(after: float, before: float) -> float:
    """By what factor the odds moved, whichever way; endless where what was possible is so no more, or the reverse."""
    if not 0 < after < 1 or not 0 < before < 1:
        return 1.0 if after == before else float("inf")
    ratio = after / (1 - after) * (1 - before) / before
    return max(ratio, 1 / ratio)
