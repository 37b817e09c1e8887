"""Internal conflict: how intense a government's armed conflicts with armed groups are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import STATE, asked, in_system, span, zeros
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


INTERNAL = (3, 4)  # UCDP's kinds: within a state, and the same with troops from other states


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state of the system and year."""
    every = views.ucdp_conflicts
    held = asked(every, setting).filter(lambda x: x.kind.isin(INTERNAL))
    worst = held.group_by(*STATE).agg(value=held.intensity.max(), conflicts=held.conflict.nunique())
    return zeros(views, setting, worst, span(every))


MEASURE = Measure(
    name="internal_conflict",
    label=Text("Internal armed conflict", "Konflik bersenjata internal"),
    definition=Text(
        "The greatest intensity of the armed conflicts between the state's government and armed groups in the year, "
        "by UCDP/PRIO (kinds 3, internal, and 4, internationalized internal): 1 for at least 25 deaths in battle, 2 "
        "for at least 1,000; `conflicts` is how many there were. Zero for a state of the system without any in a year "
        "that the data cover; null in other years.",
        "Intensitas tertinggi konflik bersenjata antara pemerintah negara itu dan kelompok bersenjata pada tahun itu, "
        "menurut UCDP/PRIO (jenis 3, internal, dan 4, internal yang diinternasionalkan): 1 untuk sekurang-kurangnya "
        "25 kematian dalam pertempuran, 2 untuk sekurang-kurangnya 1.000; `conflicts` ialah banyaknya konflik. Nol "
        "bagi negara dalam sistem tanpa konflik pada tahun yang diliput; kosong pada tahun lain.",
    ),
    family="threat",
    kind="table",
    level="state-year",
    needs=("ucdp_conflicts", "system"),
    by=STATE,
    unit=Text("intensity from 0 to 2", "intensitas dari 0 sampai 2"),
    range=(0, 2),
    citation="Gleditsch, Nils Petter, Peter Wallensteen, Mikael Eriksson, Margareta Sollenberg & Håvard Strand. 2002. "
    "Armed Conflict 1946-2001: A New Dataset.",
    extra={"conflicts": "int"},
    compute=compute,
    example=Example(
        # A: two internal conflicts, the worse a war; a war between states does not count. 2002 lies beyond the data.
        setting=Setting(organization="TST", first_year=2001, last_year=2002),
        views={
            "ucdp_conflicts": [
                {"conflict": 1, "state": "AAA", "year": 2001, "kind": 3, "intensity": 1},
                {"conflict": 2, "state": "AAA", "year": 2001, "kind": 4, "intensity": 2},
                {"conflict": 3, "state": "BBB", "year": 2001, "kind": 2, "intensity": 2},
            ],
            "system": in_system("AAA", "BBB") + in_system("AAA", year=2002),
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 2, "conflicts": 2},
            {"state": "BBB", "year": 2001, "value": 0, "conflicts": 0},
            {"state": "AAA", "year": 2002, "value": None, "conflicts": None},
        ],
    ),
)
