"""Share of a state's exercises with others in a year that each other state took part in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import PAIR, in_system
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state that MME lists in the year, and every other state of the system; `exercises` is the base."""
    ties, totals = _partners.exercised(views, setting)
    return _partners.share(views, setting, ties, totals.mutate(exercises=totals.total), "exercises")


MEASURE = Measure(
    name="exercise_share",
    level="dyad-year",
    directed=True,
    label=Text("Share of a state's exercises with a partner", "Porsi latihan suatu negara bersama mitra"),
    definition=Text(
        "Multinational exercises of the year in which both took part, over those in which state 1 took part "
        "(exercises); only participants that MME is certain of. 0 where they had none together; missing where MME "
        "lists no exercise of state 1 in the year.",
        "Latihan multinasional pada tahun itu yang diikuti keduanya, dibagi latihan yang diikuti negara 1 (exercises); "
        "hanya peserta yang dipastikan MME. 0 bila tidak ada latihan bersama; tidak ada nilai bila MME tidak mencatat "
        "latihan negara 1 pada tahun itu.",
    ),
    family="regionalization",
    kind="table",
    needs=("system", "mme_participants"),
    by=PAIR,
    unit=Text("share", "porsi"),
    range=(0, 1),
    citation=_partners.DORAZIO,
    extra={"exercises": "int"},
    order=61,
    compute=compute,
    example=Example(
        # KAZ in two exercises, one of them with the USA, both with RUS; RUS in two; the USA in one, KGZ uncertain.
        views={
            "system": in_system("KAZ", "RUS", "USA"),
            "mme_participants": [
                {"exercise": "a", "state": "KAZ", "year": 2001, "certain": True},
                {"exercise": "a", "state": "RUS", "year": 2001, "certain": True},
                {"exercise": "a", "state": "KGZ", "year": 2001, "certain": False},
                {"exercise": "b", "state": "KAZ", "year": 2001, "certain": True},
                {"exercise": "b", "state": "RUS", "year": 2001, "certain": True},
                {"exercise": "b", "state": "USA", "year": 2001, "certain": True},
            ],
        },
        expect=[
            {"state1": "KAZ", "state2": "RUS", "year": 2001, "value": 1.0, "exercises": 2},
            {"state1": "KAZ", "state2": "USA", "year": 2001, "value": 0.5, "exercises": 2},
            {"state1": "RUS", "state2": "KAZ", "year": 2001, "value": 1.0, "exercises": 2},
            {"state1": "RUS", "state2": "USA", "year": 2001, "value": 0.5, "exercises": 2},
            {"state1": "USA", "state2": "KAZ", "year": 2001, "value": 1.0, "exercises": 1},
            {"state1": "USA", "state2": "RUS", "year": 2001, "value": 1.0, "exercises": 1},
        ],
    ),
)
