"""S of alliance portfolios, unweighted, squared differences: how alike two states' alliances are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _alliances, _portfolios, _similarity
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, ordering: str = _alliances.ORDERING) -> pa.Table:
    """One row per pair of states of the system and year that ATOP covers."""
    return _alliances.compare(views, setting, ordering, _portfolios.squared)


MEASURE = Measure(
    name="s_alliance_squared",
    level="dyad-year",
    label=Text("Similarity of alliances (S, squared)", "Kemiripan aliansi (S, kuadrat)"),
    definition=Text(
        "S = 1 - 2 sum (a - b)^2 / (9 n), over the n states of the system that year, both included. "
        + _alliances.PORTFOLIOS.en,
        "S = 1 - 2 jumlah (a - b)^2 / (9 n), atas n negara dalam sistem tahun itu, termasuk keduanya. "
        + _alliances.PORTFOLIOS.id,
    ),
    family="interest",
    kind="array",
    needs=("system", "atop_obligations"),
    by=("state1", "state2", "year"),
    unit=_similarity.SAME,
    range=(-1, 1),
    citation=f"{_similarity.SIGNORINO} {_similarity.LEEDS}",
    order=21,
    compute=compute,
    example=Example(
        # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA).
        # CHN and RUS: sum 2, 1 - 4/27; CHN and USA: 9 + 4 + 9; RUS and USA: 4 + 9 + 9.
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
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 23 / 27},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -17 / 27},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -17 / 27},
        ],
    ),
)  # fmt: skip
