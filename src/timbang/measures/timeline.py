"""Time line: when each exercise was held, in which series, and with how many troops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per exercise; null where no source gives the troops, and never zero for that."""
    e = views.exercises
    return e.select(
        "exercise", "start", "end", "days", "qualifier",
        series=e.series.fill_null("none"),
        value=e.troops,
        low=e.troops_low.fill_null(e.troops),
        high=e.troops_high.fill_null(e.troops),
        evidence=_evidence.alone(_evidence.exercise(e.exercise)),
    )  # fmt: skip


MEASURE = Measure(
    name="timeline",
    label=Text("Time line of exercises, with troops", "Lini masa latihan beserta jumlah pasukan"),
    definition=Text(
        "Troops in each joint exercise as the preferred source gives them, between the lowest and the highest figure "
        "of any source. `qualifier` is the source's own hedge (about, more than, announced); empty where it has none.",
        "Jumlah pasukan dalam setiap latihan bersama menurut sumber yang diutamakan, di antara angka terendah dan "
        "tertinggi dari semua sumber. `qualifier` ialah pembatas dari sumber sendiri (sekitar, lebih dari, diumumkan); "
        "kosong bila tidak ada.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("exercise",),
    unit=Text("troops", "personel"),
    range=(0, None),
    citation="Figures of the sources cited for each exercise.",
    statement=Text("Troops in {exercise}: {value}.", "Jumlah pasukan dalam {exercise}: {value}."),
    unknown=Text(
        "How many troops took part in {exercise} is not known.", "Jumlah pasukan dalam {exercise} tidak diketahui."
    ),
    extra={"start": "date", "end": "date", "days": "float", "qualifier": "string", "series": "string"},
    chart="timeline",
    draw={"x": "start", "size": "value", "colour": "series"},
    order=20,
    compute=compute,
    example=Example(
        # a: 7,000 by the preferred source, 4,000 by another. b: no figure.
        views={
            "exercises": [
                {"exercise": "a", "series": "peace-mission", "days": 9, "qualifier": "about", "troops": 7000,
                 "troops_low": 4000, "troops_high": 7000},
                {"exercise": "b", "series": "none"},
            ],
        },
        expect=[
            {"exercise": "a", "value": 7000.0, "low": 4000.0, "high": 7000.0, "days": 9.0, "qualifier": "about",
             "series": "peace-mission", "evidence": ["exercises:a"]},
            {"exercise": "b", "value": None, "low": None, "high": None, "days": None, "qualifier": None,
             "series": "none", "evidence": ["exercises:b"]},
        ],
    ),
)  # fmt: skip
