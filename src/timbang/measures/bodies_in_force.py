"""Bodies in force: how many regional organs exist in each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._in_force import EXAMPLE, in_force
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per year of the period; bodies older than the period count while they exist."""
    return in_force(views, bodies=True)


MEASURE = Measure(
    name="bodies_in_force",
    label=Text("Bodies in existence", "Badan yang ada"),
    definition=Text(
        "Number of regional bodies (councils, secretariats, centres) that the case records as existing in the year: "
        "set up in it or before, and not ended before it; `new` counts those set up in the year. One that no source "
        "dates raises the upper bound only.",
        "Jumlah badan regional (dewan, sekretariat, pusat) yang tercatat ada pada tahun itu: dibentuk pada atau "
        "sebelum tahun itu dan belum berakhir sebelumnya; `new` menghitung yang dibentuk pada tahun itu. Yang tidak "
        "bertanggal hanya menaikkan batas atas.",
    ),
    family="regionalism",
    kind="table",
    needs=("agreements", "years"),
    by=("year",),
    unit=Text("bodies", "badan"),
    range=(0, None),
    citation="Count; a stated choice of timbang.",
    statement=Text(
        "Recorded bodies in existence in {year}, of which {new} new: {value}.",
        "Badan tercatat yang ada pada {year}, di antaranya {new} baru: {value}.",
    ),
    unknown=Text(
        "The case records no agreement or body, so how many existed in {year} is not known.",
        "Kasus ini tidak mencatat persetujuan atau badan apa pun, sehingga jumlah badan pada {year} tidak diketahui.",
    ),
    extra={"new": "int"},
    chart="lines",
    draw={"x": "year"},
    order=11,
    compute=compute,
    example=Example(
        # The ministers' council from 2001; the centre in 2002 only.
        views=EXAMPLE,
        expect=[
            {"year": 2001, "value": 1, "new": 1, "evidence": ["agreements:ministers"]},
            {"year": 2002, "value": 2, "new": 1, "evidence": ["agreements:centre", "agreements:ministers"]},
            {"year": 2003, "value": 1, "new": 0, "evidence": ["agreements:ministers"]},
        ],
    ),
)
