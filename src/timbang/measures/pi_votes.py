"""Pi of votes in the UN General Assembly, nominal: agreement beyond chance, all disagreements alike."""

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
    return _votes.compare(views, setting, lambda tables: _contingency.pi(tables, power=0))


MEASURE = _votes.measure(
    name="pi_votes",
    label=Text("Agreement of UN votes beyond chance (pi)", "Kesepakatan suara di PBB di atas kebetulan (pi)"),
    formula=Text(
        ", or no disagreement is to be expected: pi = 1 - votes not alike / those expected if both "
        "states had the shares of yes, abstain and no of the two together.",
        ", atau bila tidak ada perbedaan yang dapat diharapkan: pi = 1 - suara yang tidak sama / "
        "yang diharapkan bila kedua negara memiliki porsi setuju, abstain, dan menolak gabungan keduanya.",
    ),
    unit=_similarity.BEYOND_CHANCE,
    citation=_similarity.PI,
    order=32,
    compute=compute,
    # Votes on three resolutions: CHN 1 1 3, RUS 1 2 3, USA 3 - 1.
    # CHN and RUS: 1 of 3 not alike, expected 1 - (9 + 1 + 4)/36; either and the USA: all, expected half.
    expect=(5 / 11, -1.0, -1.0),
)
