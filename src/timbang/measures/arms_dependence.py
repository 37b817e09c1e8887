"""Share of the arms a state received over five years that came from each other state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import in_system
from timbang.model import Setting
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables

YEARS = 5  # SIPRI's own comparisons are of five years, since deliveries come in lumps


def compute(views: Tables, setting: Setting) -> Any:
    """One row per recipient with deliveries in the five years to the year, and every other state of the system."""
    return _partners.armed(views, setting, years=YEARS)


MEASURE = _partners.arms(
    name="arms_dependence",
    label=Text(
        "Dependence on a state for arms, over five years", "Ketergantungan senjata pada suatu negara, lima tahun"
    ),
    definition=Text(
        "TIV of major arms delivered to state 1 by state 2 in the year and the four before it, over that delivered to "
        "it by all suppliers in these years. 0 where SIPRI lists no delivery from state 2; missing where it lists "
        "none to state 1 at all, and for the first four years of the data. West Germany's deliveries before 1991 are "
        "not in the data: missing for Germany, and the shares of others are too high. States that are no more count "
        "for themselves: what the Soviet Union delivered is not Russia's.",
        "TIV senjata utama yang dikirim negara 2 kepada negara 1 pada tahun itu dan empat tahun sebelumnya, dibagi "
        "kiriman semua pemasok pada tahun-tahun itu. 0 bila SIPRI tidak mencatat kiriman dari negara 2; tidak ada "
        "nilai bila tidak ada kiriman apa pun kepada negara 1, dan untuk empat tahun pertama data. "
        "Kiriman Jerman Barat sebelum 1991 tidak ada dalam data: tidak ada nilai untuk Jerman, dan porsi negara lain "
        "terlalu tinggi. Negara yang sudah tidak ada dihitung sendiri: kiriman Uni Soviet bukan kiriman Rusia.",
    ),
    family="interest",
    order=52,
    compute=compute,
    example=Example(
        # Data since 1996, so the first year is 2000: RUS 30 + 10, USA 60; in 2001 1996 is out: RUS 10, USA 60 + 30.
        setting=Setting(organization="TST", first_year=1999, last_year=2001),
        views={
            "system": [row for year in (1999, 2000, 2001) for row in in_system("IND", "RUS", "USA", year=year)],
            "arms_tiv": [
                {"supplier": "RUS", "recipient": "IND", "year": 1996, "tiv": 30.0},
                {"supplier": "RUS", "recipient": "IND", "year": 1998, "tiv": 10.0},
                {"supplier": "USA", "recipient": "IND", "year": 2000, "tiv": 60.0},
                {"supplier": "USA", "recipient": "IND", "year": 2001, "tiv": 30.0},
            ],
        },
        expect=[
            {"state1": "IND", "state2": "RUS", "year": 2000, "value": 0.4},
            {"state1": "IND", "state2": "USA", "year": 2000, "value": 0.6},
            {"state1": "IND", "state2": "RUS", "year": 2001, "value": 0.1},
            {"state1": "IND", "state2": "USA", "year": 2001, "value": 0.9},
        ],
    ),
)
