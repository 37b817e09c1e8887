"""Dyads met: the share of possible pairs of members that ever exercised together in the period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._ties import EXAMPLE, dated_meetings, member_dyads
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row, for the organization; null where no two states were ever members in the same year."""
    import ibis

    m = dated_meetings(views)
    pairs = m.group_by("state", "partner").agg(
        met=(m.met * m.in_year).max(), sure=(m.sure * m.once).max(), may=m.exercise.count().clip(upper=1)
    )
    g = member_dyads(views).select("state", "partner").distinct().left_join(pairs, ["state", "partner"])
    total = g.agg(
        met=g.met.fill_null(0).sum(),
        sure=g.sure.fill_null(0).sum(),
        may=g.may.fill_null(0).sum(),
        possible=g.state.count(),
    )
    evidence = m.agg(evidence=_evidence.gathered(_evidence.exercise(m.exercise)))
    x = total.cross_join(evidence)
    n = x.possible.nullif(0)
    return x.select(
        organization=ibis.literal(setting.organization),
        value=x.met / n,
        low=x.sure / n,
        high=x.may / n,
        met=x.met,
        possible=x.possible,
        evidence=x.evidence,
    )


MEASURE = Measure(
    name="dyads_met",
    label=Text("Pairs of members that ever met", "Pasangan anggota yang pernah berlatih bersama"),
    definition=Text(
        "Share of the pairs of states that were members in the same year at least once in the period which, as "
        "members, took part together in at least one exercise of the period.",
        "Proporsi dari pasangan negara yang setidaknya sekali menjadi anggota pada tahun yang sama dalam periode ini "
        "yang, sebagai anggota, mengikuti setidaknya satu latihan bersama dalam periode ini.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "members", "years"),
    by=("organization",),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation="Density of the projected network: Wasserman & Faust (1994), Social Network Analysis.",
    statement=Text(
        "Pairs of members that exercised together at least once: {met} of {possible} ({percent}).",
        "Pasangan anggota yang pernah berlatih bersama setidaknya sekali: {met} dari {possible} ({percent}).",
    ),
    unknown=Text(
        "No two states were members together in the period.",
        "Tidak ada dua negara yang menjadi anggota bersama dalam periode ini.",
    ),
    extra={"met": "int", "possible": "int"},
    record="complete",
    chart="table",
    order=65,
    compute=compute,
    example=Example(
        # All three pairs met in exercise a.
        views=EXAMPLE,
        expect=[
            {
                "organization": "TST",
                "value": 1.0,
                "low": 1.0,
                "high": 1.0,
                "met": 3,
                "possible": 3,
                "evidence": ["exercises:a", "exercises:b"],
            }
        ],
    ),
)
