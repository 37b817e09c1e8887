"""Tau-b of votes in the UN General Assembly: whether two states rank resolutions alike."""

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
    return _votes.compare(views, setting, _contingency.tau_b)


MEASURE = Measure(
    name="tau_b_votes",
    level="dyad-year",
    label=Text("Rank correlation of UN votes (tau-b)", "Korelasi peringkat suara di PBB (tau-b)"),
    definition=Text(
        _votes.OVER.en + ", or a state voted in one way only: Kendall's tau-b of the two states' votes.",
        _votes.OVER.id + ", atau bila suatu negara selalu memberi suara sama: tau-b Kendall dari suara kedua negara.",
    ),
    family="interest",
    kind="array",
    needs=("un_votes",),
    by=("state1", "state2", "year"),
    unit=_similarity.RANKS,
    range=(-1, 1),
    citation=f"{_similarity.TAU_B} {_similarity.BAILEY}",
    extra=_votes.COMMON,
    order=33,
    compute=compute,
    example=Example(
        # CHN and RUS: two pairs of votes concordant, one tied in CHN's. Either and the USA: one pair, discordant.
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
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 2 / 6**0.5, "common": 3},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -1.0, "common": 2},
        ],
    ),
)  # fmt: skip
