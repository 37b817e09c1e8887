"""Distance of two states' ideal points in the UN General Assembly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _similarity
from timbang.measures._panel import PAIR, asked
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per pair of states with an estimate in the year."""
    points = asked(views.ideal_points, setting)
    one = points.select("year", state1="state", point1="ideal_point")
    two = points.view().select("year", state2="state", point2="ideal_point")
    both = one.join(two, "year")
    both = both.filter(both.state1 < both.state2)
    return both.select(*PAIR, value=(both.point1 - both.point2).abs())


MEASURE = Measure(
    name="ideal_point_distance",
    level="dyad-year",
    label=Text("Distance of ideal points in UN votes", "Jarak titik ideal dalam suara PBB"),
    definition=Text(
        "The absolute difference of the two states' ideal points, as estimated from all votes of the session that "
        "began in the year. Missing where either has no estimate.",
        "Selisih mutlak titik ideal kedua negara, sebagaimana diperkirakan dari semua suara dalam sidang yang dimulai "
        "pada tahun itu. Tidak ada nilai bila salah satunya tidak memiliki perkiraan.",
    ),
    family="interest",
    kind="table",
    needs=("ideal_points",),
    by=PAIR,
    unit=Text("distance of ideal points", "jarak titik ideal"),
    range=(0, None),
    citation=_similarity.BAILEY,
    order=41,
    compute=compute,
    example=Example(
        # 2.75 and -0.25; KAZ has no estimate.
        views={
            "ideal_points": [
                {"state": "USA", "year": 2001, "ideal_point": 2.75},
                {"state": "CHN", "year": 2001, "ideal_point": -0.25},
                {"state": "KAZ", "year": 2001},
            ],
        },
        expect=[
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": 3.0},
            {"state1": "CHN", "state2": "KAZ", "year": 2001, "value": None},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": None},
        ],
    ),
)
