"""Places: where each exercise was held, and how many exercises the record knows there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per exercise and place; of a place given twice for one exercise the first by state."""
    import ibis

    p = views.places
    twice = ibis.window(group_by=["exercise", "place"], order_by=["state", "lat", "lon", "precision"])
    ranked = p.mutate(rank=ibis.row_number().over(twice))
    once = ranked.filter(ranked["rank"] == 0)
    named = once.mutate(where=once.state.fill_null(""))
    used = named.group_by("where", "place").agg(value=named.exercise.nunique())
    c = named.join(used, ["where", "place"])
    return c.select(
        "exercise", "place", "state", "lat", "lon", "precision", "value",
        evidence=_evidence.alone(_evidence.exercise(c.exercise)),
    )  # fmt: skip


MEASURE = Measure(
    name="places",
    label=Text("Places of exercises", "Tempat latihan"),
    definition=Text(
        "Where each joint exercise was held, and how many exercises of the record were held at that place. Positions "
        "are as exact as `precision` says; a place without a position is listed and not drawn.",
        "Tempat setiap latihan bersama digelar, dan jumlah latihan dalam catatan yang digelar di tempat itu. "
        "Ketelitian posisi dinyatakan oleh `precision`; tempat tanpa posisi hanya didaftar, tidak digambar.",
    ),
    family="regionalization",
    kind="table",
    needs=("places",),
    by=("exercise", "place"),
    unit=Text("exercises", "latihan"),
    range=(1, None),
    citation="Count; positions as entered in the case, each with its precision.",
    statement=Text(
        "{exercise} was held at {place}; exercises on record at that place: {value}.",
        "{exercise} digelar di {place}; latihan yang tercatat di tempat itu: {value}.",
    ),
    unknown=Text(
        "How many exercises were held at {place}, a place of {exercise}, is not known.",
        "Jumlah latihan di {place}, salah satu tempat {exercise}, tidak diketahui.",
    ),
    extra={"state": "string", "lat": "float", "lon": "float", "precision": "string"},
    chart="map",
    draw={"x": "lon", "y": "lat", "size": "value", "colour": "state"},
    order=55,
    compute=compute,
    example=Example(
        # Saratov was used twice; b was also held at sea, of which neither state nor position is given.
        views={
            "places": [
                {"exercise": "a", "place": "Saratov", "state": "RUS", "lat": 51.5, "lon": 46.0, "precision": "town"},
                {"exercise": "b", "place": "Saratov", "state": "RUS", "lat": 51.5, "lon": 46.0, "precision": "town"},
                {"exercise": "b", "place": "Yellow Sea"},
            ],
        },
        expect=[
            {"exercise": "a", "place": "Saratov", "state": "RUS", "lat": 51.5, "lon": 46.0, "precision": "town",
             "value": 2, "evidence": ["exercises:a"]},
            {"exercise": "b", "place": "Saratov", "state": "RUS", "value": 2, "evidence": ["exercises:b"]},
            {"exercise": "b", "place": "Yellow Sea", "state": None, "lat": None, "value": 1,
             "evidence": ["exercises:b"]},
        ],
    ),
)  # fmt: skip
