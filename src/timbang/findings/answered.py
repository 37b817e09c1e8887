"""An answer of the weighing as a finding: which mechanism the evidence supports most, or why it cannot be told."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import slug
from timbang.findings.names import Names
from timbang.findings.weighed import NOT_TOLD, Answer
from timbang.findings.weighing_words import ends, joined, percent, plain_item, said, span
from timbang.text import Text

LED = Text(
    "{unit}, {years}. {label} The evidence supports most: {leading} ({value} on average over the years; interval "
    "{low} to {high}; leaving out any one origin {least} to {most}){next}. Prior {prior}; independent origins: {n}.",
    "{unit}, {years}. {label} Yang paling didukung bukti: {leading} (rata-rata {value} sepanjang tahun itu; interval "
    "{low} sampai {high}; tanpa salah satu asal laporan {least} sampai {most}){next}. Prior {prior}; asal laporan yang "
    "saling bebas: {n}.",
)
NEXT = Text("; next: {second} ({value})", "; berikutnya: {second} ({value})")
OVERLAP = Text(
    "; next: {second} ({value}), and the intervals of the two overlap",
    "; berikutnya: {second} ({value}), dan interval keduanya bertumpang tindih",
)
UNTOLD = Text(
    "{unit}, {years}. {label} It cannot be told: {why}. Highest so far: {leading} ({value}). Prior {prior}; "
    "independent origins: {n}.",
    "{unit}, {years}. {label} Tidak dapat ditentukan: {why}. Tertinggi sejauh ini: {leading} ({value}). Prior {prior}; "
    "asal laporan yang saling bebas: {n}.",
)
UNHEARD = Text(
    "{unit}, {years}. {label} It cannot be told: no report that was found bears on it, so that every mechanism stays "
    "at its prior, {prior}.",
    "{unit}, {years}. {label} Tidak dapat ditentukan: tidak ada laporan yang ditemukan tentang hal ini, sehingga tiap "
    "mekanisme tetap pada priornya, {prior}.",
)


def answered(a: Answer, names: Names, trail: Trail) -> Finding:
    """The answer to one question on one unit, with all that a report draws of it in the detail."""
    years = span(a.years[0], a.years[-1])
    best = a.order[0]
    fields: dict[str, Any] = {
        "unit": names.of("state", a.unit), "years": years, "label": a.label, "leading": a.mechanisms[best],
        "prior": percent(a.prior), "n": str(len(a.origins)), "why": joined(a.reasons), "next": _next(a),
        **said(a.whole[best]),
    }  # fmt: skip
    template = UNHEARD if not a.items else UNTOLD if a.leading == NOT_TOLD else LED
    return Finding(
        id=f"{a.kind}/{a.question}/{slug(a.unit)}/{years}",
        kind=a.kind,  # type: ignore[arg-type]
        name=a.question,
        unit=a.unit,
        target="|".join(a.targets),
        period=years,
        statement=template.format(**fields),
        value={"probabilities": {name: ends(belief) for name, belief in a.whole.items()}},
        verdict=a.leading,
        evidence=trail.rows(item.reference for item in a.items),
        detail=_detail(a),
    )


def _next(a: Answer) -> Text:
    """The second mechanism, and whether its interval overlaps that of the first."""
    if len(a.order) < 2:
        return Text("", "")
    first, second = (a.whole[name] for name in a.order[:2])
    template = OVERLAP if second.high >= first.low else NEXT
    return template.format(second=a.mechanisms[a.order[1]], value=percent(second.value))


def _detail(a: Answer) -> dict[str, Any]:
    """Everything of an answer that a report draws, as plain values."""
    return {
        "label": a.label.plain(), "mechanisms": {name: label.plain() for name, label in a.mechanisms.items()},
        "years": list(a.years),
        "by_year": {name: [ends(b) for b in beliefs] for name, beliefs in a.by_year.items()},
        "periods": [
            {"first": first, "last": last, "origins": n, "beliefs": {name: ends(b) for name, b in of.items()}}
            for (first, last, of), n in zip(a.periods, a.period_origins, strict=True)
        ],
        "period_leads": list(a.period_leads),
        "shifted": {
            cut: [{"first": first, "last": last, "means": dict(of)} for first, last, of in parts]
            for cut, parts in a.shifted.items()
        },
        "prior": a.prior, "persistence": a.persistence, "origins": list(a.origins), "order": list(a.order),
        "reasons": [text.plain() for text in a.reasons], "warnings": [text.plain() for text in a.warnings],
        "items": [plain_item(item) for item in a.items],
        "by_implication": {name: dict(decibels) for name, decibels in a.by_implication.items()},
        "left_out": [asdict(left) for left in a.left_out],
        "turns": [text.plain() for text in a.turns], "look_for": [list(one) for one in a.look_for],
        "tests": [dict(test) for test in a.tests],
        "pair_tests": [dict(one) for one in a.pair_tests], "misfit": a.misfit, "draws": a.draws,
        "implications": {name: label.plain() for name, label in a.implications.items()},
        "clusters": {name: list(of) for name, of in a.clusters.items()},
        "published": [dict(one) for one in a.published],
    }  # fmt: skip
