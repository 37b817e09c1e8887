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
    """One row per year and setting, zeros included; a year whose record is not complete has no value.

    What cannot be told may belong to members or to outsiders.
    """
    e = views.exercises.select(
        "exercise", "last_year", began="year", of=views.exercises.setting.fill_null("unknown")
    )  # fmt: skip
    y = views.years
    cells = _codes.each(_codes.SETTINGS, y, "year").rename(setting="code").join(y, "year")
    whole = (cells.setting == "documented").ifelse(cells.complete, cells.complete_others).fill_null(True)
    cells = cells.select("year", "setting", whole=whole)
    may = (e.of == cells.setting) | ((e.of == "unknown") & cells.setting.isin(["members", "outsiders"]))
    rows = cells.left_join(e, may & (e.began <= cells.year) & (e.last_year >= cells.year))
    told = rows.of == rows.setting
    rows = rows.mutate(first=told & (rows.began == rows.year), sure=told & (rows.began == rows.last_year))
    counts = rows.group_by("year", "setting", "whole").agg(
        recorded=rows["first"].sum().fill_null(0),
        low=rows.sure.sum().fill_null(0),
        most=rows.exercise.count(),
        evidence=_evidence.gathered(_evidence.exercise(rows.exercise)),
    )
    known = {"value": counts.whole.ifelse(counts.recorded, None), "high": counts.whole.ifelse(counts.most, None)}
    return counts.select("year", "setting", "recorded", "low", "evidence", **known)


MEASURE = Measure(
    name="exercises_by_setting_year",
    label=Text("Exercises by setting and year", "Latihan menurut kerangka dan tahun"),
    definition=Text(
        "Number of joint exercises that began in the year, by setting: in the organization's documented framework, "
        "among members only, with outsiders, or not to be told. One whose year is uncertain counts in its first "
        "possible year, and widens the bounds of each year in which it can have begun. One whose setting cannot be "
        "told widens the upper bound of members and of outsiders. Of a year whose record is not held complete only the "
        "least is known.",
        "Jumlah latihan bersama yang dimulai pada tahun itu menurut kerangkanya: dalam kerangka organisasi yang "
        "terdokumentasi, hanya antaranggota, bersama pihak luar, atau tidak dapat ditentukan. Latihan yang tahunnya "
        "tidak pasti dihitung pada tahun paling awal yang mungkin, dan memperlebar batas setiap tahun yang mungkin. "
        "Latihan yang kerangkanya tidak dapat ditentukan memperlebar batas atas anggota dan pihak luar. Untuk tahun "
        "yang catatannya tidak dianggap lengkap, hanya jumlah terkecil yang diketahui.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "years"),
    by=("year", "setting"),
    unit=Text("exercises", "latihan"),
    range=(0, None),
    citation="Count; the framework is what the cited source of each exercise documents.",
    statement=Text(
        "Joint exercises begun in {year} {setting}: {value}.",
        "Latihan bersama tahun {year} {setting}: {value}.",
    ),
    unknown=Text(
        "Joint exercises begun in {year} {setting}: at least {low}; the record of that year is not held complete.",
        "Latihan bersama tahun {year} {setting}: paling sedikit {low}; catatan tahun itu tidak dianggap lengkap.",
    ),
    words={"unknown": Text("whose setting cannot be told", "yang kerangkanya tidak dapat ditentukan")},
    chart="bars",
    draw={"x": "year", "colour": "setting"},
    order=13,
    extra={"recorded": "int"},
    scope="all",
    compute=compute,
    example=Example(
        # a is documented and began in 2001; b, with outsiders, in 2001 or 2002; of c in 2001 it cannot be told; other
        # exercises of 2002 may be missing.
        views={
            "years": [{"year": 2001}, {"year": 2002, "complete": True, "complete_others": False}],
            "exercises": [
                {"exercise": "a", "year": 2001, "last_year": 2001, "setting": "documented"},
                {"exercise": "b", "year": 2001, "last_year": 2002, "setting": "outsiders"},
                {"exercise": "c", "year": 2001, "last_year": 2001, "setting": "unknown"},
            ],
        },
        expect=[
            {"year": 2001, "setting": "documented", "value": 1, "low": 1, "high": 1, "evidence": ["exercises:a"]},
            {"year": 2001, "setting": "members", "value": 0, "low": 0, "high": 1, "evidence": ["exercises:c"]},
            {
                "year": 2001,
                "setting": "outsiders",
                "value": 1,
                "low": 0,
                "high": 2,
                "evidence": ["exercises:b", "exercises:c"],
            },
            {"year": 2001, "setting": "unknown", "value": 1, "low": 1, "high": 1, "evidence": ["exercises:c"]},
            {"year": 2002, "setting": "documented", "value": 0, "low": 0, "high": 0, "evidence": []},
            {"year": 2002, "setting": "members", "value": None, "low": 0, "high": None, "evidence": []},
            {"year": 2002, "setting": "outsiders", "value": None, "low": 0, "high": None, "evidence": ["exercises:b"]},
            {"year": 2002, "setting": "unknown", "value": None, "low": 0, "high": None, "evidence": []},
        ],
    ),
)
