"""Days per exercise: how long each exercise lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per exercise; null where its first or last day is not known, with bounds where its month is."""
    e = views.exercises
    return e.select(
        "exercise",
        value=e.days,
        low=e.days_low.fill_null(e.days),
        high=e.days_high.fill_null(e.days),
        evidence=_evidence.alone(_evidence.exercise(e.exercise)),
    )


MEASURE = Measure(
    name="days_per_exercise",
    label=Text("Days of each exercise", "Lama setiap latihan"),
    definition=Text(
        "Days from the first to the last, both included, by the preferred source; the bounds span all sources and "
        "what imprecise dates leave open.",
        "Jumlah hari dari hari pertama sampai terakhir, keduanya dihitung, menurut sumber yang diutamakan; batasnya "
        "mencakup semua sumber dan kemungkinan yang dibiarkan oleh tanggal yang tidak tepat.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("exercise",),
    unit=Text("days", "hari"),
    range=(1, None),
    citation="Dates of the sources cited for each exercise.",
    statement=Text("Days that {exercise} lasted: {value}.", "Lama {exercise} dalam hari: {value}."),
    unknown=Text("How many days {exercise} lasted is not known.", "Lama {exercise} tidak diketahui."),
    chart="bars",
    draw={"x": "exercise"},
    order=76,
    compute=compute,
    example=Example(
        # a: 9-25 September, 17 days. b: somewhere in a month of 30 days.
        views={
            "exercises": [
                {"exercise": "a", "days": 17, "days_low": 17, "days_high": 17},
                {"exercise": "b", "days_low": 1, "days_high": 30},
            ],
        },
        expect=[
            {"exercise": "a", "value": 17.0, "low": 17.0, "high": 17.0, "evidence": ["exercises:a"]},
            {"exercise": "b", "value": None, "low": 1.0, "high": 30.0, "evidence": ["exercises:b"]},
        ],
    ),
)
