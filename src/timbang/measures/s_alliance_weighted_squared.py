"""S of alliance portfolios, each partner weighted by its capabilities (CINC), squared differences."""

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
    """One row per pair of states of the system and year that ATOP and NMC cover."""
    return _alliances.compare_weighted(views, setting, ordering, _portfolios.squared)


MEASURE = Measure(
    name="s_alliance_weighted_squared",
    level="dyad-year",
    label=Text(
        "Similarity of alliances weighted by capabilities (S, squared)",
        "Kemiripan aliansi berbobot kapabilitas (S, kuadrat)",
    ),
    definition=Text(
        "S = 1 - 2 sum w (a - b)^2 / (9 sum w), over the states of the system that year, both included; w is CINC. "
        + _alliances.WEIGHED.en,
        "S = 1 - 2 jumlah w (a - b)^2 / (9 jumlah w), atas negara sistem tahun itu, termasuk keduanya; w adalah CINC. "
        + _alliances.WEIGHED.id,
    ),
    family="interest",
    kind="array",
    needs=("system", "atop_obligations", "nmc"),
    by=("state1", "state2", "year"),
    unit=_similarity.SAME,
    range=(-1, 1),
    citation=f"{_similarity.SIGNORINO} {_similarity.LEEDS} {_similarity.SINGER}",
    extra={"unweighed": "int"},
    order=23,
    compute=compute,
    example=Example(
        # Portfolios: CHN 3 2 0, RUS 2 3 0, USA 0 0 3 (towards CHN, RUS, USA); CINC .3, .2, .5.
        # CHN and RUS: .3 + .2 of 9; CHN and USA: 2.7 + .8 + 4.5; RUS and USA: 1.2 + 1.8 + 4.5.
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
            "nmc": [
                {"state": "USA", "year": 2001, "milex": 50.0},
                {"state": "CHN", "year": 2001, "milex": 30.0},
                {"state": "RUS", "year": 2001, "milex": 20.0},
            ],
        },
        expect=[
            {"state1": "CHN", "state2": "RUS", "year": 2001, "value": 8 / 9, "unweighed": 0},
            {"state1": "CHN", "state2": "USA", "year": 2001, "value": -7 / 9, "unweighed": 0},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": -2 / 3, "unweighed": 0},
        ],
    ),
)  # fmt: skip
