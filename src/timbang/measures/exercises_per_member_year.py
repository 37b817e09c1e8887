"""Exercises per member and year: how many exercises a member takes part in, on average."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._ties import EXAMPLE
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row, for the organization; null without member-years."""
    import ibis

    p = views.participation.filter(views.participation.member & (views.participation.high == 1))
    p = p.rename(first_year="year").join(views.exercises.select("exercise", "last_year"), "exercise")
    p = p.filter((p.last_year >= setting.first_year) & (p.first_year <= setting.last_year))
    began = p.first_year >= setting.first_year
    surely = began & (p.last_year <= setting.last_year)
    took = p.agg(
        took=(p.value * began.cast("int64")).sum(),
        sure=(p.low * surely.cast("int64")).sum(),
        may=p.state.count(),
        evidence=_evidence.gathered(_evidence.exercise(p.exercise)),
    )
    x = took.cross_join(views.members.agg(member_years=views.members.share.sum()))
    n = x.member_years.nullif(0)
    return x.select(
        organization=ibis.literal(setting.organization),
        value=x.took.fill_null(0) / n,
        low=x.sure.fill_null(0) / n,
        high=x.may / n,
        participations=x.took.fill_null(0),
        member_years=x.member_years.fill_null(0.0),
        evidence=x.evidence,
    )


MEASURE = Measure(
    name="exercises_per_member_year",
    label=Text("Exercises per member and year", "Latihan per anggota per tahun"),
    definition=Text(
        "Mean number of exercises a member took part in per year of membership: participations of members in the "
        "exercises of the period, divided by member-years (a state that was a member for half a year adds one half). "
        "An exercise with one member and outside powers counts too.",
        "Rata-rata banyaknya latihan yang diikuti seorang anggota per tahun keanggotaan: keikutsertaan anggota dalam "
        "latihan pada periode ini dibagi tahun-anggota (negara yang menjadi anggota selama setengah tahun menambah "
        "setengah). Latihan yang diikuti satu anggota bersama kekuatan luar juga dihitung.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "members"),
    by=("organization",),
    unit=Text("exercises per member and year", "latihan per anggota per tahun"),
    range=(0, None),
    citation="A stated choice of timbang: no accepted index exists.",
    statement=Text(
        "Exercises in which a member took part in a year, on average ({participations} participations in "
        "{member_years} member-years): {value}.",
        "Latihan yang diikuti seorang anggota dalam setahun, rata-rata ({participations} keikutsertaan dalam "
        "{member_years} tahun-anggota): {value}.",
    ),
    unknown=Text("No state was a member in the period.", "Tidak ada negara yang menjadi anggota dalam periode ini."),
    extra={"participations": "int", "member_years": "float"},
    record="complete",
    chart="table",
    order=67,
    compute=compute,
    example=Example(
        # Three members for three years. Participations: a three, b two (three with CCC), c one.
        views=EXAMPLE,
        expect=[
            {
                "organization": "TST",
                "value": 6 / 9,
                "low": 6 / 9,
                "high": 7 / 9,
                "participations": 6,
                "member_years": 9.0,
                "evidence": ["exercises:a", "exercises:b", "exercises:c"],
            }
        ],
    ),
)
