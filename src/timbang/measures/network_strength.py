"""Network strength: the sum of a state's ties, which counts its exercises in company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures import _evidence
from timbang.measures._ties import EXAMPLE, NEWMAN, meetings
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per member or outside power; counted in exercises, as a state's ties in one sum to exactly 1."""
    m = meetings(views)
    each = m.group_by("state", "exercise").agg(
        met=m.met.max(), sure=m.sure.max(), members=(m.tie * m.partner_member.cast("int64")).sum()
    )
    ties = each.group_by("state").agg(
        strength=each.met.sum(),
        members=each.members.sum(),
        low=each.sure.sum(),
        high=each.exercise.count(),
        evidence=_evidence.gathered(_evidence.exercise(each.exercise)),
    )
    x = views.states.left_join(ties, "state")
    x = x.select(
        "state",
        value=x.strength.fill_null(0),
        low=x.low.fill_null(0),
        high=x.high.fill_null(0),
        members=x.members.fill_null(0.0),
        evidence=_evidence.or_none(x.evidence),
    )
    total = x.agg(total=x.value.sum())
    y = x.cross_join(total)
    return y.mutate(share=y.value / y.total.nullif(0)).drop("total")


MEASURE = Measure(
    name="network_strength",
    label=Text("Strength in the network", "Kekuatan dalam jejaring"),
    definition=Text(
        "Sum of a state's corrected ties with all who took part (Newman). As its ties in one exercise add up to one, "
        "this is the number of exercises in which it met another state. `members` is the part that goes to members "
        "of the organization; `share` divides by the total over members and outside powers.",
        "Jumlah ikatan terkoreksi suatu negara dengan semua peserta (Newman). Karena ikatannya dalam satu latihan "
        "berjumlah satu, angka ini sama dengan banyaknya latihan tempat negara itu bertemu negara lain. `members` "
        "adalah bagian yang tertuju kepada anggota organisasi; `share` dibagi dengan jumlah seluruh anggota dan "
        "kekuatan luar.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "states"),
    by=("state",),
    unit=Text("corrected ties", "ikatan terkoreksi"),
    range=(0, None),
    citation=NEWMAN,
    statement=Text(
        "Corrected ties of {state}, of which {members} with members: {value}.",
        "Ikatan terkoreksi {state}, di antaranya {members} dengan anggota: {value}.",
    ),
    unknown=Text("The ties of {state} are not known.", "Ikatan {state} tidak diketahui."),
    extra={"members": "float", "share": "float"},
    chart="bars",
    draw={"x": "state"},
    order=62,
    compute=compute,
    example=Example(
        # AAA in a and b; BBB in a, b, c; CCC in a, perhaps b; OUT in c. In all 7.
        views=EXAMPLE,
        expect=[
            {"state": "AAA", "value": 2, "low": 2, "high": 2, "members": 2.0, "share": 2 / 7},
            {"state": "BBB", "value": 3, "low": 3, "high": 3, "members": 2.0, "share": 3 / 7},
            {"state": "CCC", "value": 1, "low": 1, "high": 2, "members": 1.0, "share": 1 / 7},
            {
                "state": "OUT",
                "value": 1,
                "low": 1,
                "high": 1,
                "members": 1.0,
                "share": 1 / 7,
                "evidence": ["exercises:c"],
            },
        ],
    ),
)
