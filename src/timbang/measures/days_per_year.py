"""Days per year: the sum of the exercises' known lengths, and for how many the length is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _yearly
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per year of the period; null where there were exercises and no length is known."""
    return _yearly.sums(views, "days")


MEASURE = _yearly.measure(
    name="days_per_year",
    label=Text("Days of exercises per year", "Hari latihan per tahun"),
    definition=Text(
        "Sum of the days of the year's joint exercises, over those whose first and last day are known: the true sum is "
        "higher wherever `known` is less than `exercises`. All days count in the year in which the exercise began. The "
        "bounds span the sources.",
        "Jumlah hari latihan bersama pada tahun itu, hanya dari latihan yang hari pertama dan terakhirnya diketahui: "
        "jumlah sebenarnya lebih besar bila `known` kurang dari `exercises`. Semua hari dihitung pada tahun latihan "
        "dimulai. Batasnya mencakup semua sumber.",
    ),
    unit=Text("days", "hari"),
    citation="Sum over the dates of the sources cited for each exercise.",
    statement=Text(
        "Days of exercises in {year}, so far as known (the length of {known} of {exercises}): {value}.",
        "Hari latihan pada tahun {year}, sejauh diketahui (lama {known} dari {exercises} latihan): {value}.",
    ),
    unknown=Text(
        "The length of no exercise of {year} is on record.", "Lama latihan pada tahun {year} tidak tercatat."
    ),
    order=77,
    compute=compute,
    example=Example(
        # 2001: 2 days, and 8 (by another source 9), and one of which only the month is known.
        views={
            "years": [{"year": 2001}, {"year": 2002}],
            "exercises": [
                {"exercise": "a", "year": 2001, "days": 2, "days_low": 2, "days_high": 2},
                {"exercise": "b", "year": 2001, "days": 8, "days_low": 8, "days_high": 9},
                {"exercise": "c", "year": 2001, "days_low": 1, "days_high": 31},
            ],
        },
        expect=[
            {"year": 2001, "value": 10.0, "low": 10.0, "high": 11.0, "known": 2, "exercises": 3,
             "evidence": ["exercises:a", "exercises:b"]},
            {"year": 2002, "value": 0.0, "low": 0.0, "high": 0.0, "known": 0, "exercises": 0, "evidence": []},
        ],
    ),
)  # fmt: skip
