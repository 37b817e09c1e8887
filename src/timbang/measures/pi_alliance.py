"""Pi of alliance portfolios, squared weights: agreement beyond what the two states' shared habits would give."""

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
    return _alliances.compare_tables(views, setting, ordering, lambda tables: _contingency.pi(tables, power=2))


MEASURE = Measure(
    name="pi_alliance",
    level="dyad-year",
    label=Text("Agreement of alliances beyond chance (pi)", "Kesepakatan aliansi di atas kebetulan (pi)"),
    definition=Text(
        "Pi = 1 - sum (a - b)^2 / the sum expected if both states had the shares of levels of the two together, "
        "over every state of the system that year, both included. "
        + _alliances.PORTFOLIOS.en,
        "Pi = 1 - jumlah (a - b)^2 / jumlah yang diharapkan bila kedua negara memiliki porsi tingkat gabungan "
        "keduanya, atas semua negara dalam sistem tahun itu, termasuk keduanya. "
        + _alliances.PORTFOLIOS.id,
    ),
    family="interest",
    kind="array",
    needs=("system", "atop_obligations"),
    by=("state1", "state2", "year"),
    unit=_similarity.BEYOND_CHANCE,
    range=(-1, 1),
    citation=f"{_similarity.PI} {_similarity.LEEDS}",
    order=25,
    compute=compute,
    example=Example(
        # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
        # CHN and RUS: observed 2/3, expected 2 (13/3 - 25/9) = 28/9; with the USA 22/3 and 2 (11/3 - 16/9) = 34/9.
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
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -16 / 17},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -16 / 17},
        ],
    ),
)  # fmt: skip
