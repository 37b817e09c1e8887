"""Share of the arms a state received in a year that came from each other state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import in_system
from timbang.model import Setting
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per recipient with deliveries in the year, and every other state of the system."""
    return _partners.armed(views, setting, years=1)


MEASURE = _partners.arms(
    name="arms_share",
    label=Text("Share of the year's arms imports from a state", "Porsi impor senjata setahun dari suatu negara"),
    definition=Text(
        "TIV of major arms delivered to state 1 by state 2 in the year, over that delivered to it by all suppliers. 0 "
        "where SIPRI lists no delivery from state 2; missing where it lists none to state 1 at all. West Germany's "
        "deliveries before 1991 are not in the data: missing for Germany, and the shares of others are too high.",
        "TIV senjata utama yang dikirim negara 2 kepada negara 1 pada tahun itu, dibagi kiriman semua pemasok. 0 bila "
        "SIPRI tidak mencatat kiriman dari negara 2; tidak ada nilai bila tidak ada kiriman apa pun kepada negara 1. "
        "Kiriman Jerman Barat sebelum 1991 tidak ada dalam data: tidak ada nilai untuk Jerman, dan porsi negara lain "
        "terlalu tinggi.",
    ),
    family="regionalization",
    order=60,
    compute=compute,
    example=Example(
        # IND gets 30 from RUS and 10 from the USA in 2002; RUS and the USA get nothing. 2001 is not asked for.
        setting=Setting(organization="TST", first_year=2002, last_year=2002),
        views={
            "system": in_system("IND", "RUS", "USA", year=2002),
            "arms_tiv": [
                {"supplier": "USA", "recipient": "IND", "year": 2001, "tiv": 70.0},
                {"supplier": "RUS", "recipient": "IND", "year": 2002, "tiv": 30.0},
                {"supplier": "USA", "recipient": "IND", "year": 2002, "tiv": 10.0},
            ],
        },
        expect=[
            {"state1": "IND", "state2": "RUS", "year": 2002, "value": 0.75},
            {"state1": "IND", "state2": "USA", "year": 2002, "value": 0.25},
        ],
    ),
)
