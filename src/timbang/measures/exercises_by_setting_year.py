"""Exercises by setting and year: when the organization's framework, its members or outsiders were the setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _codes, _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per year and setting, zeros included; bounds allow for imprecise years."""
    e = views.exercises.mutate(setting=views.exercises.setting.fill_null("unknown"))
    cells = _codes.each(_codes.SETTINGS, views.years, "year").rename(setting="code")
    began = (e.setting == cells.setting) & (e.year <= cells.year) & (e.last_year >= cells.year)
    rows = cells.left_join(e, began)
    return rows.group_by(year=cells.year, setting=cells.setting).agg(
        value=(e.year == cells.year).sum().fill_null(0),
        low=(e.year == e.last_year).sum().fill_null(0),
        high=e.exercise.count(),
        evidence=_evidence.gathered(_evidence.exercise(e.exercise)),
    )


MEASURE = Measure(
    name="exercises_by_setting_year",
    label=Text("Exercises by setting and year", "Latihan menurut kerangka dan tahun"),
    definition=Text(
        "Number of joint exercises that began in the year, by setting: in the organization's documented framework, "
        "among members only, with outsiders, or not to be told. One whose year is uncertain counts in its first "
        "possible year, and widens the bounds of each year in which it can have begun.",
        "Jumlah latihan bersama yang dimulai pada tahun itu menurut kerangkanya: dalam kerangka organisasi yang "
        "terdokumentasi, hanya antaranggota, bersama pihak luar, atau tidak dapat ditentukan. Latihan yang tahunnya "
        "tidak pasti dihitung pada tahun paling awal yang mungkin, dan memperlebar batas setiap tahun yang mungkin.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "years"),
    by=("year", "setting"),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; the framework is what the cited source of each exercise documents.",
    statement=Text(
        "Joint exercises {setting} that began in {year}: {value}.",
        "Latihan bersama {setting} yang dimulai pada tahun {year}: {value}.",
    ),
    unknown=Text(
        "How many joint exercises {setting} began in {year} is not known.",
        "Jumlah latihan bersama {setting} yang dimulai pada tahun {year} tidak diketahui.",
    ),
    words={"unknown": Text("whose setting cannot be told", "yang kerangkanya tidak dapat ditentukan")},
    chart="bars",
    draw={"x": "year", "colour": "setting"},
    order=13,
    compute=compute,
    example=Example(
        # a is documented and began in 2001; b, with outsiders, began in 2001 or 2002.
        views={
            "years": [{"year": 2001}, {"year": 2002}],
            "exercises": [
                {"exercise": "a", "year": 2001, "last_year": 2001, "setting": "documented"},
                {"exercise": "b", "year": 2001, "last_year": 2002, "setting": "outsiders"},
            ],
        },
        expect=[
            {"year": 2001, "setting": "documented", "value": 1, "low": 1, "high": 1, "evidence": ["exercises:a"]},
            {"year": 2001, "setting": "members", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"year": 2001, "setting": "outsiders", "value": 1, "low": 0, "high": 1, "evidence": ["exercises:b"]},
            {"year": 2001, "setting": "unknown", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"year": 2002, "setting": "documented", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"year": 2002, "setting": "members", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"year": 2002, "setting": "outsiders", "value": 0, "low": 0, "high": 1, "evidence": ["exercises:b"]},
            {"year": 2002, "setting": "unknown", "value": 0, "low": 0, "high": 0, "evidence": []},
        ],
    ),
)
