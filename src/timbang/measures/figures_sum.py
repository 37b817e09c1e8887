"""Sums of published figures: do shares add up to a whole, and over how many states?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per variable, year (null where the source gives none) and unit."""
    f = views.figures.filter(views.figures.version.isnull())
    f = f.mutate(dated=f.year.cast("string").fill_null("undated"))
    return f.group_by("variable", "year", "dated", "unit").agg(
        value=f.value.sum(),
        rows=f.value.count(),
        states=f.state.nunique(),
        evidence=_evidence.gathered("figures:" + f.row.cast("string")),
    )


MEASURE = Measure(
    name="figures_sum",
    label=Text("Sums of published figures", "Jumlah angka yang diterbitkan"),
    definition=Text(
        "Sum of the numbers that sources give for a variable in a year and unit, with the number of rows and of "
        "different states or organizations they are given for. Rows of different sources are added as they stand; "
        "figures of data sets, which carry the version of the data set, are not.",
        "Jumlah angka yang disebut sumber untuk suatu variabel pada tahun dan satuan tertentu, beserta banyaknya baris "
        "dan banyaknya negara atau organisasi yang berbeda. Baris dari sumber yang berbeda dijumlahkan apa adanya; "
        "angka dari kumpulan data, yang mencantumkan versinya, tidak dijumlahkan.",
    ),
    family="interest",
    kind="table",
    needs=("figures",),
    by=("variable", "year", "unit"),
    unit=Text("as the rows say", "sebagaimana disebut baris-barisnya"),
    range=(None, None),
    citation="Sum over the rows of figures.csv.",
    statement=Text(
        "{variable}, {dated}: {value} {unit} in all (figures: {rows}; different states or organizations: {states}).",
        "{variable}, {dated}: seluruhnya {value} {unit} (angka: {rows}; negara atau organisasi berbeda: {states}).",
    ),
    unknown=Text("{variable}, {dated}: the sum is not known.", "{variable}, {dated}: jumlahnya tidak diketahui."),
    extra={"rows": "int", "states": "int", "dated": "string"},
    words={"undated": Text("no year given", "tanpa tahun")},
    chart="table",
    order=11,
    compute=compute,
    example=Example(
        # Three shares, two of them given to the same state, add up to 60 percent; trade stands alone; CINC is of a
        # data set.
        views={
            "figures": [
                {"row": 2, "state": "RUS", "variable": "budget-share", "value": 24, "unit": "percent"},
                {"row": 3, "state": "KAZ", "variable": "budget-share", "value": 21, "unit": "percent"},
                {"row": 4, "state": "KAZ", "variable": "budget-share", "value": 15, "unit": "percent"},
                {"row": 5, "state": "CHN", "year": 1992, "variable": "trade", "value": 459, "unit": "million USD"},
                {"row": 6, "state": "CHN", "year": 1992, "variable": "cinc", "value": 0.1, "unit": "share",
                 "version": "nmc 6.0"},
            ],
        },
        expect=[
            {"variable": "budget-share", "year": None, "unit": "percent", "value": 60.0, "rows": 3, "states": 2,
             "evidence": ["figures:2", "figures:3", "figures:4"]},
            {"variable": "trade", "year": 1992, "unit": "million USD", "value": 459.0, "rows": 1, "states": 1,
             "evidence": ["figures:5"]},
        ],
    ),
)  # fmt: skip
