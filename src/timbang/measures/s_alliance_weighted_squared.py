"""S of alliance portfolios, each partner weighted by its capabilities (CINC), squared differences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _alliances, _portfolios, _similarity
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, ordering: str = _alliances.ORDERING) -> pa.Table:
    """One row per pair of states of the system and year that ATOP and NMC cover."""
    return _alliances.compare_weighted(views, setting, ordering, _portfolios.squared)


MEASURE = _alliances.measure(
    name="s_alliance_weighted_squared",
    label=Text(
        "Similarity of alliances weighted by capabilities (S, squared)",
        "Kemiripan aliansi berbobot kapabilitas (S, kuadrat)",
    ),
    formula=Text(
        "S = 1 - 2 sum w (a - b)^2 / (9 sum w), over the states of the system that year, both included; w is CINC.",
        "S = 1 - 2 jumlah w (a - b)^2 / (9 jumlah w), atas negara sistem tahun itu, termasuk keduanya; w adalah CINC.",
    ),
    unit=_similarity.SAME,
    citation=_similarity.SIGNORINO,
    order=23,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA); CINC .3, .2, .5.
    # CHN and RUS: .3 + .2 of 9; CHN and USA: 2.7 + .8 + 4.5; RUS and USA: 1.2 + 1.8 + 4.5.
    expect=(8 / 9, -7 / 9, -2 / 3),
    weighted=True,
)
