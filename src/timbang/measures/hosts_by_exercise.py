"""Hosts by exercise: in how many exercises each state was host, and its share where hosts were several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per host and member; the upper bound adds exercises without a recorded host that it may have joined."""
    hosts = views.hosts
    several = hosts.group_by("exercise").agg(hosts=hosts.value.sum())
    shared = hosts.join(several, "exercise")
    counts = shared.group_by("state").agg(
        value=shared.value.sum(),
        low=shared.low.sum(),
        high=shared.high.sum(),
        fractional=(shared.value / shared.hosts).sum(),
        evidence=_evidence.gathered(_evidence.exercise(shared.exercise)),
    )
    p = views.participation
    open_ = p.filter((p.high == 1) & ~p.exercise.isin(hosts.exercise))
    maybe = open_.group_by("state").agg(unrecorded=open_.count())
    every = views.members.select("state").union(hosts.select("state"), distinct=True)
    c = every.left_join(counts, "state").left_join(maybe, "state")
    unrecorded = c.unrecorded.fill_null(0)
    return c.select(
        "state",
        value=c.value.fill_null(0),
        low=c.low.fill_null(0),
        high=c.high.fill_null(0) + unrecorded,
        fractional=c.fractional.fill_null(0.0),
        unrecorded=unrecorded,
        evidence=_evidence.or_none(c.evidence),
    )


MEASURE = Measure(
    name="hosts_by_exercise",
    label=Text("Hosts, by exercise", "Tuan rumah menurut latihan"),
    definition=Text(
        "Number of joint exercises held on the state's territory or waters; each host of an exercise counts once. "
        "`fractional` shares each exercise equally among its hosts. The lower bound counts those of which every source "
        "that names hosts names it; the upper bound those of which any does, and the exercises whose host no source "
        "gives and in which the state took part, or may have.",
        "Jumlah latihan bersama yang digelar di wilayah atau perairan negara itu; setiap tuan rumah dihitung satu kali "
        "per latihan. `fractional` membagi setiap latihan sama rata di antara tuan rumahnya. Batas bawah menghitung "
        "latihan yang semua sumbernya tentang tuan rumah menyebut negara itu; batas atas yang salah satu sumbernya "
        "menyebutnya, serta latihan yang tuan rumahnya tidak disebut sumber mana pun dan yang diikuti, atau mungkin "
        "diikuti, negara itu.",
    ),
    family="regionalization",
    kind="table",
    needs=("hosts", "participation", "members"),
    by=("state",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count, full and fractional.",
    statement=Text(
        "Joint exercises held in {state} ({fractional} if hosts share each equally): {value}.",
        "Latihan bersama yang digelar di {state} ({fractional} bila dibagi rata di antara tuan rumah): {value}.",
    ),
    unknown=Text(
        "How many joint exercises were held in {state} is not known.",
        "Jumlah latihan bersama yang digelar di {state} tidak diketahui.",
    ),
    extra={"fractional": "float", "unrecorded": "int"},
    chart="bars",
    draw={"x": "state"},
    order=50,
    compute=compute,
    example=Example(
        # a in RUS and CHN (one source: in RUS alone, another: in UZB too), b in RUS; where c was, with RUS and perhaps
        # KAZ, nobody records: RUS 2 (1.5), at most 3.
        views={
            "members": [{"year": 2001, "state": "KAZ"}, {"year": 2001, "state": "UZB"}],
            "hosts": [
                {"exercise": "a", "state": "RUS", "value": 1, "low": 1, "high": 1},
                {"exercise": "a", "state": "CHN", "value": 1, "low": 0, "high": 1},
                {"exercise": "a", "state": "UZB", "value": 0, "low": 0, "high": 1},
                {"exercise": "b", "state": "RUS", "value": 1, "low": 1, "high": 1},
            ],
            "participation": [
                {"exercise": "a", "state": "UZB", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "c", "state": "RUS", "value": 1, "low": 1, "high": 1, "named": 1},
                {"exercise": "c", "state": "KAZ", "value": 0, "low": 0, "high": 1, "named": 1},
            ],
        },
        expect=[
            {"state": "RUS", "value": 2, "low": 2, "high": 3, "fractional": 1.5, "unrecorded": 1,
             "evidence": ["exercises:a", "exercises:b"]},
            {"state": "CHN", "value": 1, "low": 0, "high": 1, "fractional": 0.5, "evidence": ["exercises:a"]},
            {"state": "KAZ", "value": 0, "low": 0, "high": 1, "fractional": 0.0, "evidence": []},
            {"state": "UZB", "value": 0, "low": 0, "high": 1, "fractional": 0.0, "evidence": ["exercises:a"]},
        ],
    ),
)  # fmt: skip
