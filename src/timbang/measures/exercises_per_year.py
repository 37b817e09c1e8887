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
    """One row per year: value counts surely dated exercises; low and high allow for imprecise years."""
    e = views.exercises
    joined = views.years.left_join(e, (e.year <= views.years.year) & (e.last_year >= views.years.year))
    sure = e.year == e.last_year
    return joined.group_by("year").agg(
        value=(e.year == views.years.year).sum().fill_null(0),
        low=sure.sum().fill_null(0),
        high=e.exercise.count(),
        evidence=("exercises:" + e.exercise).collect(),
    )


MEASURE = Measure(
    name="exercises_per_year",
    label=Text("Exercises per year", "Latihan per tahun"),
    definition=Text(
        "Number of joint exercises that began in the year. One whose year is uncertain counts in its first "
        "possible year, and widens the bounds of each year in which it can have begun.",
        "Jumlah latihan bersama yang dimulai pada tahun itu. Latihan yang tahunnya tidak pasti dihitung pada tahun "
        "paling awal yang mungkin, dan memperlebar batas setiap tahun yang mungkin.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "years"),
    by=("year",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; cf. D'Orazio & Galambos, Military Multinational Exercises v7.",
    statement=Text("{value} joint exercises began in {year}.", "{value} latihan bersama dimulai pada tahun {year}."),
    unknown=Text("How many exercises began in {year} is not known.", "Jumlah latihan pada tahun {year} tidak diketahui."),
    chart="bars",
    draw={"x": "year"},
    order=10,
    compute=compute,
    example=Example(
        # 2001: one; 2002: none; 2003: two, of which one may have begun in 2002 or 2003.
        views={
            "years": [{"year": 2001}, {"year": 2002}, {"year": 2003}],
            "exercises": [
                {"exercise": "a", "year": 2001, "last_year": 2001},
                {"exercise": "b", "year": 2003, "last_year": 2003},
                {"exercise": "c", "year": 2002, "last_year": 2003},
            ],
        },
        expect=[
            {"year": 2001, "value": 1, "low": 1, "high": 1, "evidence": ["exercises:a"]},
            {"year": 2002, "value": 1, "low": 0, "high": 1, "evidence": ["exercises:c"]},
            {"year": 2003, "value": 1, "low": 1, "high": 2, "evidence": ["exercises:b", "exercises:c"]},
        ],
    ),
)
