"""Kappa of votes in the UN General Assembly, squared weights: agreement beyond chance."""

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
    return _votes.compare(views, setting, lambda tables: _contingency.kappa(tables, power=2))


MEASURE = Measure(
    name="kappa_votes",
    level="dyad-year",
    label=Text("Agreement of UN votes beyond chance (kappa)", "Kesepakatan suara di PBB di atas kebetulan (kappa)"),
    definition=Text(
        _votes.OVER.en + ", or no disagreement is to be expected: kappa = 1 - sum (a - b)^2 / the sum expected if each "
        "state kept its own shares of yes, abstain and no.",
        _votes.OVER.id + ", atau bila tidak ada perbedaan yang dapat diharapkan: kappa = 1 - jumlah (a - b)^2 / jumlah "
        "yang diharapkan bila tiap negara mempertahankan porsi setuju, abstain, dan menolaknya sendiri.",
    ),
    family="interest",
    kind="array",
    needs=("un_votes",),
    by=("state1", "state2", "year"),
    unit=_similarity.BEYOND_CHANCE,
    range=(-1, 1),
    citation=f"{_similarity.KAPPA} {_similarity.BAILEY}",
    extra=_votes.COMMON,
    order=31,
    compute=compute,
    example=Example(
        # CHN and RUS: observed 1/3, expected 11/3 + 14/3 - 20/3 = 5/3; either and the USA: 4 and 5 + 5 - 8.
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
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 4 / 5, "common": 3},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
        ],
    ),
)  # fmt: skip
