"""Ideal point: where a state stands on the main line of conflict in the UN General Assembly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _similarity
from timbang.measures._panel import STATE, asked
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year with an estimate; bounds and number of votes as the data give them."""
    return asked(views.ideal_points, setting).select(*STATE, "low", "high", "votes", value="ideal_point")


MEASURE = Measure(
    name="ideal_point",
    level="state-year",
    label=Text("Ideal point in UN votes", "Titik ideal dalam suara PBB"),
    definition=Text(
        "The estimate of a state's position from its votes in the session that began in the year, as published (all "
        "votes). Higher is nearer to the United States' side. low and high bound it as the data do; votes is on how "
        "many votes it rests.",
        "Perkiraan posisi suatu negara dari suaranya dalam sidang yang dimulai pada tahun itu, sebagaimana diterbitkan "
        "(semua suara). Makin tinggi makin dekat ke pihak Amerika Serikat. low dan high adalah batasnya menurut data; "
        "votes adalah jumlah suara yang mendasarinya.",
    ),
    family="interest",
    kind="table",
    needs=("ideal_points",),
    by=STATE,
    unit=Text("ideal point", "titik ideal"),
    range=(None, None),
    citation=_similarity.BAILEY,
    extra={"low": "float", "high": "float", "votes": "int"},
    order=40,
    compute=compute,
    example=Example(
        views={
            "ideal_points": [
                {"state": "USA", "year": 2000, "ideal_point": 2.5},
                {"state": "USA", "year": 2001, "ideal_point": 2.75, "votes": 80, "low": 2.5, "high": 3.0},
                {"state": "RUS", "year": 2001, "ideal_point": 0.25, "votes": 82, "low": 0.1, "high": 0.4},
            ],
        },
        expect=[
            {"state": "USA", "year": 2001, "value": 2.75, "votes": 80, "low": 2.5, "high": 3.0},
            {"state": "RUS", "year": 2001, "value": 0.25, "votes": 82, "low": 0.1, "high": 0.4},
        ],
    ),
)
