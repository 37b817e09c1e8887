"""Military expenditure in constant prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._expenditure import SIPRI
from timbang.measures._panel import STATE, asked
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year that SIPRI lists."""
    x = asked(views.sipri_expenditure, setting)
    return x.select(*STATE, "estimate", value=x.constant)


MEASURE = Measure(
    name="expenditure",
    label=Text("Military expenditure, constant prices", "Belanja militer, harga konstan"),
    definition=Text(
        "Military expenditure in millions of US dollars at constant prices and exchange rates of the base year that "
        "the edition states (2023 in that of 2025), as SIPRI gives it; null where it gives none. `estimate` says "
        "where SIPRI marks the figure as its estimate or as highly uncertain.",
        "Belanja militer dalam juta dolar AS pada harga dan kurs konstan tahun dasar yang disebut edisinya (2023 dalam "
        "edisi 2025), sebagaimana diberikan SIPRI; kosong bila tidak ada. `estimate` menyebut bila SIPRI menandai "
        "angkanya sebagai perkiraan atau sangat tidak pasti.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("sipri_expenditure",),
    by=STATE,
    unit=Text("million US dollars, constant", "juta dolar AS, konstan"),
    range=(0, None),
    citation=SIPRI,
    extra={"estimate": "string"},
    compute=compute,
    example=Example(
        views={
            "sipri_expenditure": [
                {"state": "AAA", "year": 2001, "constant": 120.0, "current": 80.0, "share_gdp": 0.02},
                {"state": "BBB", "year": 2001, "constant": None, "estimate": None},
                {"state": "AAA", "year": 2004, "constant": 130.0, "estimate": "estimate"},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 120.0, "estimate": None},
            {"state": "BBB", "year": 2001, "value": None, "estimate": None},
        ],
    ),
)
