"""What is not known: how many exercises have no value for each thing a scholar would ask of them."""

from __future__ import annotations

from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per field, over all exercises."""
    e = views.exercises
    missing = {
        "start": e.start.isnull(),
        "days": e.days.isnull(),
        "place": ~e.exercise.isin(views.places.exercise),
        "troops": e.troops.isnull(),
        "participants": e.roster.isnull(),
        "roster": (e.roster != "complete").fill_null(True),
        "purpose": e.purpose_stated.length().fill_null(0) <= 0,
        "agencies": ~e.exercise.isin(views.agencies.exercise),
    }
    rows = [e.select("exercise", field=_code(field), missing=empty) for field, empty in missing.items()]
    every = reduce(lambda above, below: above.union(below), rows)
    return every.group_by("field").agg(
        value=every.missing.sum(),
        exercises=every.count(),
        evidence=_evidence.gathered(_evidence.exercise(every.exercise), where=every.missing),
    )


def _code(field: str) -> Any:
    import ibis

    return ibis.literal(field)


MEASURE = Measure(
    name="not_recorded",
    label=Text("What is not recorded", "Yang tidak tercatat"),
    definition=Text(
        "Number of exercises of which no source gives the date, the first and last day, a place, the troops, any "
        "participant, a complete list of participants, a stated purpose, or any agency.",
        "Jumlah latihan yang tanggalnya, hari pertama dan terakhirnya, tempatnya, jumlah pasukannya, pesertanya, "
        "daftar pesertanya yang lengkap, tujuan yang dinyatakan, atau badan pesertanya tidak disebut sumber mana pun.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "places", "agencies"),
    by=("field",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Exercises with no record of {field}: {value} of {exercises}.",
        "Latihan tanpa catatan tentang {field}: {value} dari {exercises}.",
    ),
    unknown=Text(
        "How many exercises have no record of {field} is not known.",
        "Jumlah latihan tanpa catatan tentang {field} tidak diketahui.",
    ),
    extra={"exercises": "int"},
    words={
        "start": Text("any date", "tanggal apa pun"),
        "days": Text("a first and last day, and so a length", "hari pertama dan terakhir, dan karena itu lamanya"),
        "place": Text("a place", "tempat"),
        "troops": Text("a number of troops", "jumlah pasukan"),
        "participants": Text("any participant", "peserta"),
        "roster": Text("a complete list of participants", "daftar peserta yang lengkap"),
        "purpose": Text("a stated purpose", "tujuan yang dinyatakan"),
        "agencies": Text("the agencies that took part", "badan yang terlibat"),
    },
    chart="bars",
    draw={"x": "field"},
    order=95,
    compute=compute,
    example=Example(
        # a has everything but agencies, its roster open; b has nothing at all.
        views={
            "exercises": [
                {"exercise": "a", "start": date(2001, 5, 1), "days": 3, "troops": 300, "roster": "open",
                 "purpose_stated": ["counter-terrorism"]},
                {"exercise": "b"},
            ],
            "places": [{"exercise": "a", "place": "Almaty"}],
        },
        expect=[
            *({"field": field, "value": 1, "exercises": 2, "evidence": ["exercises:b"]}
              for field in ("start", "days", "place", "troops", "participants", "purpose")),
            *({"field": field, "value": 2, "exercises": 2, "evidence": ["exercises:a", "exercises:b"]}
              for field in ("roster", "agencies")),
        ],
    ),
)  # fmt: skip
