"""Kappa of votes in the UN General Assembly, squared weights: agreement beyond chance."""

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
    return _votes.compare(views, setting, lambda tables: _contingency.kappa(tables, power=2))


MEASURE = _votes.measure(
    name="kappa_votes",
    label=Text("Agreement of UN votes beyond chance (kappa)", "Kesepakatan suara di PBB di atas kebetulan (kappa)"),
    formula=Text(
        ", or no disagreement is to be expected: kappa = 1 - sum (a - b)^2 / the sum expected if each "
        "state kept its own shares of yes, abstain and no.",
        ", atau bila tidak ada perbedaan yang dapat diharapkan: kappa = 1 - jumlah (a - b)^2 / jumlah "
        "yang diharapkan bila tiap negara mempertahankan porsi setuju, abstain, dan menolaknya sendiri.",
    ),
    unit=_similarity.BEYOND_CHANCE,
    citation=_similarity.KAPPA,
    order=31,
    compute=compute,
    # Votes on three resolutions: CHN 1 1 3, RUS 1 2 3, USA 3 - 1.
    # CHN and RUS: observed 1/3, expected 11/3 + 14/3 - 20/3 = 5/3; either and the USA: 4 and 5 + 5 - 8.
    expect=(4 / 5, -1.0, -1.0),
)
