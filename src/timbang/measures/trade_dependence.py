"""Trade dependence: a state's trade with each other state over its gross domestic product."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, asked, joined
from timbang.measures._trade import BARBIERI, traded
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per pair in the trade data, in both orders; `gdp`: state1's product, millions of current US dollars."""
    s = asked(views.sipri_expenditure, setting)
    products = s.select("year", state1="state", gdp=s.current.nullif(0) / s.share_gdp.nullif(0))
    t = joined(traded(views, setting), products, ["state1", "year"], gdp="gdp")
    return t.select(*PAIR, "gdp", value=t.amount / t.gdp)


MEASURE = Measure(
    name="trade_dependence",
    level="dyad-year",
    directed=True,
    label=Text(
        "Trade with a state over gross domestic product", "Perdagangan dengan suatu negara per produk domestik bruto"
    ),
    definition=Text(
        "Imports of the two from each other, over state 1's gross domestic product of the year (gdp), both in "
        "millions of current US dollars. The product is the one SIPRI reckoned with: its military expenditure in "
        "current dollars over the share of that in the product; series of GDP in constant or international dollars do "
        "not match trade in current ones. Missing where a flow between the two, the expenditure or its share is.",
        "Impor keduanya dari satu sama lain, dibagi produk domestik bruto negara 1 pada tahun itu (gdp), keduanya "
        "dalam juta dolar AS harga berlaku. Produk itu adalah yang dipakai SIPRI: belanja militer dalam dolar harga "
        "berlaku dibagi porsinya dalam produk; deret PDB dalam dolar konstan atau internasional tidak sepadan dengan "
        "perdagangan harga berlaku. Tidak ada nilai bila arus antara keduanya, belanja itu, atau porsinya tidak "
        "diketahui.",
    ),
    family="interest",
    kind="table",
    needs=("trade", "sipri_expenditure"),
    by=PAIR,
    unit=Text("ratio to the product", "nisbah terhadap produk"),
    range=(0, None),
    citation="Oneal, John R., and Bruce M. Russett. 1997. “The Classical Liberals Were Right: Democracy, "
    f"Interdependence, and Conflict, 1950-1985.” International Studies Quarterly 41 (2). {BARBIERI} SIPRI Military "
    "Expenditure Database.",
    extra={"gdp": "float"},
    order=50,
    compute=compute,
    example=Example(
        # KAZ: expenditure 2 is .01 of 200; RUS: 60 is .04 of 1500. They trade 30. Of the USA no flow is known.
        views={
            "trade": [
                {"state1": "KAZ", "state2": "RUS", "year": 2001, "imports1": 10.0, "imports2": 20.0},
                {"state1": "KAZ", "state2": "USA", "year": 2001, "imports1": 5.0},
            ],
            "sipri_expenditure": [
                {"state": "KAZ", "year": 2001, "current": 2.0, "share_gdp": 0.01},
                {"state": "RUS", "year": 2001, "current": 60.0, "share_gdp": 0.04},
            ],
        },
        expect=[
            {"state1": "KAZ", "state2": "RUS", "year": 2001, "value": 0.15, "gdp": 200.0},
            {"state1": "RUS", "state2": "KAZ", "year": 2001, "value": 0.02, "gdp": 1500.0},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": None, "gdp": 200.0},
            {"state1": "USA", "state2": "KAZ", "year": 2001, "value": None, "gdp": None},
        ],
    ),
)
