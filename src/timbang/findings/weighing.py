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
    "{low} to {high}; leaving out any one origin {least} to {most}). Prior {prior}; {n} origins.",
    "{unit}, {years}. {label} Yang paling didukung bukti: {leading} (rata-rata {value} sepanjang tahun itu; interval "
    "{low} sampai {high}; tanpa salah satu asal laporan {least} sampai {most}). Prior {prior}; {n} asal laporan.",
)
UNTOLD = Text(
    "{unit}, {years}. {label} It cannot be told: {why}. Highest so far: {leading} ({value}). Prior {prior}; "
    "{n} origins.",
    "{unit}, {years}. {label} Tidak dapat ditentukan: {why}. Tertinggi sejauh ini: {leading} ({value}). Prior {prior}; "
    "{n} asal laporan.",
)
CHANGED = Text(
    "{unit}, {years}. {mechanism}: that it did not change has probability {none}; if it did, most probably in {year} "
    "({value}). Persistence {persistence} a year.",
    "{unit}, {years}. {mechanism}: peluang bahwa tidak ada perubahan {none}; bila ada, paling mungkin pada {year} "
    "({value}). Ketetapan per tahun {persistence}.",
)
TYPED = Text(
    "{unit}, {years}, towards the {order} order: {type} ({value}; leaving out any one origin {least} to {most}).",
    "{unit}, {years}, terhadap tatanan {order}: {type} ({value}; tanpa salah satu asal laporan {least} sampai {most}).",
)
UNTYPED = Text(
    "{unit}, {years}, towards the {order} order: the type cannot be told: {why}.",
    "{unit}, {years}, terhadap tatanan {order}: tipe tidak dapat ditentukan: {why}.",
)
BALANCED = Text(
    "{label}, {years}: that the status-quo side is the stronger by {capability} has probability {value}; its share "
    "is {share} ({low} to {high}).",
    "{label}, {years}: peluang bahwa pihak status quo lebih kuat menurut {capability} adalah {value}; bagiannya "
    "{share} ({low} sampai {high}).",
)
REFUSED = Text("{label}, {years}: not computed: {why}.", "{label}, {years}: tidak dihitung: {why}.")
NONE = Text("none of the named types", "tidak satu pun tipe yang disebut")
ORDERS = {"regional": Text("regional", "kawasan"), "global": Text("global", "global")}


def findings(weighing: Weighing, names: Names, trail: Trail) -> Iterator[Finding]:
    """One finding for each answer, and one on its change; for each placed unit, balance and point told."""
    for answer in weighing.answers:
        yield _answer(answer, names, trail)
        if answer.changes:
            yield _pattern(answer, names)
    yield from (_placed(placed, names, trail) for placed in weighing.placed)
    yield from (_balance(balance) for balance in weighing.balances)
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
        "prior": percent(a.prior), "n": str(len(a.origins)), "why": _joined(a.reasons), **_said(a.whole[best]),
    }  # fmt: skip
    return Finding(
        id=f"{a.kind}/{a.question}/{slug(a.unit)}/{years}",
        kind=a.kind,  # type: ignore[arg-type]
        name=a.question,
        unit=a.unit,
        target="|".join(a.targets),
        period=years,
        statement=(UNTOLD if a.leading == NOT_TOLD else LED).format(**fields),
        value={"probabilities": {name: _belief(belief) for name, belief in a.whole.items()}},
        verdict=a.leading,
        evidence=trail.rows(item.reference for item in a.items),
        detail=_detail(a),
    )


