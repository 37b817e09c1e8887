"""Participation count: how many exercises each state took part in, member or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per member in the period and per state that is named; zero where it never took part."""
    p = views.participation
    every = views.members.select("state").union(p.select("state"), distinct=True)
    counts = p.group_by("state").agg(
        value=p.value.sum(),
        low=p.low.sum(),
        high=p.high.sum(),
        evidence=_evidence.gathered(_evidence.participant(p.exercise, p.state, p.named), where=p.high == 1),
    )
    c = every.left_join(counts, "state")
    numbers = {name: c[name].fill_null(0) for name in ("value", "low", "high")}
    return c.select("state", **numbers, evidence=_evidence.or_none(c.evidence))


MEASURE = Measure(
    name="participation_count",
    label=Text("Participations per state", "Keikutsertaan per negara"),
    definition=Text(
        "Number of joint exercises in which the state took part. The upper bound adds those in which a source "
        "doubts it or an incomplete list of participants leaves room for it; the lower bound counts those on which "
        "the sources agree.",
        "Jumlah latihan bersama yang diikuti negara itu. Batas atas menambahkan latihan yang keikutsertaannya "
        "diragukan sumber atau masih mungkin karena daftar peserta tidak lengkap; batas bawah hanya menghitung "
        "latihan yang disepakati semua sumber.",
    ),
    family="regionalization",
    kind="table",
    needs=("participation", "members"),
    by=("state",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count.",
    statement=Text(
        "Joint exercises in which {state} took part: {value}.", "Latihan bersama yang diikuti {state}: {value}."
    ),
    unknown=Text(
        "In how many joint exercises {state} took part is not known.",
        "Jumlah latihan bersama yang diikuti {state} tidak diketahui.",
    ),
    chart="bars",
    draw={"x": "state"},
    order=42,
    compute=compute,
    example=Example(
        # RUS certainly in a; in b one source names it and another, complete, does not. UZB in a with a question mark.
        views={
            "members": [{"year": 2001, "state": "RUS"}, {"year": 2001, "state": "UZB"}, {"year": 2001, "state": "TJK"}],
            "participation": [
                {"exercise": "a", "state": "RUS", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "b", "state": "RUS", "value": 1, "low": 0, "high": 1, "named": 1},
                {"exercise": "a", "state": "UZB", "value": 0, "low": 0, "high": 1, "named": 1},
                {"exercise": "a", "state": "BLR", "value": 1, "low": 1, "high": 1, "named": 1},
            ],
        },
        expect=[
            {"state": "RUS", "value": 2, "low": 1, "high": 2, "evidence": ["participants:a/RUS", "participants:b/RUS"]},
            {"state": "UZB", "value": 0, "low": 0, "high": 1, "evidence": ["participants:a/UZB"]},
            {"state": "TJK", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"state": "BLR", "value": 1, "low": 1, "high": 1, "evidence": ["participants:a/BLR"]},
        ],
    ),
)
