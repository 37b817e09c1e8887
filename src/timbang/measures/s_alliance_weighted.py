"""S of alliance portfolios, each partner weighted by its capabilities (CINC), absolute differences."""

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
    return _alliances.compare_weighted(views, setting, ordering, _portfolios.absolute)


MEASURE = _alliances.measure(
    name="s_alliance_weighted",
    label=Text(
        "Similarity of alliances weighted by capabilities (S, absolute)",
        "Kemiripan aliansi berbobot kapabilitas (S, mutlak)",
    ),
    formula=Text(
        "S = 1 - 2 sum w |a - b| / (3 sum w), over the states of the system that year, both included; w is CINC.",
        "S = 1 - 2 jumlah w |a - b| / (3 jumlah w), atas negara sistem tahun itu, termasuk keduanya; w adalah CINC.",
    ),
    unit=_similarity.SAME,
    citation=_similarity.SIGNORINO,
    order=22,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA); CINC .3, .2, .5.
    # CHN and RUS: .3 + .2 of 3; CHN and USA: .9 + .4 + 1.5; RUS and USA: .6 + .6 + 1.5.
    expect=(2 / 3, -13 / 15, -0.8),
    weighted=True,
)
