"""Military burden: expenditure as a share of the gross domestic product."""

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
    return x.select(*STATE, value=x.share_gdp)


MEASURE = Measure(
    name="military_burden",
    label=Text("Military burden", "Beban militer"),
    definition=Text(
        "Military expenditure divided by the gross domestic product of the year, as SIPRI gives it; null where it "
        "gives none. It can exceed 1 in war.",
        "Belanja militer dibagi produk domestik bruto tahun itu, sebagaimana diberikan SIPRI; kosong bila tidak ada. "
        "Dalam perang nilainya dapat melebihi 1.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("sipri_expenditure",),
    by=STATE,
    unit=Text("share of GDP", "bagian dari PDB"),
    range=(0, None),
    citation=SIPRI,
    compute=compute,
    example=Example(
        views={
            "sipri_expenditure": [
                {"state": "AAA", "year": 2001, "constant": 120.0, "share_gdp": 0.025},
                {"state": "BBB", "year": 2001, "constant": 40.0, "share_gdp": None},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.025},
            {"state": "BBB", "year": 2001, "value": None},
        ],
    ),
)
