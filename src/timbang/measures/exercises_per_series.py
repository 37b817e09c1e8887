"""Exercises per series: how many exercises bear the name of each series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per series, those without one under `none`."""
    e = views.exercises
    return e.group_by(series=e.series.fill_null("none")).agg(
        value=e.count(),
        evidence=_evidence.gathered(_evidence.exercise(e.exercise)),
    )


MEASURE = Measure(
    name="exercises_per_series",
    label=Text("Exercises per series", "Latihan per seri"),
    definition=Text(
        "Number of joint exercises that bear the name of the series. Exercises without one are counted together.",
        "Jumlah latihan bersama yang memakai nama seri itu. Latihan tanpa nama seri dihitung dalam satu kelompok.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("series",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; series as in de Haas (2016), Journal of Slavic Military Studies 29(3), 378-406.",
    statement=Text("Joint exercises in the series {series}: {value}.", "Latihan bersama dalam seri {series}: {value}."),
    unknown=Text(
        "How many exercises belong to the series {series} is not known.",
        "Jumlah latihan dalam seri {series} tidak diketahui.",
    ),
    chart="bars",
    draw={"x": "series"},
    order=60,
    compute=compute,
    example=Example(
        # Two antiterror exercises, one without a series.
        views={
            "exercises": [
                {"exercise": "a", "series": "antiterror"},
                {"exercise": "b", "series": "none"},
                {"exercise": "c", "series": "antiterror"},
            ],
        },
        expect=[
            {"series": "antiterror", "value": 2, "evidence": ["exercises:a", "exercises:c"]},
            {"series": "none", "value": 1, "evidence": ["exercises:b"]},
        ],
    ),
)
