"""Exercises per dyad and year: how often two members meet, on average over all pairs that could."""

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
    """One row, for the organization; null where no two states were members at once."""
    import ibis

    m = dated_meetings(views)
    met = m.agg(
        met=(m.met * m.in_year).sum(),
        tie=(m.tie * m.in_year).sum(),
        sure=(m.sure * m.once).sum(),
        may=(m.exercise + "/" + m.state + "/" + m.partner).nunique(),
        evidence=_evidence.gathered(_evidence.exercise(m.exercise)),
    )
    dyads = member_dyads(views)
    x = met.cross_join(dyads.agg(dyad_years=dyads.exposure.sum()))
    n = x.dyad_years.nullif(0)
    return x.select(
        organization=ibis.literal(setting.organization),
        value=x.met.fill_null(0) / n,
        low=x.sure.fill_null(0) / n,
        high=x.may / n,
        corrected=x.tie.fill_null(0.0) / n,
        meetings=x.met.fill_null(0),
        dyad_years=x.dyad_years.fill_null(0.0),
        evidence=x.evidence,
    )


MEASURE = Measure(
    name="exercises_per_dyad_year",
    label=Text("Exercises per pair of members and year", "Latihan per pasangan anggota per tahun"),
    definition=Text(
        "Mean number of exercises that a pair of members shared in a year: meetings of two members in the exercises of "
        "the period, divided by dyad-years, the years (and parts of years) in which both states of a pair were "
        "members. It does not grow just because an organization is large or long observed, and so can be compared "
        "between organizations. `corrected` counts a meeting in an exercise of n states as 1/(n - 1).",
        "Rata-rata banyaknya latihan yang diikuti bersama oleh sepasang anggota dalam setahun: pertemuan dua anggota "
        "dalam latihan pada periode ini dibagi tahun-pasangan, yaitu tahun (dan bagian tahun) ketika kedua negara "
        "menjadi anggota. Nilainya tidak naik hanya karena organisasinya besar atau lama diamati, sehingga dapat "
        "dibandingkan antarorganisasi. `corrected` menghitung pertemuan dalam latihan n negara sebagai 1/(n - 1).",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "members", "years"),
    by=("organization",),
    unit=Text("exercises per pair and year", "latihan per pasangan per tahun"),
    range=(0, None),
    citation=f"A stated choice of timbang: no accepted index exists. Correction: {NEWMAN}",
    statement=Text(
        "Exercises that a pair of members shared in a year, on average ({meetings} meetings in {dyad_years} "
        "dyad-years): {value}.",
        "Latihan yang diikuti bersama oleh sepasang anggota dalam setahun, rata-rata ({meetings} pertemuan dalam "
        "{dyad_years} tahun-pasangan): {value}.",
    ),
    unknown=Text(
        "No two states were members together in the period.",
        "Tidak ada dua negara yang menjadi anggota bersama dalam periode ini.",
    ),
    extra={"corrected": "float", "meetings": "int", "dyad_years": "float"},
    record="complete",
    chart="table",
    order=66,
    compute=compute,
    example=Example(
        # Three pairs for three years. a: three meetings; b: one, or three if CCC came; c: none.
        views=EXAMPLE,
        expect=[
            {
                "organization": "TST",
                "value": 4 / 9,
                "low": 4 / 9,
                "high": 6 / 9,
                "corrected": 2.5 / 9,
                "meetings": 4,
                "dyad_years": 9.0,
                "evidence": ["exercises:a", "exercises:b"],
            }
        ],
    ),
)
