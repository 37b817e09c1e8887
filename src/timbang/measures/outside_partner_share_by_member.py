"""Outside-partner share by member: in what part of each member's exercises an outside power took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._outsiders import EXAMPLE, members_exercises, partner_shares
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> ir.Table:
    """One row per member and outside power that the case names; null for a member without exercises."""
    return partner_shares(views, members_exercises(views), "state", every=False)


MEASURE = Measure(
    name="outside_partner_share_by_member",
    label=Text(
        "Share of each member's exercises with each outside power",
        "Proporsi latihan tiap anggota bersama tiap kekuatan luar",
    ),
    definition=Text(
        "Of the exercises in which the member took part, the share in which an outside power that the case names took "
        "part too. An exercise with an open roster, from which absence "
        "cannot be read, widens the upper bound. Only years whose record of exercises outside the framework is held "
        "complete count.",
        "Dari latihan yang diikuti anggota tersebut, proporsi yang juga diikuti kekuatan luar yang disebut "
        "dalam kasus. Latihan dengan daftar peserta terbuka, yang tidak "
        "memungkinkan ketidakhadiran disimpulkan, memperlebar batas atas. Hanya tahun yang catatan latihan di luar "
        "kerangkanya dianggap lengkap yang dihitung.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "states", "years"),
    by=("state", "partner"),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation="Share; a stated choice of timbang.",
    statement=Text(
        "Exercises of {state} in which {partner} took part: {together} of {exercises} ({percent}).",
        "Latihan {state} yang diikuti {partner}: {together} dari {exercises} ({percent}).",
    ),
    unknown=Text(
        "{state} is not known to have taken part in any exercise, so the share of {partner} is not defined.",
        "{state} tidak diketahui mengikuti latihan apa pun, sehingga proporsi {partner} tidak terdefinisi.",
    ),
    extra={"together": "int", "exercises": "int"},
    scope="all",
    chart="matrix",
    draw={"x": "partner", "y": "state", "colour": "value"},
    order=71,
    compute=compute,
    example=Example(
        # BBB: a and b, perhaps d. OUT was in a: 1 of 2; least 1 of 3 (BBB in d, OUT not), most 2 of 3 (both in d).
        # The case does not name GUE as an outside power.
        views=EXAMPLE,
        expect=[
            {"state": "AAA", "partner": "OUT", "value": 0.25, "low": 0.25, "high": 0.75, "together": 1, "exercises": 4},
            {
                "state": "BBB",
                "partner": "OUT",
                "value": 0.5,
                "low": 1 / 3,
                "high": 2 / 3,
                "together": 1,
                "exercises": 2,
                "evidence": ["participants:a/OUT"],
            },
        ],
    ),
)
