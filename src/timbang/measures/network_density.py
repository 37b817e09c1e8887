"""Network density: the share of possible pairs of members that exercised together in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._ties import EXAMPLE, NEWMAN, dated_meetings, member_dyads
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per year of the period; null where fewer than two states were members."""
    m = dated_meetings(views)
    pairs = m.group_by("year", "state", "partner").agg(
        met=(m.met * m.in_year).max(),
        sure=(m.sure * m.sure_year).max(),
        may=m.exercise.count().clip(upper=1),
        tie=(m.tie * m.in_year).sum(),
    )
    g = member_dyads(views).left_join(pairs, ["year", "state", "partner"])
    density = g.group_by("year").agg(
        met=g.met.fill_null(0).sum(),
        sure=g.sure.fill_null(0).sum(),
        may=g.may.fill_null(0).sum(),
        tie=g.tie.fill_null(0.0).sum(),
        possible=g.state.count(),
    )
    size = views.members.filter(views.members.share > 0).group_by("year").agg(n=lambda t: t.state.count())
    evidence = m.group_by("year").agg(evidence=_evidence.gathered(_evidence.exercise(m.exercise)))
    x = views.years.left_join(density, "year").left_join(size, "year").left_join(evidence, "year")
    return x.select(
        "year",
        value=x.met / x.possible,
        low=x.sure / x.possible,
        high=x.may / x.possible,
        met=x.met,
        possible=x.possible,
        strength=2 * x.tie / x.n,
        evidence=_evidence.or_none(x.evidence),
    )


MEASURE = Measure(
    name="network_density",
    label=Text("Density of the network of members", "Kepadatan jejaring antaranggota"),
    definition=Text(
        "Share of the possible pairs of that year's members that took part in at least one exercise together in the "
        "year, whether or not others were there. `strength` is the mean over members of their corrected ties with "
        "other members in the year (an exercise of n states adds 1/(n - 1) to each pair).",
        "Proporsi dari seluruh pasangan anggota yang mungkin pada tahun itu yang mengikuti setidaknya satu latihan "
        "bersama-sama pada tahun itu, dengan atau tanpa pihak lain. `strength` adalah rata-rata ikatan terkoreksi "
        "seorang anggota dengan anggota lain pada tahun itu (latihan n negara menambah 1/(n - 1) pada tiap pasangan).",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "members", "years"),
    by=("year",),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation=f"Density: Wasserman & Faust (1994), Social Network Analysis. Correction: {NEWMAN}",
    statement=Text(
        "Pairs of members that exercised together in {year}: {met} of {possible} ({percent}).",
        "Pasangan anggota yang berlatih bersama pada {year}: {met} dari {possible} ({percent}).",
    ),
    unknown=Text(
        "The density of the network in {year} is not defined: fewer than two members.",
        "Kepadatan jejaring pada {year} tidak terdefinisi: kurang dari dua anggota.",
    ),
    extra={"met": "int", "possible": "int", "strength": "float"},
    record="complete",
    chart="lines",
    draw={"x": "year"},
    order=64,
    compute=compute,
    example=Example(
        # Three members, three pairs. 2001: all met. 2002: one, or all if CCC came. 2003: one member with an outsider.
        views=EXAMPLE,
        expect=[
            {"year": 2001, "value": 1.0, "low": 1.0, "high": 1.0, "strength": 1.0, "evidence": ["exercises:a"]},
            {"year": 2002, "value": 1 / 3, "low": 1 / 3, "high": 1.0, "strength": 2 / 3, "evidence": ["exercises:b"]},
            {"year": 2003, "value": 0.0, "low": 0.0, "high": 0.0, "strength": 0.0, "met": 0, "possible": 3},
        ],
    ),
)
