"""S of votes in the UN General Assembly, absolute differences: how alike two states vote."""

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
    return _votes.compare(views, setting, lambda tables: _contingency.similarity(tables, power=1))


MEASURE = _votes.measure(
    name="s_votes",
    label=Text("Similarity of UN votes (S)", "Kemiripan suara di PBB (S)"),
    formula=Text(": S = 1 - 2 sum |a - b| / (2 n).", ": S = 1 - 2 jumlah |a - b| / (2 n)."),
    unit=_similarity.SAME,
    citation=_similarity.SIGNORINO,
    order=30,
    compute=compute,
    # Votes on three resolutions: CHN 1 1 3, RUS 1 2 3, USA 3 - 1.
    # CHN and RUS differ by 1 over 3 votes; either and the USA by 4 over 2.
    expect=(2 / 3, -1.0, -1.0),
)
