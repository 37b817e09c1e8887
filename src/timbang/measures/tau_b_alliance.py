"""Tau-b of alliance portfolios: whether two states rank their partners alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _alliances, _contingency, _similarity
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, ordering: str = _alliances.ORDERING) -> pa.Table:
    """One row per pair of states of the system and year that ATOP covers."""
    return _alliances.compare_tables(views, setting, ordering, _contingency.tau_b)


MEASURE = _alliances.measure(
    name="tau_b_alliance",
    label=Text("Rank correlation of alliances (tau-b)", "Korelasi peringkat aliansi (tau-b)"),
    formula=Text(
        "Kendall's tau-b of the two portfolios over every state of the system that year, both included. Missing "
        "where a portfolio has one level only.",
        "Tau-b Kendall dari kedua portofolio atas semua negara dalam sistem tahun itu, termasuk keduanya. Tidak "
        "ada nilai bila suatu portofolio hanya memiliki satu tingkat.",
    ),
    unit=_similarity.RANKS,
    citation=_similarity.TAU_B,
    order=26,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
    # CHN and RUS: two pairs of partners concordant, one discordant. With the USA: two discordant, one tied in its.
    expect=(1 / 3, -2 / 6**0.5, -2 / 6**0.5),
)
