"""Outside-partner share: in what part of the members' exercises an outside power took part."""

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
    """One row per outsider that took part, or may have, in a member's exercise, and per outside power named."""
    import ibis

    p = members_exercises(views)
    base = p.group_by("exercise").agg(value=p.value.max(), low=p.low.max(), high=p.high.max(), open=p.open.max())
    return partner_shares(views, base.mutate(whose=ibis.literal("members")), "whose", every=True).drop("whose")


MEASURE = Measure(
    name="outside_partner_share",
    label=Text("Share of exercises with each outside partner", "Proporsi latihan bersama tiap mitra luar"),
    definition=Text(
        "Of the exercises in which at least one member took part, the share in which the outside state took part too. "
        "Outside is a state that was not a member on the first day. An exercise with an open roster, from which "
        "absence cannot be read, widens the upper bound. Only years whose record of exercises outside the framework "
        "is held complete count.",
        "Dari latihan yang diikuti setidaknya satu anggota, proporsi yang juga diikuti negara luar itu. Negara luar "
        "adalah negara yang bukan anggota pada hari pertama latihan. Latihan dengan daftar peserta terbuka, yang "
        "tidak memungkinkan ketidakhadiran disimpulkan, memperlebar batas atas. Hanya tahun yang catatan latihan di "
        "luar kerangkanya dianggap lengkap yang dihitung.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "exercises", "states", "years"),
    by=("partner",),
    unit=Text("share", "proporsi"),
    range=(0, 1),
    citation="Share; a stated choice of timbang.",
    statement=Text(
        "Exercises of members in which {partner} took part: {together} of {exercises} ({percent}).",
        "Latihan para anggota yang diikuti {partner}: {together} dari {exercises} ({percent}).",
    ),
    unknown=Text(
        "No exercise is known in which a member took part, so the share of {partner} is not defined.",
        "Tidak diketahui adanya latihan yang diikuti anggota, sehingga proporsi {partner} tidak terdefinisi.",
    ),
    extra={"together": "int", "exercises": "int"},
    scope="all",
    chart="bars",
    draw={"x": "partner"},
    order=70,
    compute=compute,
    example=Example(
        # Four exercises. OUT in a, perhaps in c, and d leaves room: 1 of 4, between 1/4 and 3/4.
        # GUE in d only, and nowhere else could it have been.
        views=EXAMPLE,
        expect=[
            {
                "partner": "OUT",
                "value": 0.25,
                "low": 0.25,
                "high": 0.75,
                "together": 1,
                "exercises": 4,
                "evidence": ["participants:a/OUT", "participants:c/OUT"],
            },
            {
                "partner": "GUE",
                "value": 0.25,
                "low": 0.25,
                "high": 0.25,
                "together": 1,
                "exercises": 4,
                "evidence": ["participants:d/GUE"],
            },
        ],
    ),
)
