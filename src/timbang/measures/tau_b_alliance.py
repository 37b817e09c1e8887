"""Tau-b of alliance portfolios: whether two states rank their partners alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _alliances, _contingency, _similarity
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, ordering: str = _alliances.ORDERING) -> pa.Table:
    """One row per pair of states of the system and year that ATOP covers."""
    return _alliances.compare_tables(views, setting, ordering, _contingency.tau_b)


MEASURE = Measure(
    name="tau_b_alliance",
    level="dyad-year",
    label=Text("Rank correlation of alliances (tau-b)", "Korelasi peringkat aliansi (tau-b)"),
    definition=Text(
        "Kendall's tau-b of the two portfolios over every state of the system that year, both included. Missing "
        "where a portfolio has one level only. "
        + _alliances.PORTFOLIOS.en,
        "Tau-b Kendall dari kedua portofolio atas semua negara dalam sistem tahun itu, termasuk keduanya. Tidak "
        "ada nilai bila suatu portofolio hanya memiliki satu tingkat. "
        + _alliances.PORTFOLIOS.id,
    ),
    family="interest",
    kind="array",
    needs=("system", "atop_obligations"),
    by=("state1", "state2", "year"),
    unit=_similarity.RANKS,
    range=(-1, 1),
    citation=f"{_similarity.TAU_B} {_similarity.LEEDS}",
    order=26,
    compute=compute,
    example=Example(
        # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
        # CHN and RUS: two pairs of partners concordant, one discordant. With the USA: two discordant, one tied in its.
        views={
            "system": [
                {"state": "USA", "year": 2001, "cow": 2, "gw": 2},
                {"state": "RUS", "year": 2001, "cow": 365, "gw": 365},
                {"state": "CHN", "year": 2001, "cow": 710, "gw": 710},
            ],
            "atop_obligations": [
                {"state1": one, "state2": other, "year": 2001, "defense": 0, "offense": 0, "neutral": 0, "nonagg": 1,
                 "consul": 1} for one, other in (("CHN", "RUS"), ("RUS", "CHN"))
            ],
        },
        expect=[
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 1 / 3},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -2 / 6**0.5},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -2 / 6**0.5},
        ],
    ),
)  # fmt: skip
