"""Exercises per year: how many joint exercises began in each year of the period, zeros included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per year. Imprecise dates widen the bounds; an incomplete record leaves only the lower one."""
    y = views.years
    e = views.exercises.rename(began="year")
    pairs = y.left_join(e, (e.began <= y.year) & (e.last_year >= y.year))
    counted = pairs.mutate(first=pairs.began == pairs.year, sure=pairs.began == pairs.last_year)
    per_year = counted.group_by("year", "complete").agg(
        recorded=counted["first"].sum().fill_null(0),
        low=counted.sure.sum().fill_null(0),
        most=counted.exercise.count(),
        evidence=("exercises:" + counted.exercise).collect(),
    )
    whole = per_year.complete.fill_null(True)
    return per_year.select(
        "year", "recorded", "low", "evidence", value=whole.ifelse(per_year.recorded, None),
        high=whole.ifelse(per_year.most, None),
    )  # fmt: skip


MEASURE = Measure(
    name="exercises_per_year",
    label=Text("Exercises per year", "Latihan per tahun"),
    definition=Text(
        "Number of joint exercises that began in the year. One whose year is uncertain counts in its first "
        "possible year, and widens the bounds of each year in which it can have begun. Of a year whose record is not "
        "held complete only the least is known.",
        "Jumlah latihan bersama yang dimulai pada tahun itu. Latihan yang tahunnya tidak pasti dihitung pada tahun "
        "paling awal yang mungkin, dan memperlebar batas setiap tahun yang mungkin. Untuk tahun yang catatannya tidak "
        "dianggap lengkap, hanya jumlah terkecil yang diketahui.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "years"),
    by=("year",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; cf. D'Orazio & Galambos, Military Multinational Exercises v7.",
    statement=Text(
        "Joint exercises that began in {year}: {value}.", "Latihan bersama yang dimulai pada {year}: {value}."
    ),
    unknown=Text(
        "Joint exercises that began in {year}: at least {low}; the record of that year is not held complete.",
        "Latihan bersama yang dimulai pada {year}: paling sedikit {low}; catatan tahun itu tidak dianggap lengkap.",
    ),
    extra={"recorded": "int"},
    chart="bars",
    draw={"x": "year"},
    order=10,
    compute=compute,
    example=Example(
        # 2001: one; 2002 and 2003: one surely in 2003, one in either; 2004: one is recorded, more may be missing.
        views={
            "years": [{"year": 2001}, {"year": 2002}, {"year": 2003}, {"year": 2004, "complete": False}],
            "exercises": [
                {"exercise": "a", "year": 2001, "last_year": 2001},
                {"exercise": "b", "year": 2003, "last_year": 2003},
                {"exercise": "c", "year": 2002, "last_year": 2003},
                {"exercise": "d", "year": 2004, "last_year": 2004},
            ],
        },
        expect=[
            {"year": 2001, "value": 1, "low": 1, "high": 1, "evidence": ["exercises:a"]},
            {"year": 2002, "value": 1, "low": 0, "high": 1, "evidence": ["exercises:c"]},
            {"year": 2003, "value": 1, "low": 1, "high": 2, "evidence": ["exercises:b", "exercises:c"]},
            {"year": 2004, "value": None, "low": 1, "high": None, "recorded": 1, "evidence": ["exercises:d"]},
        ],
    ),
)
