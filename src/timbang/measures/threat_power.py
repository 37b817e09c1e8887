"""Aggregate power as a threat: the other state's capability relative to one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import even
from timbang.measures._panel import PAIR
from timbang.measures._threat import WALT, power
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of NMC and year."""
    x = power(views, setting)
    return x.select(*PAIR, value=x.power)


MEASURE = Measure(
    name="threat_power",
    label=Text("Threat: aggregate power of the other", "Ancaman: kekuatan agregat pihak lain"),
    definition=Text(
        "CINC of state2 divided by the sum of CINC of both: how large the one that may threaten is to the one that may "
        "be threatened (state1). Null where either has no CINC.",
        "CINC state2 dibagi jumlah CINC keduanya: seberapa besar pihak yang mungkin mengancam dibandingkan pihak yang "
        "mungkin terancam (state1). Kosong bila salah satunya tidak punya CINC.",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=("nmc",),
    by=PAIR,
    unit=Text("share of both", "bagian dari keduanya"),
    range=(0, 1),
    citation=f"{WALT} CINC as in the measure cinc.",
    compute=compute,
    example=Example(
        # 10 and 30: towards A, B has three quarters of what both have.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={"nmc": even(AAA=10.0, BBB=30.0)},
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.75},
            {"state1": "BBB", "state2": "AAA", "year": 2001, "value": 0.25},
        ],
    ),
)
