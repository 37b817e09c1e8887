"""Distance of each member's ideal point in UN votes from that of each outside power, year by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._figures import READ, YEARS, figure, given, on_states, references, result
from timbang.measures._similarity import BAILEY
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member, outside power and year."""
    points = given(views, "ideal_point")["ideal_point"]
    rows = []
    for state, year, mine in on_states(points, setting.members):
        for towards in setting.outside:
            other = points.get((towards, "", year))
            apart = abs(mine["value"] - other["value"]) if mine and other else None
            rows.append({"state": state, "towards": towards, "year": year, "value": apart,
                         "point": mine and mine["value"], "evidence": references([mine, other])})  # fmt: skip
    return result(rows, {"state": "string", "towards": "string", "year": "int", "point": "float"})


MEASURE = Measure(
    name="ideal_point_towards",
    label=Text("Distance from the outside powers in UN votes", "Jarak dari kekuatan luar dalam suara PBB"),
    definition=Text(
        "Absolute difference of the ideal points of a member and an outside power, as estimated from all votes of the "
        "session of the General Assembly that began in the year; the member's own stands beside it. Not known where "
        f"either has no estimate. {YEARS.en} {READ.en}",
        "Selisih mutlak titik ideal seorang anggota dan suatu kekuatan luar, sebagaimana diperkirakan dari semua suara "
        "dalam sidang Majelis Umum yang dimulai pada tahun itu; titik ideal anggota itu sendiri dicantumkan di "
        f"sampingnya. Tidak diketahui bila salah satunya tidak memiliki perkiraan. {YEARS.id} {READ.id}",
    ),
    family="interest",
    kind="array",
    needs=("figures",),
    by=("state", "towards", "year"),
    unit=Text("distance of ideal points", "jarak titik ideal"),
    range=(0, None),
    citation=BAILEY,
    statement=Text(
        "{state} and {towards}, {year}: ideal points {value} apart.",
        "{state} dan {towards}, {year}: jarak titik ideal {value}.",
    ),
    unknown=Text(
        "{state} and {towards}, {year}: the distance of ideal points is not known.",
        "{state} dan {towards}, {year}: jarak titik ideal tidak diketahui.",
    ),
    extra={"point": "float"},
    words={"point": Text("the member's ideal point", "titik ideal anggota")},
    chart="lines",
    draw={"x": "year", "panel": "state", "colour": "towards"},
    order=30,
    compute=compute,
    example=Example(
        # -0.25 and 2.75; in 2002 OUT has no estimate.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA",), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 2001, "ideal_point", -0.25, 2),
                figure("OUT", 2001, "ideal_point", 2.75, 3),
                figure("AAA", 2002, "ideal_point", -0.5, 4),
            ],
        },
        expect=[
            {"state": "AAA", "towards": "OUT", "year": 2001, "value": 3.0, "point": -0.25,
             "evidence": ["figures:2", "figures:3"]},
            {"state": "AAA", "towards": "OUT", "year": 2002, "value": None, "point": -0.5, "evidence": ["figures:4"]},
        ],
    ),
)  # fmt: skip
