"""S of votes in the UN General Assembly, absolute differences: how alike two states vote."""

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
    return _votes.compare(views, setting, lambda tables: _contingency.similarity(tables, power=1))


MEASURE = Measure(
    name="s_votes",
    level="dyad-year",
    label=Text("Similarity of UN votes (S)", "Kemiripan suara di PBB (S)"),
    definition=Text(
        _votes.OVER.en + ": S = 1 - 2 sum |a - b| / (2 n).",
        _votes.OVER.id + ": S = 1 - 2 jumlah |a - b| / (2 n).",
    ),
    family="interest",
    kind="array",
    needs=("un_votes",),
    by=("state1", "state2", "year"),
    unit=_similarity.SAME,
    range=(-1, 1),
    citation=f"{_similarity.SIGNORINO} {_similarity.BAILEY}",
    extra=_votes.COMMON,
    order=30,
    compute=compute,
    example=Example(
        # CHN and RUS differ by 1 over 3 votes; either and the USA by 4 over 2.
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
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 2 / 3, "common": 3},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
        ],
    ),
)  # fmt: skip
