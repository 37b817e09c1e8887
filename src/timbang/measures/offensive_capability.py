"""Offensive capability: the other state's part of the military means of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR
from timbang.measures._threat import WALT, offensive
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per directed pair of states of NMC and year."""
    x = offensive(views, setting)
    return x.select(*PAIR, "milex", "milper", value=x.offensive)


MEASURE = Measure(
    name="offensive_capability",
    label=Text("Threat: offensive capability of the other", "Ancaman: kemampuan ofensif pihak lain"),
    definition=Text(
        "Mean of two parts, each given beside it: state2's share of the military expenditure of both (`milex`) and of "
        "their military personnel (`milper`), by NMC. Null where one of the two is missing. Which means serve offence "
        "cannot be told from these data; that all of them count is a choice.",
        "Rerata dua bagian, masing-masing disertakan: bagian state2 dari belanja militer keduanya (`milex`) dan dari "
        "personel militer keduanya (`milper`) menurut NMC. Kosong bila salah satunya tidak ada. Data ini tidak "
        "memberi tahu sarana mana yang bersifat ofensif; menghitung semuanya merupakan pilihan.",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=("nmc",),
    by=PAIR,
    unit=Text("share of both", "bagian dari keduanya"),
    range=(0, 1),
    citation=f"{WALT} Data: Correlates of War, National Material Capabilities.",
    extra={"milex": "float", "milper": "float"},
    compute=compute,
    example=Example(
        # B spends 300 of 400 and has 50 of 100 soldiers; C's personnel is missing.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": [
                {"state": "AAA", "year": 2001, "milex": 100.0, "milper": 50.0},
                {"state": "BBB", "year": 2001, "milex": 300.0, "milper": 50.0},
                {"state": "CCC", "year": 2001, "milex": 100.0, "milper": None},
            ],
        },
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.625, "milex": 0.75, "milper": 0.5},
            {"state1": "BBB", "state2": "AAA", "year": 2001, "value": 0.375, "milex": 0.25, "milper": 0.5},
            {"state1": "AAA", "state2": "CCC", "year": 2001, "value": None, "milex": 0.5, "milper": None},
            {"state1": "CCC", "state2": "AAA", "year": 2001, "value": None, "milex": 0.5, "milper": None},
            {"state1": "BBB", "state2": "CCC", "year": 2001, "value": None, "milex": 0.25, "milper": None},
            {"state1": "CCC", "state2": "BBB", "year": 2001, "value": None, "milex": 0.75, "milper": None},
        ],
    ),
)
