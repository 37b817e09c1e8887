"""Pole: has the state more than half of the strongest one's capability?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import even
from timbang.measures._panel import STATE, in_system
from timbang.measures._poles import HALF, RULE, SCHWELLER, towards_strongest
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year."""
    c = towards_strongest(views, setting)
    return c.select(*STATE, "ratio", value=(c.ratio > HALF).cast("int64"))


MEASURE = Measure(
    name="is_pole",
    label=Text("Is the state a pole?", "Apakah negara itu kutub?"),
    definition=Text(
        f"1 if the state is a pole, else 0. {RULE.en} `ratio` is its CINC over the strongest one's.",
        f"1 bila negara itu kutub, selain itu 0. {RULE.id} `ratio` ialah CINC-nya dibagi CINC negara terkuat.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("nmc", "system"),
    by=STATE,
    unit=Text("1 yes, 0 no", "1 ya, 0 tidak"),
    range=(0, 1),
    citation=SCHWELLER,
    extra={"ratio": "float"},
    compute=compute,
    example=Example(
        # Half of the strongest is not more than half.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": even(AAA=24.0, BBB=32.0, CCC=16.0),
            "system": in_system("AAA", "BBB", "CCC", "DDD"),
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 1, "ratio": 0.75},
            {"state": "BBB", "year": 2001, "value": 1, "ratio": 1.0},
            {"state": "CCC", "year": 2001, "value": 0, "ratio": 0.5},
            {"state": "DDD", "year": 2001, "value": None, "ratio": None},
        ],
    ),
)
