"""Kappa of alliance portfolios, squared weights: agreement beyond what each state's own habits would give."""

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
    return _alliances.compare_tables(views, setting, ordering, lambda tables: _contingency.kappa(tables, power=2))


MEASURE = Measure(
    name="kappa_alliance",
    level="dyad-year",
    label=Text("Agreement of alliances beyond chance (kappa)", "Kesepakatan aliansi di atas kebetulan (kappa)"),
    definition=Text(
        "Kappa = 1 - sum (a - b)^2 / the sum expected if each state kept its own shares of levels, over every "
        "state of the system that year, both included. "
        + _alliances.PORTFOLIOS.en,
        "Kappa = 1 - jumlah (a - b)^2 / jumlah yang diharapkan bila tiap negara mempertahankan porsi tingkatnya "
        "sendiri, atas semua negara dalam sistem tahun itu, termasuk keduanya. "
        + _alliances.PORTFOLIOS.id,
    ),
    family="interest",
    kind="array",
    needs=("system", "atop_obligations"),
    by=("state1", "state2", "year"),
    unit=_similarity.BEYOND_CHANCE,
    range=(-1, 1),
    citation=f"{_similarity.KAPPA} {_similarity.LEEDS}",
    order=24,
    compute=compute,
    example=Example(
        # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
        # CHN and RUS: observed 2/3, expected 13/3 + 13/3 - 50/9 = 28/9; with the USA 22/3 and 13/3 + 3 - 10/3 = 4.
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
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 11 / 14},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -5 / 6},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -5 / 6},
        ],
    ),
)  # fmt: skip
