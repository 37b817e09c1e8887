"""Pi of alliance portfolios, squared weights: agreement beyond what the two states' shared habits would give."""

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
    return _alliances.compare_tables(views, setting, ordering, lambda tables: _contingency.pi(tables, power=2))


MEASURE = _alliances.measure(
    name="pi_alliance",
    label=Text("Agreement of alliances beyond chance (pi)", "Kesepakatan aliansi di atas kebetulan (pi)"),
    formula=Text(
        "Pi = 1 - sum (a - b)^2 / the sum expected if both states had the shares of levels of the two together, "
        "over every state of the system that year, both included.",
        "Pi = 1 - jumlah (a - b)^2 / jumlah yang diharapkan bila kedua negara memiliki porsi tingkat gabungan "
        "keduanya, atas semua negara dalam sistem tahun itu, termasuk keduanya.",
    ),
    unit=_similarity.BEYOND_CHANCE,
    citation=_similarity.PI,
    order=25,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
    # CHN and RUS: observed 2/3, expected 2 (13/3 - 25/9) = 28/9; with the USA 22/3 and 2 (11/3 - 16/9) = 34/9.
    expect=(11 / 14, -16 / 17, -16 / 17),
)
