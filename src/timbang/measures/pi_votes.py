"""Pi of votes in the UN General Assembly, nominal: agreement beyond chance, all disagreements alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _contingency, _similarity, _votes
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> pa.Table:
    """One row per pair of states that voted in the year; `common` is the number of votes compared."""
    return _votes.compare(views, setting, lambda tables: _contingency.pi(tables, power=0))


MEASURE = Measure(
    name="pi_votes",
    level="dyad-year",
    label=Text("Agreement of UN votes beyond chance (pi)", "Kesepakatan suara di PBB di atas kebetulan (pi)"),
    definition=Text(
        _votes.OVER.en + ", or no disagreement is to be expected: pi = 1 - votes not alike / those expected if both "
        "states had the shares of yes, abstain and no of the two together.",
        _votes.OVER.id + ", atau bila tidak ada perbedaan yang dapat diharapkan: pi = 1 - suara yang tidak sama / "
        "yang diharapkan bila kedua negara memiliki porsi setuju, abstain, dan menolak gabungan keduanya.",
    ),
    family="interest",
    kind="array",
    needs=("un_votes",),
    by=("state1", "state2", "year"),
    unit=_similarity.BEYOND_CHANCE,
    range=(-1, 1),
    citation=f"{_similarity.PI} {_similarity.BAILEY}",
    extra=_votes.COMMON,
    order=32,
    compute=compute,
    example=Example(
        # CHN and RUS: 1 of 3 not alike, expected 1 - (9 + 1 + 4)/36; either and the USA: all, expected half.
        views={
            "un_votes": [
                {"resolution": 1, "state": "CHN", "year": 2001, "vote": 1},
                {"resolution": 2, "state": "CHN", "year": 2001, "vote": 1},
                {"resolution": 3, "state": "CHN", "year": 2001, "vote": 3},
                {"resolution": 1, "state": "RUS", "year": 2001, "vote": 1},
                {"resolution": 2, "state": "RUS", "year": 2001, "vote": 2},
                {"resolution": 3, "state": "RUS", "year": 2001, "vote": 3},
                {"resolution": 1, "state": "USA", "year": 2001, "vote": 3},
                {"resolution": 3, "state": "USA", "year": 2001, "vote": 1},
            ],
        },
        expect=[
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 5 / 11, "common": 3},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
        ],
    ),
)  # fmt: skip
