"""Proximity: how near the other state is, by contiguity and the shortest distance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._distance import HALF_KM
from timbang.measures._panel import PAIR, in_system
from timbang.measures._threat import WALT, proximity
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting, half: float = HALF_KM) -> Any:
    """One row per directed pair of states of the system and year."""
    x = proximity(views, setting, half)
    return x.select(*PAIR, "km", "kind", value=x.proximity)


MEASURE = Measure(
    name="proximity",
    label=Text("Threat: proximity", "Ancaman: kedekatan"),
    definition=Text(
        "1 / (1 + km / 1000): 1 where the two touch on land, one half at 1,000 km; the form and the 1,000 km are "
        "choices. `km`: 0 where they are contiguous on land or by a river (COW kind 1), else the shortest distance "
        "between their lands, else, where that is not known, the widest water that their kind of contiguity allows "
        "(kinds 2 to 5: 12, 24, 150, 400 miles); null where neither is known. `kind` is null where COW lists no "
        "contiguity. Contiguity through colonies is left out.",
        "1 / (1 + km / 1000): 1 bila keduanya bersinggungan di darat, setengah pada jarak 1.000 km; bentuk ini dan "
        "angka 1.000 km merupakan pilihan. `km`: 0 bila berbatasan darat atau sungai (jenis 1 menurut COW), selain itu "
        "jarak terpendek antarwilayah, atau, bila itu tidak diketahui, lebar perairan terbesar menurut jenis "
        "perbatasannya (jenis 2 sampai 5: 12, 24, 150, 400 mil); kosong bila keduanya tidak diketahui. `kind` kosong "
        "bila COW tidak mencatat perbatasan. Perbatasan melalui koloni tidak dihitung.",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=("contiguity", "minimum_distance", "system"),
    by=PAIR,
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation=f"{WALT} Stinnett, Douglas M., Jaroslav Tir, Philip Schafer, Paul F. Diehl & Charles Gochman. 2002. The "
    "Correlates of War Project Direct Contiguity Data, Version 3.",
    extra={"km": "float", "kind": "int"},
    compute=compute,
    example=Example(
        # A and B touch; A and C are 3,000 km apart (1 / 4); of B and C only water of up to 12 miles is known.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "system": in_system("AAA", "BBB", "CCC"),
            "contiguity": [
                {"state1": "AAA", "state2": "BBB", "year": 2001, "kind": 1},
                {"state1": "BBB", "state2": "AAA", "year": 2001, "kind": 1},
                {"state1": "BBB", "state2": "CCC", "year": 2001, "kind": 2},
                {"state1": "CCC", "state2": "BBB", "year": 2001, "kind": 2},
            ],
            "minimum_distance": [{"state1": "AAA", "state2": "CCC", "year": 2001, "km": 3000.0}],
        },
        expect=[
            {"state1": one, "state2": two, "year": 2001, "value": value, "km": km, "kind": kind}
            for a, b, value, km, kind in (
                ("AAA", "BBB", 1.0, 0.0, 1),
                ("AAA", "CCC", 0.25, 3000.0, None),
                ("BBB", "CCC", 1000 / 1019.312128, 19.312128, 2),
            )
            for one, two in ((a, b), (b, a))
        ],
    ),
)
