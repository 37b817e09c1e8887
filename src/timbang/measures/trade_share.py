"""Share of a state's trade that is with each other state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.measures._trade import BARBIERI, traded
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per pair in the trade data, in both orders; `unknown`: the share of state1's partners left out."""
    t = traded(views, setting)
    by_state = t.group_by(["state1", "year"])
    t = by_state.mutate(total=t.amount.sum(), unknown=t.amount.isnull().cast("float64").mean())
    return t.select(*PAIR, "unknown", value=t.amount / t.total.nullif(0))


MEASURE = Measure(
    name="trade_share",
    level="dyad-year",
    directed=True,
    label=Text("Share of a state's trade with a partner", "Porsi perdagangan suatu negara dengan mitra"),
    definition=Text(
        "Imports of the two from each other, over state 1's trade with all partners whose flows both ways are known; "
        "unknown is the share of its partners in the data whose flows are not, so that the share is too high by what "
        "they traded. Missing where a flow between the two is not known, or state 1 had no trade.",
        "Impor keduanya dari satu sama lain, dibagi perdagangan negara 1 dengan semua mitra yang arus dua arahnya "
        "diketahui; unknown adalah porsi mitranya dalam data yang arusnya tidak diketahui, sehingga nilai ini terlalu "
        "tinggi sebesar perdagangan mereka. Tidak ada nilai bila arus antara keduanya tidak diketahui, atau negara 1 "
        "tidak berdagang.",
    ),
    family="interest",
    kind="table",
    needs=("trade",),
    by=PAIR,
    unit=Text("share", "porsi"),
    range=(0, 1),
    citation="Barbieri, Katherine. 1996. “Economic Interdependence: A Path to Peace or a Source of Interstate "
    f"Conflict?” Journal of Peace Research 33 (1). {BARBIERI}",
    extra={"unknown": "float"},
    order=51,
    compute=compute,
    example=Example(
        # KAZ trades 30 with RUS (10 + 20) and 10 with CHN (10 + 0); with the USA one flow is not known.
        views={
            "trade": [
                {"state1": "KAZ", "state2": "RUS", "year": 2001, "imports1": 10.0, "imports2": 20.0},
                {"state1": "CHN", "state2": "KAZ", "year": 2001, "imports1": 10.0, "imports2": 0.0},
                {"state1": "KAZ", "state2": "USA", "year": 2001, "imports1": 5.0},
            ],
        },
        expect=[
            {"state1": "KAZ", "state2": "RUS", "year": 2001, "value": 0.75, "unknown": 1 / 3},
            {"state1": "RUS", "state2": "KAZ", "year": 2001, "value": 1.0, "unknown": 0.0},
            {"state1": "KAZ", "state2": "CHN", "year": 2001, "value": 0.25, "unknown": 1 / 3},
            {"state1": "CHN", "state2": "KAZ", "year": 2001, "value": 1.0, "unknown": 0.0},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": None, "unknown": 1 / 3},
            {"state1": "USA", "state2": "KAZ", "year": 2001, "value": None, "unknown": 1.0},
        ],
    ),
)
