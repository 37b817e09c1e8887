"""S of alliance portfolios, unweighted, absolute differences: how alike two states' alliances are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _alliances, _portfolios, _similarity
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, ordering: str = _alliances.ORDERING) -> pa.Table:
    """One row per pair of states of the system and year that ATOP covers."""
    return _alliances.compare(views, setting, ordering, _portfolios.absolute)


MEASURE = _alliances.measure(
    name="s_alliance",
    label=Text("Similarity of alliances (S, absolute)", "Kemiripan aliansi (S, mutlak)"),
    formula=Text(
        "S = 1 - 2 sum |a - b| / (3 n), over the n states of the system that year, both included.",
        "S = 1 - 2 jumlah |a - b| / (3 n), atas n negara dalam sistem tahun itu, termasuk keduanya.",
    ),
    unit=_similarity.SAME,
    citation=_similarity.SIGNORINO,
    order=20,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
    # CHN and RUS differ by 1 + 1 + 0; either and the USA by 3 + 2 + 3: 1 - 16/9.
    expect=(5 / 9, -7 / 9, -7 / 9),
)
