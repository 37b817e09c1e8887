"""Troops per year: the sum of the troops that sources give, and for how many exercises they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _yearly
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per year of the period; null where there were exercises and no source gives troops."""
    return _yearly.sums(views, "troops")


MEASURE = _yearly.measure(
    name="troops_per_year",
    label=Text("Troops per year", "Jumlah pasukan per tahun"),
    definition=Text(
        "Sum of the troops in the year's joint exercises, over those for which a source gives a figure: the true sum "
        "is higher wherever `known` is less than `exercises`. The bounds take each one's lowest and highest source.",
        "Jumlah pasukan dalam latihan bersama pada tahun itu, hanya dari latihan yang angkanya disebut sumber: jumlah "
        "sebenarnya lebih besar bila `known` kurang dari `exercises`. Batasnya memakai sumber terendah dan tertinggi.",
    ),
    unit=Text("troops", "personel"),
    citation="Sum of the figures of the sources cited for each exercise.",
    statement=Text(
        "Troops in the exercises of {year}, so far as known (figures for {known} of {exercises}): {value}.",
        "Pasukan dalam latihan tahun {year}, sejauh diketahui (angka untuk {known} dari {exercises} latihan): {value}.",
    ),
    unknown=Text(
        "No figure for troops in the exercises of {year} is on record.",
        "Jumlah pasukan dalam latihan tahun {year} tidak tercatat.",
    ),
    order=75,
    compute=compute,
    example=Example(
        # 2001: 300 and (by two sources) 400 to 500, and one without a figure; 2002: none held; 2003: no figure;
        # 2004: none on record, and the record is not complete.
        views={
            "years": [{"year": 2001}, {"year": 2002}, {"year": 2003}, {"year": 2004, "complete": False}],
            "exercises": [
                {"exercise": "a", "year": 2001, "troops": 300, "troops_low": 300, "troops_high": 300},
                {"exercise": "b", "year": 2001, "troops": 400, "troops_low": 400, "troops_high": 500},
                {"exercise": "c", "year": 2001},
                {"exercise": "d", "year": 2003},
            ],
        },
        expect=[
            {"year": 2001, "value": 700.0, "low": 700.0, "high": 800.0, "known": 2, "exercises": 3,
             "evidence": ["exercises:a", "exercises:b"]},
            {"year": 2002, "value": 0.0, "low": 0.0, "high": 0.0, "known": 0, "exercises": 0, "evidence": []},
            {"year": 2003, "value": None, "low": None, "high": None, "known": 0, "exercises": 1, "evidence": []},
            {"year": 2004, "value": None, "low": None, "high": None, "known": 0, "exercises": 0, "evidence": []},
        ],
    ),
)  # fmt: skip
