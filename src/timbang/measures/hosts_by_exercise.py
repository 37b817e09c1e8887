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
    """One row per state, hosts and members; the upper bound adds the exercises whose host nobody records."""
    hosts = views.hosts.select("exercise", "state").distinct()
    several = hosts.group_by("exercise").agg(hosts=hosts.count())
    shared = hosts.join(several, "exercise")
    counts = shared.group_by("state").agg(
        value=shared.count(),
        fractional=(1 / shared.hosts).sum(),
        evidence=_evidence.gathered(_evidence.exercise(shared.exercise)),
    )
    e = views.exercises
    nowhere = e.agg(unrecorded=e.count() - e.exercise.isin(hosts.exercise).sum().fill_null(0))
    every = views.states.filter(views.states.member).select("state").union(hosts.select("state"), distinct=True)
    c = every.left_join(counts, "state").cross_join(nowhere)
    value = c.value.fill_null(0)
    return c.select(
        "state",
        value=value,
        low=value,
        high=value + c.unrecorded,
        fractional=c.fractional.fill_null(0.0),
        unrecorded=c.unrecorded,
        evidence=_evidence.or_none(c.evidence),
    )


MEASURE = Measure(
    name="hosts_by_exercise",
    label=Text("Hosts, by exercise", "Tuan rumah menurut latihan"),
    definition=Text(
        "Number of joint exercises held on the state's territory or waters; each host of an exercise counts once. "
        "`fractional` shares each exercise equally among its hosts. The upper bound adds the exercises whose host no "
        "source gives.",
        "Jumlah latihan bersama yang digelar di wilayah atau perairan negara itu; setiap tuan rumah dihitung satu kali "
        "per latihan. `fractional` membagi setiap latihan sama rata di antara tuan rumahnya. Batas atas menambahkan "
        "latihan yang tuan rumahnya tidak disebut sumber mana pun.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "hosts", "states"),
    by=("state",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count, full and fractional.",
    statement=Text(
        "Joint exercises held in {state}: {value}, or {fractional} if hosts share each equally.",
        "Latihan bersama yang digelar di {state}: {value}, atau {fractional} bila dibagi rata di antara tuan rumah.",
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
        # a in RUS and CHN, b in RUS, c nowhere recorded: RUS 2 (1.5), at most 3. KAZ never for sure.
        views={
            "exercises": [{"exercise": "a"}, {"exercise": "b"}, {"exercise": "c"}],
            "states": [{"state": "KAZ", "member": True}, {"state": "USA", "member": False}],
            "hosts": [
                {"exercise": "a", "state": "RUS"}, {"exercise": "a", "state": "CHN"}, {"exercise": "b", "state": "RUS"},
            ],
        },
        expect=[
            {"state": "RUS", "value": 2, "low": 2, "high": 3, "fractional": 1.5, "unrecorded": 1,
             "evidence": ["exercises:a", "exercises:b"]},
            {"state": "CHN", "value": 1, "low": 1, "high": 2, "fractional": 0.5, "evidence": ["exercises:a"]},
            {"state": "KAZ", "value": 0, "low": 0, "high": 1, "fractional": 0.0, "evidence": []},
        ],
    ),
)  # fmt: skip
