"""Tau-b of votes in the UN General Assembly: whether two states rank resolutions alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _contingency, _similarity, _votes
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> pa.Table:
    """One row per pair of states that voted in the year; `common` is the number of votes compared."""
    return _votes.compare(views, setting, _contingency.tau_b)


MEASURE = _votes.measure(
    name="tau_b_votes",
    label=Text("Rank correlation of UN votes (tau-b)", "Korelasi peringkat suara di PBB (tau-b)"),
    formula=Text(
        ", or a state voted in one way only: Kendall's tau-b of the two states' votes.",
        ", atau bila suatu negara selalu memberi suara sama: tau-b Kendall dari suara kedua negara.",
    ),
    unit=_similarity.RANKS,
    citation=_similarity.TAU_B,
    order=33,
    compute=compute,
    # Votes on three resolutions: CHN 1 1 3, RUS 1 2 3, USA 3 - 1.
    # CHN and RUS: two pairs of votes concordant, one tied in CHN's. Either and the USA: one pair, discordant.
    expect=(2 / 6**0.5, -1.0, -1.0),
)
