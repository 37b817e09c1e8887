"""Figures as published: each number that a source gives for a state or organization, as it gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per row of figures.csv that is of no data set."""
    f = views.figures.filter(views.figures.version.isnull())
    return f.select(
        "variable", "state", "year", "row", "unit", "source", "value",
        dated=f.year.cast("string").fill_null("undated"),
        evidence=_evidence.alone("figures:" + f.row.cast("string")),
    )  # fmt: skip


MEASURE = Measure(
    name="figures",
    label=Text("Figures as published", "Angka sebagaimana diterbitkan"),
    definition=Text(
        "Numbers that a source gives for a state or organization and a year, as it gives them; the row is the line in "
        "figures.csv. Figures of data sets, which carry the version of the data set, have measures of their own.",
        "Angka yang disebut suatu sumber untuk suatu negara atau organisasi dan tahun, apa adanya; baris adalah nomor "
        "baris dalam figures.csv. Angka dari kumpulan data, yang mencantumkan versinya, mempunyai ukuran tersendiri.",
    ),
    family="interest",
    kind="table",
    needs=("figures",),
    by=("variable", "state", "year", "row"),
    unit=Text("as the row says", "sebagaimana disebut barisnya"),
    range=(None, None),
    citation="The source cited in each row.",
    statement=Text(
        "{variable}, {state}, {dated}: {value} {unit}, according to {source}.",
        "{variable}, {state}, {dated}: {value} {unit}, menurut {source}.",
    ),
    unknown=Text("{variable}, {state}, {dated}: not known.", "{variable}, {state}, {dated}: tidak diketahui."),
    extra={"unit": "string", "source": "string", "dated": "string"},
    words={"undated": Text("no year given", "tanpa tahun")},
    chart="table",
    order=10,
    compute=compute,
    example=Example(
        # A share without a year, and trade in 1992; the third is of a data set.
        views={
            "figures": [
                {"row": 2, "state": "RUS", "variable": "budget-share", "value": 24, "unit": "percent", "source": "x"},
                {"row": 3, "state": "CHN", "year": 1992, "variable": "trade", "value": 459, "unit": "million USD",
                 "source": "x"},
                {"row": 4, "state": "CHN", "year": 1992, "variable": "cinc", "value": 0.1, "unit": "share",
                 "version": "nmc 6.0", "source": "y"},
            ],
        },
        expect=[
            {"variable": "budget-share", "state": "RUS", "year": None, "row": 2, "unit": "percent", "source": "x",
             "dated": "undated", "value": 24.0, "evidence": ["figures:2"]},
            {"variable": "trade", "state": "CHN", "year": 1992, "row": 3, "dated": "1992", "value": 459.0,
             "evidence": ["figures:3"]},
        ],
    ),
)  # fmt: skip
