"""Contributions: do the troops that a source gives for each state add up to the total it gives?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> Any:
    """One row per exercise with a figure for some state; null where no total is given."""
    e, p = views.exercises, views.participation
    given = p.filter(p.troops.notnull())
    sent = given.group_by("exercise").agg(
        sum=given.troops.sum(),
        states_with_figures=given.state.nunique(),
        parts=_evidence.gathered("participants:" + given.exercise + "/" + given.state),
    )
    c = e.select("exercise", total=e.troops).join(sent, "exercise")
    return c.select(
        "exercise", "total", "sum", "states_with_figures",
        difference=c.total - c["sum"],
        value=c["sum"] / c.total.nullif(0),
        evidence=_evidence.alone(_evidence.exercise(c.exercise)).concat(c.parts),
    )  # fmt: skip


MEASURE = Measure(
    name="contributions",
    label=Text("Contributions against the total", "Sumbangan pasukan terhadap jumlah total"),
    definition=Text(
        "Sum of the troops given for single states, divided by the total given for the exercise. 1 where they add up; "
        "less where states lack a figure, or the figures do not agree; more than 1 where they cannot agree.",
        "Jumlah pasukan yang disebut untuk tiap negara, dibagi jumlah total yang disebut untuk latihan itu. 1 bila "
        "cocok; kurang dari 1 bila ada negara tanpa angka atau angkanya tidak sesuai; lebih dari 1 bila mustahil "
        "cocok.",
    ),
    family="regionalization",
    kind="table",
    needs=("exercises", "participation"),
    by=("exercise",),
    unit=Text("ratio", "rasio"),
    range=(0, None),
    citation="Arithmetic on the figures of the sources cited for each exercise.",
    statement=Text(
        "{exercise}: figures for single states ({states_with_figures}) add up to {sum} of {total} troops: {percent}.",
        "{exercise}: angka per negara ({states_with_figures} negara) berjumlah {sum} dari {total} personel: {percent}.",
    ),
    unknown=Text(
        "{exercise}: the figures for single states ({states_with_figures}) add up to {sum}; no total is given.",
        "{exercise}: angka per negara ({states_with_figures} negara) berjumlah {sum}; jumlah total tidak disebut.",
    ),
    extra={"total": "float", "sum": "float", "states_with_figures": "int", "difference": "float"},
    chart="table",
    order=80,
    compute=compute,
    example=Example(
        # a: 8,000 and 2,000 of 10,000. b: 300 of an unknown total. c: 150 of 450, the other state has no figure.
        views={
            "exercises": [
                {"exercise": "a", "troops": 10000}, {"exercise": "b"}, {"exercise": "c", "troops": 450},
                {"exercise": "d", "troops": 100},
            ],
            "participation": [
                {"exercise": "a", "state": "CHN", "troops": 8000}, {"exercise": "a", "state": "RUS", "troops": 2000},
                {"exercise": "b", "state": "TJK", "troops": 300},
                {"exercise": "c", "state": "CHN", "troops": 150}, {"exercise": "c", "state": "TJK"},
                {"exercise": "d", "state": "TJK"},
            ],
        },
        expect=[
            {"exercise": "a", "value": 1.0, "total": 10000.0, "sum": 10000.0, "difference": 0.0,
             "states_with_figures": 2, "evidence": ["exercises:a", "participants:a/CHN", "participants:a/RUS"]},
            {"exercise": "b", "value": None, "total": None, "sum": 300.0, "difference": None,
             "states_with_figures": 1, "evidence": ["exercises:b", "participants:b/TJK"]},
            {"exercise": "c", "value": 1 / 3, "total": 450.0, "sum": 150.0, "difference": 300.0,
             "states_with_figures": 1, "evidence": ["exercises:c", "participants:c/CHN"]},
        ],
    ),
)  # fmt: skip
