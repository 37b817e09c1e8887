"""Exercises per stated purpose: what the participants say they exercise for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views

NONE = "none-stated"


def compute(views: Views, setting: Setting) -> Any:
    """One row per purpose, and one for the exercises of which no purpose is stated."""
    import ibis

    e = views.exercises
    some = e.purpose_stated.length().fill_null(0) > 0
    purposes = some.ifelse(e.purpose_stated, ibis.literal([NONE], type="array<string>"))
    said = e.select("exercise", purpose=purposes.unnest())
    return said.group_by("purpose").agg(
        value=said.exercise.nunique(),
        evidence=_evidence.gathered(_evidence.exercise(said.exercise)),
    )


MEASURE = Measure(
    name="exercises_per_purpose",
    label=Text("Exercises per stated purpose", "Latihan per tujuan yang dinyatakan"),
    definition=Text(
        "Number of joint exercises whose participants state the purpose. An exercise with several stated purposes "
        "counts under each of them; purposes that others attribute to it do not count.",
        "Jumlah latihan bersama yang tujuannya dinyatakan demikian oleh para pesertanya. Latihan dengan beberapa "
        "tujuan dihitung pada setiap tujuan; tujuan yang dianggap ada oleh pihak lain tidak dihitung.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("purpose",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Joint exercises with the stated purpose “{purpose}”: {value}.",
        "Latihan bersama dengan tujuan yang dinyatakan “{purpose}”: {value}.",
    ),
    unknown=Text(
        "How many exercises have the stated purpose “{purpose}” is not known.",
        "Jumlah latihan dengan tujuan “{purpose}” tidak diketahui.",
    ),
    chart="bars",
    draw={"x": "purpose"},
    words={NONE: Text("none stated", "tidak dinyatakan")},
    order=65,
    compute=compute,
    example=Example(
        # a states two purposes, b one of them, c an empty list and d nothing: twice none stated.
        views={
            "exercises": [
                {"exercise": "a", "purpose_stated": ["counter-terrorism", "hostage-rescue"]},
                {"exercise": "b", "purpose_stated": ["counter-terrorism"]},
                {"exercise": "c", "purpose_stated": []},
                {"exercise": "d"},
            ],
        },
        expect=[
            {"purpose": "counter-terrorism", "value": 2, "evidence": ["exercises:a", "exercises:b"]},
            {"purpose": "hostage-rescue", "value": 1, "evidence": ["exercises:a"]},
            {"purpose": NONE, "value": 2, "evidence": ["exercises:c", "exercises:d"]},
        ],
    ),
)
