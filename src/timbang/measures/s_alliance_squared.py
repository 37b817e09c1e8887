"""S of alliance portfolios, unweighted, squared differences: how alike two states' alliances are."""

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
    return _alliances.compare(views, setting, ordering, _portfolios.squared)


MEASURE = _alliances.measure(
    name="s_alliance_squared",
    label=Text("Similarity of alliances (S, squared)", "Kemiripan aliansi (S, kuadrat)"),
    formula=Text(
        "S = 1 - 2 sum (a - b)^2 / (9 n), over the n states of the system that year, both included.",
        "S = 1 - 2 jumlah (a - b)^2 / (9 n), atas n negara dalam sistem tahun itu, termasuk keduanya.",
    ),
    unit=_similarity.SAME,
    citation=_similarity.SIGNORINO,
    order=21,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
    # CHN and RUS: sum 2, 1 - 4/27; CHN and USA: 9 + 4 + 9; RUS and USA: 4 + 9 + 9.
    expect=(23 / 27, -17 / 27, -17 / 27),
)
