"""Change year: with which year the rate of exercises changed, if it changed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._poisson_change import RAFTERY, all_read, can_weigh, priors, readings, weigh
from timbang.registry import Example, Measure
from timbang.tables import arrow_schema
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per year of the period but the first; null without an exercise. Evidence: that year's exercises."""
    import pyarrow as pa

    series = list(dict.fromkeys(readings(views.exercises, setting)))
    changes = [weigh(c, priors(sum(c) / len(c))["unit"]) for c in series if can_weigh(c)]
    bounded = all_read(views.exercises)
    e = views.exercises
    proof: dict[int, list[str]] = {}
    for id, year in zip(e.column("exercise").to_pylist(), e.column("year").to_pylist(), strict=True):
        proof.setdefault(year, []).append(f"exercises:{id}")
    rows: list[dict[str, Any]] = [{"year": y, "evidence": proof.get(y, [])} for y in setting.years[1:]]
    for i, row in enumerate(rows if can_weigh(series[0]) else []):
        found = [change.where[i] for change in changes]
        row |= {"value": found[0], "overall": found[0] * changes[0].probability}
        row |= {"low": min(found), "high": max(found)} if bounded else {}
    columns = {"year": "int", "value": "float", "low": "float", "high": "float", "overall": "float"}
    return pa.Table.from_pylist(rows, schema=arrow_schema(columns | {"evidence": "strings"}))


MEASURE = Measure(
    name="change_year",
    label=Text("With which year the rate changed, if it did", "Tahun mulai berubahnya laju, bila berubah"),
    definition=Text(
        "Probability that the new rate of exercises began with the year, given that the rate changed once, under the "
        "model and prior of `rate_change`. The probabilities of all years add up to one whether or not a change is "
        "likely at all; `overall` multiplies them by the probability of a change at even prior odds.",
        "Peluang bahwa laju latihan yang baru mulai pada tahun itu, dengan syarat laju berubah satu kali, menurut "
        "model dan prior `rate_change`. Peluang semua tahun berjumlah satu, entah perubahan itu mungkin atau tidak; "
        "`overall` mengalikannya dengan peluang adanya perubahan bila peluang awalnya seimbang.",
    ),
    family="regionalization",
    kind="array",
    needs=("exercises",),
    by=("year",),
    unit=Text("probability", "peluang"),
    range=(0, 1),
    citation=RAFTERY,
    statement=Text(
        "If the yearly rate changed once, the probability that the new rate began with {year} is {value}.",
        "Bila laju tahunan berubah satu kali, peluang laju baru mulai pada {year} adalah {value}.",
    ),
    unknown=Text(
        "Whether the rate changed with {year} cannot be weighed.",
        "Tidak dapat ditimbang apakah laju berubah mulai {year}.",
    ),
    extra={"overall": "float"},
    record="complete",
    chart="bars",
    draw={"x": "year"},
    order=21,
    compute=compute,
    example=Example(
        # As in rate_change: 1/27 against 1/8, that is 8 to 27; a change has probability 280/361.
        views={"exercises": [{"exercise": id, "year": 2003, "last_year": 2003} for id in ("a", "b", "c")]},
        expect=[
            {
                "year": 2002,
                "value": 8 / 35,
                "low": 8 / 35,
                "high": 8 / 35,
                "overall": 8 / 35 * 280 / 361,
                "evidence": [],
            },
            {
                "year": 2003,
                "value": 27 / 35,
                "overall": 27 / 35 * 280 / 361,
                "evidence": ["exercises:a", "exercises:b", "exercises:c"],
            },
        ],
    ),
)
