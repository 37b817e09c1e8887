"""Of which type each unit is, and how the system balances, as findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timbang.findings.evidence import Trail
from timbang.findings.finding import Finding
from timbang.findings.measured import slug
from timbang.findings.names import Names
from timbang.findings.weighed import NOT_TOLD, Balance, Placed
from timbang.findings.weighing_words import ends, joined, percent, plain_item, said, span
from timbang.text import Text

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


def typed(p: Placed, names: Names, trail: Trail) -> Finding:
    """The type of one unit in one period, towards one order; or why it cannot be told."""
    years, told = span(p.first, p.last), p.leading != NOT_TOLD
    fields: dict[str, Any] = {
        "unit": names.of("state", p.unit), "years": years, "order": ORDERS.get(p.order, Text(p.order, p.order)),
        "why": joined(p.reasons),
    }  # fmt: skip
    if told:
        fields |= {"type": p.labels.get(p.leading, NONE), **said(p.types[p.leading])}
        fields |= {"prior": percent(p.prior[p.leading]), "n": str(len(p.origins))}
    return Finding(
        id=f"type/{p.typing}/{slug(p.unit)}/{years}",
        kind="type",
        name=p.typing,
        unit=p.unit,
        period=years,
        statement=(TYPED if told else UNTYPED).format(**fields),
        value={"probabilities": {name: ends(belief) for name, belief in p.types.items()}},
        verdict=p.leading,
        evidence=trail.rows(item.reference for item in p.items),
        detail={
            "label": p.label.plain(), "typology": p.typology, "order": p.order, "revision": ends(p.revision),
            "status_quo": ends(p.status_quo), "capability": p.capability, "capabilities": dict(p.capabilities),
            "cloud": [list(point) for point in p.cloud], "labels": {n: label.plain() for n, label in p.labels.items()},
            "prior_types": dict(p.prior), "reasons": [text.plain() for text in p.reasons], "origins": list(p.origins),
            "items": [plain_item(item) for item in p.items], "published": [dict(one) for one in p.published],
        },
    )  # fmt: skip


def balanced(b: Balance, trail: Trail) -> Finding:
    """Which side of a system is the stronger in one period; or why it was not computed."""
    years = span(b.first, b.last)
    by = CAPABILITIES.get(b.capability, Text(b.capability, b.capability))
    fields: dict[str, Any] = {"label": b.label, "years": years, "why": joined(b.refused), "capability": by}
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
