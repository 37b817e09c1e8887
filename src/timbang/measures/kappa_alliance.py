"""Kappa of alliance portfolios, squared weights: agreement beyond what each state's own habits would give."""

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
    return _alliances.compare_tables(views, setting, ordering, lambda tables: _contingency.kappa(tables, power=2))


MEASURE = _alliances.measure(
    name="kappa_alliance",
    label=Text("Agreement of alliances beyond chance (kappa)", "Kesepakatan aliansi di atas kebetulan (kappa)"),
    formula=Text(
        "Kappa = 1 - sum (a - b)^2 / the sum expected if each state kept its own shares of levels, over every "
        "state of the system that year, both included.",
        "Kappa = 1 - jumlah (a - b)^2 / jumlah yang diharapkan bila tiap negara mempertahankan porsi tingkatnya "
        "sendiri, atas semua negara dalam sistem tahun itu, termasuk keduanya.",
    ),
    unit=_similarity.BEYOND_CHANCE,
    citation=_similarity.KAPPA,
    order=24,
    compute=compute,
    # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
    # CHN and RUS: observed 2/3, expected 13/3 + 13/3 - 50/9 = 28/9; with the USA 22/3 and 13/3 + 3 - 10/3 = 4.
    expect=(11 / 14, -5 / 6, -5 / 6),
)
