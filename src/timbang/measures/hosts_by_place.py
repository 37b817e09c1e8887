"""Hosts by place: how many places of exercises lie in each state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per state that a place lies in; places of which no state is given (the sea) are left out."""
    placed = views.places.filter(views.places.state.notnull()).select("exercise", "place", "state").distinct()
    return placed.group_by("state").agg(
        value=placed.count(),
        different=placed.place.nunique(),
        exercises=placed.exercise.nunique(),
        evidence=_evidence.gathered(_evidence.exercise(placed.exercise)),
    )


MEASURE = Measure(
    name="hosts_by_place",
    label=Text("Hosts, by place", "Tuan rumah menurut tempat"),
    definition=Text(
        "Number of places of joint exercises in the state: each place counts once for each exercise held there, so "
        "that one exercise at two places of a state counts twice. `different` counts each place once.",
        "Jumlah tempat latihan bersama di negara itu: setiap tempat dihitung satu kali per latihan, sehingga satu "
        "latihan di dua tempat dalam satu negara dihitung dua kali. `different` menghitung setiap tempat satu kali.",
    ),
    family="regionalization",
    kind="table",
    needs=("places",),
    by=("state",),
    unit=Text("places", "tempat"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Places of joint exercises in {state}: {value}, {different} of them different.",
        "Tempat latihan bersama di {state}: {value}, {different} di antaranya berbeda.",
    ),
    unknown=Text(
        "The number of places of joint exercises in {state} is not known.",
        "Jumlah tempat latihan bersama di {state} tidak diketahui.",
    ),
    extra={"different": "int", "exercises": "int"},
    chart="bars",
    draw={"x": "state"},
    order=51,
    compute=compute,
    example=Example(
        # a at two places of KAZ, b again at one of them and in RUS, c at sea.
        views={
            "places": [
                {"exercise": "a", "place": "Almaty", "state": "KAZ"},
                {"exercise": "a", "place": "Gvardeisky", "state": "KAZ"},
                {"exercise": "b", "place": "Almaty", "state": "KAZ"},
                {"exercise": "b", "place": "Saratov", "state": "RUS"},
                {"exercise": "c", "place": "Yellow Sea"},
            ],
        },
        expect=[
            {"state": "KAZ", "value": 3, "different": 2, "exercises": 2, "evidence": ["exercises:a", "exercises:b"]},
            {"state": "RUS", "value": 1, "different": 1, "exercises": 1, "evidence": ["exercises:b"]},
        ],
    ),
)
