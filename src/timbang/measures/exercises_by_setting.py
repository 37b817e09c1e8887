"""Exercises by setting: inside the organization's documented framework, among members only, with outsiders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _codes, _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per setting, zeros included; what cannot be told may belong to members or to outsiders."""
    e = views.exercises.mutate(setting=views.exercises.setting.fill_null("unknown"))
    settings = _codes.each(_codes.SETTINGS, e).rename(setting="code")
    rows = settings.join(e, (e.setting == settings.setting) | (e.setting == "unknown"))
    own = rows.select(setting=settings.setting, exercise=e.exercise, counted=e.setting == settings.setting)
    open_ = own.setting.isin(["members", "outsiders"])
    counts = own.group_by("setting").agg(
        value=own.counted.sum(),
        high=(own.counted | open_).sum(),
        evidence=_evidence.gathered(_evidence.exercise(own.exercise), where=own.counted | open_),
    )
    c = settings.left_join(counts, "setting")
    value = c.value.fill_null(0)
    evidence = _evidence.or_none(c.evidence)
    return c.select("setting", value=value, low=value, high=c.high.fill_null(0), evidence=evidence)


MEASURE = Measure(
    name="exercises_by_setting",
    label=Text("Exercises by setting", "Latihan menurut kerangka"),
    definition=Text(
        "Number of joint exercises that a source documents as held in the organization's framework; of the others, "
        "those among members only and those with outsiders. Where the participants leave that open the exercise "
        "cannot be told, and widens the upper bound of both.",
        "Jumlah latihan bersama yang menurut suatu sumber digelar dalam kerangka organisasi; dari selebihnya, yang "
        "hanya antaranggota dan yang bersama pihak luar. Bila daftar peserta tidak memastikannya, latihan itu tidak "
        "dapat ditentukan dan memperlebar batas atas keduanya.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises",),
    by=("setting",),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; the framework is what the cited source of each exercise documents.",
    statement=Text("Joint exercises {setting}: {value}.", "Latihan bersama {setting}: {value}."),
    unknown=Text(
        "How many joint exercises were held {setting} is not known.",
        "Jumlah latihan bersama {setting} tidak diketahui.",
    ),
    words={"unknown": Text("whose setting cannot be told", "yang kerangkanya tidak dapat ditentukan")},
    chart="bars",
    draw={"x": "setting"},
    order=12,
    scope="all",
    compute=compute,
    example=Example(
        # b names members and leaves its roster open: it may belong with members or with outsiders.
        views={
            "exercises": [
                {"exercise": "a", "setting": "documented"},
                {"exercise": "b", "setting": "unknown"},
                {"exercise": "c", "setting": "members"},
                {"exercise": "d", "setting": "documented"},
            ],
        },
        expect=[
            {"setting": "documented", "value": 2, "low": 2, "high": 2, "evidence": ["exercises:a", "exercises:d"]},
            {"setting": "members", "value": 1, "low": 1, "high": 2, "evidence": ["exercises:b", "exercises:c"]},
            {"setting": "outsiders", "value": 0, "low": 0, "high": 1, "evidence": ["exercises:b"]},
            {"setting": "unknown", "value": 1, "low": 1, "high": 1, "evidence": ["exercises:b"]},
        ],
    ),
)