def _detail(a: Answer) -> dict[str, Any]:
    """Everything of an answer that a report draws, as plain values."""
    return {
        "label": a.label.plain(), "mechanisms": {name: label.plain() for name, label in a.mechanisms.items()},
        "years": list(a.years),
        "by_year": {name: [_belief(b) for b in beliefs] for name, beliefs in a.by_year.items()},
        "periods": [
            {"first": first, "last": last, "beliefs": {name: _belief(b) for name, b in of.items()}}
            for first, last, of in a.periods
        ],
        "shifted": {
            cut: [{"first": first, "last": last, "means": dict(of)} for first, last, of in parts]
            for cut, parts in a.shifted.items()
        },
        "prior": a.prior, "persistence": a.persistence, "origins": list(a.origins), "order": list(a.order),
        "reasons": [text.plain() for text in a.reasons], "warnings": [text.plain() for text in a.warnings],
        "items": [_heard(item) for item in a.items],
        "by_implication": {name: dict(decibels) for name, decibels in a.by_implication.items()},
        "left_out": [asdict(left) for left in a.left_out],
        "turns": [text.plain() for text in a.turns], "look_for": [list(pair) for pair in a.look_for],
        "tests": [dict(test) for test in a.tests], "misfit": a.misfit, "draws": a.draws,
        "implications": {name: label.plain() for name, label in a.implications.items()},
        "published": [dict(one) for one in a.published],
    }  # fmt: skip


def _heard(item: Heard) -> dict[str, Any]:
    return asdict(item) | {"decibels": dict(item.decibels)}


def _pattern(a: Answer, names: Names) -> Finding:
    """On the mechanism that most probably changed, with all others and persistences in the detail."""
    usual = [change for change in a.changes if change.persistence == a.persistence] or list(a.changes)
    most = min(usual, key=lambda change: (change.none, change.mechanism))
    year = max(most.years, key=lambda y: (most.years[y], -y)) if most.years else a.years[0]
    years = _years(a.years[0], a.years[-1])
    return Finding(
        id=f"pattern/{a.question}/{slug(a.unit)}/{years}",
        kind="pattern",
        name=a.question,
        unit=a.unit,
        target="|".join(a.targets),
        period=years,
        statement=CHANGED.format(
            unit=names.of("state", a.unit), years=years, mechanism=a.mechanisms[most.mechanism],
            none=percent(most.none), year=str(year), value=percent(most.years.get(year, 0.0)),
            persistence=percent(most.persistence),
        ),
        value={"probabilities": {"no-change": most.none, **{str(y): p for y, p in most.years.items()}}},
        verdict=NOT_TOLD if a.leading == NOT_TOLD else "",
        detail={"changes": [asdict(change) for change in a.changes], "label": a.label.plain(),
                "mechanisms": {name: label.plain() for name, label in a.mechanisms.items()}},
    )  # fmt: skip


def _placed(p: Placed, names: Names, trail: Trail) -> Finding:
    years, told = _years(p.first, p.last), p.leading != NOT_TOLD
    fields: dict[str, Any] = {
        "unit": names.of("state", p.unit), "years": years, "order": ORDERS.get(p.order, Text(p.order, p.order)),
        "why": _joined(p.reasons),
    }  # fmt: skip
    if told:
        fields |= {"type": p.labels.get(p.leading, NONE), **_said(p.types[p.leading])}
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
            "reasons": [text.plain() for text in p.reasons], "origins": list(p.origins),
            "items": [_heard(item) for item in p.items], "published": [dict(one) for one in p.published],
        },
    )  # fmt: skip


def _balance(b: Balance) -> Finding:
    years = _years(b.first, b.last)
    fields: dict[str, Any] = {"label": b.label, "years": years, "why": _joined(b.refused), "capability": b.capability}
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
        detail={"label": b.label.plain(), "states": list(b.states), "sides": dict(b.sides), "capability": b.capability,
                "share": list(b.status_quo_share or ()), "refused": [text.plain() for text in b.refused]},
    )  # fmt: skip


def _told(t: Told, trail: Trail) -> Finding:
    years = _years(t.first, t.last)
    return Finding(
        id=f"motive/{t.kind}-{t.id}/{slug(t.unit)}/{years}",
        kind="motive",
        name=f"{t.kind}-{t.id}",
        unit=t.unit,
        period=years,
        statement=t.said,
        value=t.value,
        verdict=t.verdict,
        evidence=trail.rows(item.reference for item in t.items),
        detail={"label": t.label.plain(), "point": t.kind, "items": [_heard(item) for item in t.items], **t.detail},
    )
