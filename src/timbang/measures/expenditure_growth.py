"""Growth of military expenditure in constant prices: internal balancing as money."""

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
    x = asked(views.sipri_expenditure, setting, before=1)
    before = x.select("state", year=x.year + 1, before=x.constant, estimate_before=x.estimate)
    x = x.left_join(before, STATE)
    x = x.filter(x.year >= setting.first_year)
    marked = x.estimate.notnull() | x.estimate_before.notnull()
    return x.select(*STATE, value=x.constant / x.before.nullif(0) - 1, estimated=marked)


MEASURE = Measure(
    name="expenditure_growth",
    label=Text("Growth of military expenditure", "Pertumbuhan belanja militer"),
    definition=Text(
        "Military expenditure in constant US dollars (SIPRI) divided by that of the year before, less 1; null where "
        "either is missing or the earlier one is zero. Expenditure in NMC is in current prices and is never used for "
        "growth. `estimated`: SIPRI marks either figure as an estimate or as highly uncertain.",
        "Belanja militer dalam dolar AS konstan (SIPRI) dibagi belanja tahun sebelumnya, dikurangi 1; kosong bila "
        "salah satunya tidak ada atau yang terdahulu nol. Belanja dalam NMC memakai harga berlaku dan tidak pernah "
        "dipakai untuk pertumbuhan. `estimated`: SIPRI menandai salah satu angka sebagai perkiraan atau sangat tidak "
        "pasti.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("sipri_expenditure",),
    by=STATE,
    unit=Text("fraction of the year before", "bagian dari tahun sebelumnya"),
    range=(-1, None),
    citation=SIPRI,
    extra={"estimated": "bool"},
    compute=compute,
    example=Example(
        # 125 after 100 is a quarter more; 75 after 125 is two fifths less; 2003 is not listed.
        setting=Setting(organization="TST", first_year=2001, last_year=2004),
        views={
            "sipri_expenditure": [
                {"state": "AAA", "year": 2000, "constant": 100.0, "current": 70.0},
                {"state": "AAA", "year": 2001, "constant": 125.0, "current": 90.0},
                {"state": "AAA", "year": 2002, "constant": 75.0, "estimate": "estimate"},
                {"state": "AAA", "year": 2004, "constant": 80.0},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.25, "estimated": False},
            {"state": "AAA", "year": 2002, "value": -0.4, "estimated": True},
            {"state": "AAA", "year": 2004, "value": None, "estimated": False},
        ],
    ),
)
