"""Military expenditure of members and outside powers in constant prices, year by year, from the case's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._expenditure import SIPRI
from timbang.measures._figures import READ, YEARS, figure, given, on_states, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views

MILLIONS = 1000  # in a billion, of which figures.csv has its numbers


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member or outside power and year."""
    rows = [
        {"state": state, "year": year, "value": one and one["value"] / MILLIONS, "version": one and one["version"],
         "evidence": references([one])}
        for state, year, one in on_states(given(views, "expenditure")["expenditure"],
                                          (*setting.members, *setting.outside))
    ]  # fmt: skip
    return result(rows, {"state": "string", "year": "int", "version": "string"})


MEASURE = Measure(
    name="military_expenditure",
    label=Text("Military expenditure, constant prices", "Belanja militer, harga konstan"),
    definition=Text(
        "Military expenditure at constant prices and exchange rates, as SIPRI gives it, in billions of US "
        f"dollars; the version of the data names the year of the prices. {YEARS.en} {READ.en}",
        "Belanja militer pada harga dan kurs konstan, sebagaimana diberikan SIPRI, dalam miliar "
        f"dolar AS; versi datanya menyebut tahun harganya. {YEARS.id} {READ.id}",
    ),
    family="power",
    kind="array",
    needs=("figures",),
    by=("state", "year"),
    unit=Text("billion US dollars, constant", "miliar dolar AS, konstan"),
    range=(0, None),
    citation=SIPRI,
    statement=Text(
        "{state}, {year}: military expenditure of {value} billion US dollars ({version}).",
        "{state}, {year}: belanja militer sebesar {value} miliar dolar AS ({version}).",
    ),
    unknown=Text(
        "{state}, {year}: military expenditure is not known.", "{state}, {year}: belanja militer tidak diketahui."
    ),
    extra={"version": "string"},
    chart="lines",
    draw={"x": "year", "panel": "state", "logarithmic": "value"},
    order=30,
    compute=compute,
    example=Example(
        # 1,500 and 750 million.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA",), outside=("OUT",)),
        views={
            "figures": [figure("AAA", 2001, "expenditure", 1500.0, 2), figure("OUT", 2002, "expenditure", 750.0, 3)]
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 1.5, "version": "d 1", "evidence": ["figures:2"]},
            {"state": "AAA", "year": 2002, "value": None, "version": None, "evidence": []},
            {"state": "OUT", "year": 2001, "value": None, "evidence": []},
            {"state": "OUT", "year": 2002, "value": 0.75, "evidence": ["figures:3"]},
        ],
    ),
)
