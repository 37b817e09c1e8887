"""The answers of the weighing as findings: motive, conduct, pattern, type, stability, in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from timbang import numbers
from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import slug
from timbang.findings.names import Names
from timbang.findings.weighed import NOT_TOLD, Answer, Balance, Belief, Heard, Placed, Told, Weighing
from timbang.text import LANGS, Text

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
TYPED = Text(
    "{unit}, {years}, towards the {order} order. The most probable type: {type} ({value}; leaving out any one origin "
    "{least} to {most}). Prior {prior}; independent origins: {n}.",
    "{unit}, {years}, terhadap tatanan {order}. Tipe yang paling mungkin: {type} ({value}; tanpa salah satu asal "
    "laporan {least} sampai {most}). Prior {prior}; asal laporan yang saling bebas: {n}.",
)
UNTYPED = Text(
    "{unit}, {years}, towards the {order} order: the type cannot be told: {why}.",
    "{unit}, {years}, terhadap tatanan {order}: tipe tidak dapat ditentukan: {why}.",
)
BALANCED = Text(
    "{label}, {years}: that the status-quo side is the stronger by {capability} has probability {value} (before any "
    "report 50%); its share is {share} (90% interval {low} to {high}).",
    "{label}, {years}: peluang bahwa pihak status quo lebih kuat menurut {capability} adalah {value} (sebelum ada "
    "laporan 50%); bagiannya {share} (interval 90% {low} sampai {high}).",
)
REFUSED = Text("{label}, {years}: not computed: {why}.", "{label}, {years}: tidak dihitung: {why}.")
NONE = Text("none of the named types", "tidak satu pun tipe yang disebut")
CAPABILITIES = {
    "cinc": Text("composite capability (CINC)", "kapabilitas gabungan (CINC)"),
    "expenditure": Text("military expenditure", "belanja militer"),
    "gdp": Text("gross domestic product", "produk domestik bruto"),
}
ORDERS = {"regional": Text("regional", "kawasan"), "global": Text("global", "global")}


def findings(weighing: Weighing, names: Names, trail: Trail) -> Iterator[Finding]:
    """One finding for each answer, and one on its change; for each placed unit, balance and point told."""
    for answer in weighing.answers:
        yield _answer(answer, names, trail)
        if answer.changes:
            yield _pattern(answer, names, trail)
    yield from (_placed(placed, names, trail) for placed in weighing.placed)
    yield from (_balance(balance, trail) for balance in weighing.balances)
    yield from (_told(told, trail) for told in weighing.told)


def percent(value: float) -> Text:
    """A probability as whole percent; what is nearly certain is not said to be certain."""
    said = Text(*(numbers.in_words(round(100 * value), lang) + "%" for lang in LANGS))
    return (
        Text("over 99%", "lebih dari 99%")
        if value > 0.995
        else Text("under 1%", "di bawah 1%")
        if value < 0.005
        else said
    )


def _joined(texts: Iterable[Text]) -> Text:
    several = list(texts)
    return Text(*("; ".join(text[lang] for text in several) for lang in LANGS))


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _belief(belief: Belief) -> dict[str, float]:
    return asdict(belief)


def _said(belief: Belief) -> dict[str, Text]:
    return {name: percent(value) for name, value in asdict(belief).items()}


def _answer(a: Answer, names: Names, trail: Trail) -> Finding:
    years = _years(a.years[0], a.years[-1])
    best = a.order[0]
    fields: dict[str, Any] = {
        "unit": names.of("state", a.unit), "years": years, "label": a.label, "leading": a.mechanisms[best],
        "prior": percent(a.prior), "n": str(len(a.origins)), "why": _joined(a.reasons), "next": _next(a),
        **_said(a.whole[best]),
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
        value={"probabilities": {name: _belief(belief) for name, belief in a.whole.items()}},
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
        "by_year": {name: [_belief(b) for b in beliefs] for name, beliefs in a.by_year.items()},
        "periods": [
            {"first": first, "last": last, "origins": n, "beliefs": {name: _belief(b) for name, b in of.items()}}
            for (first, last, of), n in zip(a.periods, a.period_origins, strict=True)
        ],
        "period_leads": list(a.period_leads),
        "shifted": {
            cut: [{"first": first, "last": last, "means": dict(of)} for first, last, of in parts]
            for cut, parts in a.shifted.items()
        },
        "prior": a.prior, "persistence": a.persistence, "origins": list(a.origins), "order": list(a.order),
        "reasons": [text.plain() for text in a.reasons], "warnings": [text.plain() for text in a.warnings],
        "items": [_heard(item) for item in a.items],
        "by_implication": {name: dict(decibels) for name, decibels in a.by_implication.items()},
        "left_out": [asdict(left) for left in a.left_out],
        "turns": [text.plain() for text in a.turns], "look_for": [list(one) for one in a.look_for],
        "tests": [dict(test) for test in a.tests],
        "pair_tests": [dict(one) for one in a.pair_tests], "misfit": a.misfit, "draws": a.draws,
        "implications": {name: label.plain() for name, label in a.implications.items()},
        "clusters": {name: list(of) for name, of in a.clusters.items()},
        "published": [dict(one) for one in a.published],
    }  # fmt: skip


def _heard(item: Heard) -> dict[str, Any]:
    return asdict(item) | {"words": item.words.plain(), "decibels": dict(item.decibels)}


def _pattern(a: Answer, names: Names, trail: Trail) -> Finding:
    """On the mechanism whose change the reports bear most on, with all others and persistences in the detail."""
    usual = [change for change in a.changes if change.persistence == a.persistence] or list(a.changes)
    fell = [change for change in usual if change.none < change.before and _moved(change.none, change.before) >= MOVES]
    most = max(fell or usual, key=lambda change: (_moved(change.none, change.before), change.mechanism))
    rise = {year: p / most.years_before[year] for year, p in most.years.items() if most.years_before[year] > 0}
    year = max(rise, key=lambda y: (rise[y], -y), default=a.years[0])
    bears = _moved(most.none, most.before) >= MOVES and len(a.years) > 1
    years, nones = _years(a.years[0], a.years[-1]), [change.none for change in usual]
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


def _placed(p: Placed, names: Names, trail: Trail) -> Finding:
    years, told = _years(p.first, p.last), p.leading != NOT_TOLD
    fields: dict[str, Any] = {
        "unit": names.of("state", p.unit), "years": years, "order": ORDERS.get(p.order, Text(p.order, p.order)),
        "why": _joined(p.reasons),
    }  # fmt: skip
    if told:
        fields |= {"type": p.labels.get(p.leading, NONE), **_said(p.types[p.leading])}
        fields |= {"prior": percent(p.prior[p.leading]), "n": str(len(p.origins))}
    return Finding(
        id=f"type/{p.typing}/{slug(p.unit)}/{years}",
        kind="type",
        name=p.typing,
        unit=p.unit,
        period=years,
        statement=(TYPED if told else UNTYPED).format(**fields),
        value={"probabilities": {name: _belief(belief) for name, belief in p.types.items()}},
        verdict=p.leading,
        evidence=trail.rows(item.reference for item in p.items),
        detail={
            "label": p.label.plain(), "typology": p.typology, "order": p.order, "revision": _belief(p.revision),
            "status_quo": _belief(p.status_quo), "capability": p.capability, "capabilities": dict(p.capabilities),
            "cloud": [list(point) for point in p.cloud], "labels": {n: label.plain() for n, label in p.labels.items()},
            "prior_types": dict(p.prior), "reasons": [text.plain() for text in p.reasons], "origins": list(p.origins),
            "items": [_heard(item) for item in p.items], "published": [dict(one) for one in p.published],
        },
    )  # fmt: skip


def _balance(b: Balance, trail: Trail) -> Finding:
    years = _years(b.first, b.last)
    by = CAPABILITIES.get(b.capability, Text(b.capability, b.capability))
    fields: dict[str, Any] = {"label": b.label, "years": years, "why": _joined(b.refused), "capability": by}
    if b.status_quo_stronger is not None and b.status_quo_share is not None:
        fields |= {"value": percent(b.status_quo_stronger)}
        fields |= dict(zip(("share", "low", "high"), map(percent, b.status_quo_share), strict=True))
    value: Mapping[str, Any] = {
        "estimate": b.status_quo_stronger,
        "low": None,
        "high": None,
        "level": None,
        "unit": None,
    }
    return Finding(
        id=f"stability/{b.system}/{slug(b.system)}/{years}",
        kind="stability",
        name=b.system,
        unit=b.system,
        period=years,
        statement=(REFUSED if b.status_quo_stronger is None else BALANCED).format(**fields),
        value=value,
        verdict=NOT_TOLD if b.status_quo_stronger is None else "",
        evidence=trail.rows(b.references),
        detail={"label": b.label.plain(), "states": list(b.states), "sides": dict(b.sides), "capability": b.capability,
                "share": list(b.status_quo_share or ()), "refused": [text.plain() for text in b.refused]},
    )  # fmt: skip


def _told(t: Told, trail: Trail) -> Finding:
    years = _years(t.first, t.last)
    return Finding(
        id=f"{t.about}/{t.kind}-{t.id}/{slug(t.unit)}/{years}",
        kind=t.about,  # type: ignore[arg-type]
        name=f"{t.kind}-{t.id}",
        unit=t.unit,
        period=years,
        statement=t.said,
        value=t.value,
        verdict=t.verdict,
        evidence=trail.rows(item.reference for item in t.items),
        detail={"label": t.label.plain(), "point": t.kind, "items": [_heard(item) for item in t.items], **t.detail},
    )
