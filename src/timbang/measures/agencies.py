"""Agencies: in how many exercises each kind of agency is recorded as taking part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per agency; the upper bound adds the exercises of which no agency is recorded."""
    e, a = views.exercises, views.agencies
    silent = e.agg(unrecorded=e.count() - e.exercise.isin(a.exercise).sum().fill_null(0))
    counts = a.group_by("agency").agg(
        value=a.exercise.nunique(),
        evidence=_evidence.gathered(_evidence.exercise(a.exercise)),
    )
    c = counts.cross_join(silent)
    return c.select("agency", "unrecorded", "value", "evidence", low=c.value, high=c.value + c.unrecorded)


MEASURE = Measure(
    name="agencies",
    label=Text("Agencies taking part", "Badan yang terlibat"),
    definition=Text(
        "Number of joint exercises in which a source records that the agency took part. The upper bound adds the "
        "exercises of which no source names any agency.",
        "Jumlah latihan bersama yang menurut suatu sumber melibatkan badan itu. Batas atas menambahkan latihan yang "
        "badan pesertanya tidak disebut sumber mana pun.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "agencies"),
    by=("agency",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Joint exercises on record with {agency} among those taking part: {value}.",
        "Latihan bersama yang tercatat melibatkan {agency}: {value}.",
    ),
    unknown=Text(
        "How many joint exercises involved {agency} is not known.",
        "Jumlah latihan bersama yang melibatkan {agency} tidak diketahui.",
    ),
    extra={"unrecorded": "int"},
    chart="bars",
    draw={"x": "agency"},
    order=70,
    compute=compute,
    example=Example(
        # Special forces in a and b, intelligence in a; of c no agency is recorded.
        views={
            "exercises": [{"exercise": "a"}, {"exercise": "b"}, {"exercise": "c"}],
            "agencies": [
                {"exercise": "a", "agency": "intelligence"},
                {"exercise": "a", "agency": "special-forces"},
                {"exercise": "b", "agency": "special-forces"},
            ],
        },
        expect=[
            {"agency": "intelligence", "value": 1, "low": 1, "high": 2, "unrecorded": 1, "evidence": ["exercises:a"]},
            {"agency": "special-forces", "value": 2, "low": 2, "high": 3, "evidence": ["exercises:a", "exercises:b"]},
        ],
    ),
)
