"""Agreements in force: how many of the region's rules hold in each year, bodies apart."""

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
    """One row per year of the period; rules older than the period count while they hold."""
    return in_force(views, bodies=False)


MEASURE = Measure(
    name="agreements_in_force",
    label=Text("Agreements in force", "Persetujuan yang berlaku"),
    definition=Text(
        "Number of treaties, charters, conventions, agreements, memoranda, declarations and procedures that the case "
        "records as in force in the year: concluded in it or before, and not ended before it. Each counts once, "
        "whatever its legal depth; `new` counts those concluded in the year. Bodies are counted apart. One that no "
        "source dates raises the upper bound only.",
        "Jumlah traktat, piagam, konvensi, persetujuan, nota kesepahaman, deklarasi dan prosedur yang tercatat "
        "berlaku pada tahun itu: dibuat pada atau sebelum tahun itu dan belum berakhir sebelumnya. Masing-masing "
        "dihitung sekali, apa pun bobot hukumnya; `new` menghitung yang dibuat pada tahun itu. Badan dihitung "
        "terpisah. Yang tidak bertanggal hanya menaikkan batas atas.",
    ),
    family="regionalism",
    kind="table",
    needs=("agreements", "years"),
    by=("year",),
    unit=Text("agreements", "persetujuan"),
    range=(0, None),
    citation="Count; a stated choice of timbang.",
    statement=Text(
        "Recorded agreements in force in {year}, of which {new} new: {value}.",
        "Persetujuan tercatat yang berlaku pada {year}, di antaranya {new} baru: {value}.",
    ),
    unknown=Text(
        "The case records no agreement, so how many were in force in {year} is not known.",
        "Kasus ini tidak mencatat persetujuan apa pun, sehingga jumlah yang berlaku pada {year} tidak diketahui.",
    ),
    extra={"new": "int"},
    chart="lines",
    draw={"x": "year"},
    order=10,
    compute=compute,
    example=Example(
        # 2001: borders (its last year), against-terror. 2002: against-terror, charter. 2003: and two more.
        views=EXAMPLE,
        expect=[
            {"year": 2001, "value": 2, "new": 1, "evidence": ["agreements:borders", "agreements:against-terror"]},
            {"year": 2002, "value": 2, "new": 1, "evidence": ["agreements:charter", "agreements:against-terror"]},
            {"year": 2003, "value": 4, "new": 2},
        ],
    ),
)
