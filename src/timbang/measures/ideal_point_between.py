"""Distance of ideal points in UN votes of every two members, and of members and outside powers, over the period."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from timbang.measures._figures import READ, figure, given, references, result
from timbang.measures._similarity import BAILEY
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per two members, or member and outside power; none if the case has no ideal points."""
    points = given(views, "ideal_point")["ideal_point"]
    pairs = [*combinations(setting.members, 2)]
    pairs += [(state, towards) for state in setting.members for towards in setting.outside if state != towards]
    rows = []
    for one, other in pairs if points else ():
        both = [(points.get((one, "", year)), points.get((other, "", year))) for year in setting.years]
        known = [(mine, theirs) for mine, theirs in both if mine and theirs]
        apart = [abs(mine["value"] - theirs["value"]) for mine, theirs in known]
        rows.append({"state": one, "towards": other, "value": sum(apart) / len(apart) if apart else None,
                     "years": len(apart), "evidence": references(row for pair in known for row in pair)})  # fmt: skip
    return result(rows, {"state": "string", "towards": "string", "years": "int"})


MEASURE = Measure(
    name="ideal_point_between",
    label=Text("Mean distance in UN votes, by pair of states", "Jarak rata-rata dalam suara PBB, per pasangan negara"),
    definition=Text(
        "Mean, over the years of the period in which both have an estimate, of the absolute difference of two states' "
        "ideal points: every two members, and each member and each outside power. `years`: on how many years it rests. "
        f"{READ.en}",
        "Rerata selisih mutlak titik ideal dua negara atas tahun-tahun dalam kurun waktu kasus ketika keduanya "
        "memiliki perkiraan: setiap dua anggota, serta tiap anggota dan tiap kekuatan luar. `years`: banyaknya tahun "
        f"yang mendasarinya. {READ.id}",
    ),
    family="interest",
    kind="array",
    needs=("figures",),
    by=("state", "towards"),
    unit=Text("distance of ideal points", "jarak titik ideal"),
    range=(0, None),
    citation=BAILEY,
    statement=Text(
        "{state} and {towards}: ideal points {value} apart on average, over {years} years.",
        "{state} dan {towards}: jarak titik ideal rata-rata {value}, atas {years} tahun.",
    ),
    unknown=Text(
        "{state} and {towards}: there is no year in which both have an ideal point.",
        "{state} dan {towards}: tidak ada tahun ketika keduanya memiliki titik ideal.",
    ),
    extra={"years": "int"},
    words={"towards": Text("other state", "negara lain")},
    chart="matrix",
    draw={"x": "towards", "y": "state", "colour": "value"},
    order=31,
    compute=compute,
    example=Example(
        # AAA and BBB: .5 and 1 apart. BBB and OUT share 2001 only. CCC has no estimate.
        setting=Setting(
            organization="TST", first_year=2001, last_year=2002, members=("AAA", "BBB", "CCC"), outside=("OUT",)
        ),
        views={
            "figures": [
                figure("AAA", 2001, "ideal_point", -0.5, 2), figure("BBB", 2001, "ideal_point", 0.0, 3),
                figure("AAA", 2002, "ideal_point", -0.5, 4), figure("BBB", 2002, "ideal_point", 0.5, 5),
                figure("OUT", 2001, "ideal_point", 2.5, 6), figure("AAA", 2003, "ideal_point", 9.0, 7),
                figure("BBB", 2003, "ideal_point", 0.0, 8),
            ],
        },
        expect=[
            {"state": "AAA", "towards": "BBB", "value": 0.75, "years": 2,
             "evidence": ["figures:2", "figures:3", "figures:4", "figures:5"]},
            {"state": "AAA", "towards": "CCC", "value": None, "years": 0, "evidence": []},
            {"state": "AAA", "towards": "OUT", "value": 3.0, "years": 1, "evidence": ["figures:2", "figures:6"]},
            {"state": "BBB", "towards": "CCC", "value": None},
            {"state": "BBB", "towards": "OUT", "value": 2.5, "years": 1},
            {"state": "CCC", "towards": "OUT", "value": None},
        ],
    ),
)  # fmt: skip
