"""Co-participation: how closely two states are tied by the exercises they shared, corrected for their size."""

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
    """One row per pair of a member with a member or outside power, zeros included; `state` < `partner`."""
    import ibis

    m = meetings(views)
    ties = (
        m.filter(m.state < m.partner)
        .group_by("state", "partner")
        .agg(
            tie=m.tie.sum(),
            tie_low=m.tie_low.sum(),
            tie_high=m.tie_high.sum(),
            met=m.met.sum(),
            sure=m.sure.sum(),
            may=m.exercise.count(),
            evidence=_evidence.gathered(_evidence.exercise(m.exercise)),
        )
    )
    one = views.states
    other = one.select(partner=one.state, partner_member=one.member)
    grid = one.join(other, [one.state < other.partner, one.member | other.partner_member])
    x = grid.left_join(ties, ["state", "partner"])
    value, low, high = (column.fill_null(0.0) for column in (x.tie, x.tie_low, x.tie_high))
    return x.select(
        "state",
        "partner",
        value=value,
        low=ibis.least(low, value),
        high=ibis.greatest(high, value),  # against rounding
        shared=x.met.fill_null(0),
        shared_low=x.sure.fill_null(0),
        shared_high=x.may.fill_null(0),
        evidence=_evidence.or_none(x.evidence),
    )


MEASURE = Measure(
    name="co_participation",
    label=Text("Who exercises with whom", "Siapa berlatih dengan siapa"),
    definition=Text(
        "Strength of the tie between two states: each exercise in which both took part adds 1/(n - 1), where n is the "
        "number of states that took part, so that two states alone together count for more than two among many. "
        "Every participant counts towards n; a tie is shown between members, and between a member and an outside "
        "power the case names. Each pair is listed once, in alphabetical order of code.",
        "Kekuatan ikatan dua negara: setiap latihan yang diikuti keduanya menambah 1/(n - 1), dengan n jumlah negara "
        "peserta, sehingga dua negara yang berlatih berdua saja berbobot lebih besar daripada dua di antara banyak "
        "peserta. Semua peserta dihitung dalam n; ikatan ditampilkan antaranggota serta antara anggota dan kekuatan "
        "luar yang disebut dalam kasus. Setiap pasangan dicantumkan sekali, menurut urutan abjad kodenya.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "states"),
    by=("state", "partner"),
    unit=Text("corrected shared exercises", "latihan bersama terkoreksi"),
    range=(0, None),
    citation=NEWMAN,
    statement=Text(
        "{state} and {partner}: shared exercises {shared}; tie, corrected for the number of participants: {value}.",
        "{state} dan {partner}: latihan bersama {shared}; ikatan, terkoreksi menurut jumlah peserta: {value}.",
    ),
    unknown=Text(
        "How often {state} and {partner} exercised together is not known.",
        "Tidak diketahui seberapa sering {state} dan {partner} berlatih bersama.",
    ),
    extra={"shared": "int", "shared_low": "int", "shared_high": "int"},
    chart="network",
    draw={"x": "state", "y": "partner", "size": "value"},
    order=60,
    compute=compute,
    example=Example(
        # a: three states, 1/2 a pair. b: two, 1; were CCC there, 1/2 a pair. c: BBB with OUT, 1.
        views=EXAMPLE,
        expect=[
            {
                "state": "AAA",
                "partner": "BBB",
                "value": 1.5,
                "low": 1.0,
                "high": 1.5,
                "shared": 2,
                "evidence": ["exercises:a", "exercises:b"],
            },
            {"state": "AAA", "partner": "CCC", "value": 0.5, "low": 0.5, "high": 1.0, "shared": 1, "shared_high": 2},
            {"state": "BBB", "partner": "CCC", "value": 0.5, "low": 0.5, "high": 1.0, "shared": 1, "shared_low": 1},
            {
                "state": "BBB",
                "partner": "OUT",
                "value": 1.0,
                "low": 1.0,
                "high": 1.0,
                "shared": 1,
                "evidence": ["exercises:c"],
            },
            {"state": "AAA", "partner": "OUT", "value": 0.0, "low": 0.0, "high": 0.0, "shared": 0},
            {"state": "CCC", "partner": "OUT", "value": 0.0, "low": 0.0, "high": 0.0, "shared": 0},
        ],
    ),
)
