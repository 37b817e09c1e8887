"""Dependence: the share of a member's corrected ties that goes to its strongest partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._ties import EXAMPLE, NEWMAN, meetings
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views

TIE = 1e-9  # two shares closer than this are alike: they are sums of fractions, taken in any order


def _shares(m: ir.Table) -> ir.Table:
    """One row per state and possible partner: share of the state's ties, with bounds.

    A partner's share is least with its own tie lowest and all others highest, and the reverse.
    """
    ties = m.group_by("state", "partner").agg(t=m.tie.sum(), l=m.tie_low.sum(), h=m.tie_high.sum())
    sums = ties.group_by("state").agg(all_t=ties.t.sum(), all_l=ties.l.sum(), all_h=ties.h.sum())
    x = ties.join(sums, "state")
    return x.select(
        "state",
        "partner",
        share=x.t / x.all_t.nullif(0),
        low=x.l / (x.l + x.all_h - x.h).nullif(0),
        high=x.h / (x.h + x.all_l - x.l),
    )


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per member of the years counted; null if it met nobody. Every participant may be a partner."""
    import ibis

    m = meetings(views)
    shares = _shares(m)
    best = shares.group_by("state").agg(
        top=shares.share.max(), low=shares.low.max(), high=shares.high.max(), even=1 / shares.partner.count()
    )
    s = shares.join(best.select("state", "top"), "state")
    s = s.filter(s.top - s.share < TIE)
    named = s.group_by("state").agg(partners=s.partner.collect().sort())
    proof = m.join(s.select("state", "partner"), ["state", "partner"])
    proof = proof.group_by("state").agg(evidence=_evidence.gathered(_evidence.exercise(proof.exercise)))
    states = views.members.select("state").distinct()
    x = states.left_join(best, "state").left_join(named, "state").left_join(proof, "state")
    known = x.top.notnull()
    return x.select(
        "state",
        value=x.top,
        partners=x.partners,
        evidence=_evidence.or_none(x.evidence),
        low=ibis.ifelse(known, ibis.least(ibis.greatest(x.low, x.even), x.top), ibis.null("float64")),
        high=ibis.ifelse(known, ibis.least(ibis.greatest(x.high, x.top), 1.0), ibis.null("float64")),
    )


MEASURE = Measure(
    name="dependence",
    label=Text("Dependence on the strongest partner", "Ketergantungan pada mitra terkuat"),
    definition=Text(
        "Share of a member's corrected ties that goes to the partner with which its tie is strongest; `partners` names "
        "that partner, or all of them where several are equally strong. It is high for a state that mostly exercises "
        "with one other, and is read together with the number of its exercises.",
        "Proporsi ikatan terkoreksi suatu anggota yang tertuju kepada mitra dengan ikatan terkuat; `partners` menyebut "
        "mitra itu, atau semuanya bila beberapa mitra sama kuat. Nilainya tinggi bagi negara yang umumnya berlatih "
        "dengan satu negara saja, dan perlu dibaca bersama jumlah latihannya.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "members"),
    by=("state",),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation=f"Tie weights: {NEWMAN} The share of the strongest partner: a stated choice of timbang.",
    statement=Text(
        "Strongest partner of {state}: {partners}; share of its corrected ties that goes to one such partner: "
        "{percent}.",
        "Mitra terkuat {state}: {partners}; proporsi ikatan terkoreksinya yang tertuju kepada satu mitra itu: "
        "{percent}.",
    ),
    unknown=Text(
        "{state} is not known to have exercised with anyone, so it has no strongest partner.",
        "{state} tidak diketahui pernah berlatih dengan pihak mana pun, sehingga tidak memiliki mitra terkuat.",
    ),
    extra={"partners": "strings"},
    record="complete",
    chart="dots",
    draw={"x": "state"},
    order=63,
    compute=compute,
    example=Example(
        # AAA: 1.5 of 2 to BBB. BBB: 1.5 of 3 to AAA. CCC: .5 of 1 to each. Bounds: ties between
        # (1, 1.5), (.5, 1), (.5, 1) and BBB with OUT 1; BBB: low 1 / (1 + 1 + 1), high 1.5 / (1.5 + .5 + 1).
        views=EXAMPLE,
        expect=[
            {
                "state": "AAA",
                "value": 0.75,
                "partners": ["BBB"],
                "low": 0.5,
                "high": 0.75,
                "evidence": ["exercises:a", "exercises:b"],
            },
            {"state": "BBB", "value": 0.5, "partners": ["AAA"], "low": 1 / 3, "high": 0.5},
            {"state": "CCC", "value": 0.5, "partners": ["AAA", "BBB"], "low": 0.5, "high": 2 / 3},
        ],
    ),
)
