"""Threat of each state to each member over the period: at least one of its components, from the case's figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING

from timbang.measures._figures import result
from timbang.measures._threat import COMPONENTS, WALT
from timbang.measures._threat_figures import AROUND, COLUMNS, EXAMPLE, EXTRA, MEANT, WORDS, components
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member and each other member or outside power; none if the case has no such figures."""
    rows = components(views, setting)
    return result((row | {"value": _at_least_one([row[name] for name in COMPONENTS])} for row in rows), COLUMNS)


def _at_least_one(means: Sequence[float | None]) -> float | None:
    """1 less the product of what each leaves; 1 where one is 1, else None where one is missing."""
    known = [mean for mean in means if mean is not None]
    if 1 not in known and len(known) < len(means):
        return None
    return 1 - prod(1 - mean for mean in known)


MEASURE = Measure(
    name="threat_components",
    label=Text(
        "Threat to each member from each state, at least one component",
        "Ancaman bagi tiap anggota dari tiap negara, sekurang-kurangnya satu komponen",
    ),
    definition=Text(
        "How threatening another state is to a member, as 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), so that one strong "
        "component is enough: 1 where one is 1, and so always for neighbours by land, and nearly 1 where the other is "
        f"far larger; else not known where a component is missing. {MEANT.en}",
        "Seberapa mengancam suatu negara bagi seorang anggota, sebagai 1 - (1 - c1)(1 - c2)(1 - c3)(1 - c4), sehingga "
        "satu komponen kuat sudah cukup: 1 bila salah satunya 1, jadi selalu demikian bagi tetangga darat, dan hampir "
        "1 bila pihak lain jauh lebih besar; selain itu tidak diketahui bila ada komponen yang hilang. " + MEANT.id,
    ),
    family="threat",
    kind="array",
    needs=("figures",),
    by=("state", "towards"),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation=f"{WALT} The adding up is timbang's choice.",
    statement=Text(
        "Threat of {towards} to {state}, at least one component: {value} (power {power}, proximity {proximity}, "
        "offensive capability {offensive}, offensive intentions {intentions}).",
        "Ancaman {towards} bagi {state}, sekurang-kurangnya satu komponen: {value} (kekuatan {power}, kedekatan "
        "{proximity}, kemampuan ofensif {offensive}, niat ofensif {intentions}).",
    ),
    unknown=Text(
        "Threat of {towards} to {state}, at least one component: not known; missing: {missing}.",
        "Ancaman {towards} bagi {state}, sekurang-kurangnya satu komponen: tidak diketahui; yang hilang: {missing}.",
    ),
    extra=EXTRA,
    words=WORDS,
    chart="matrix",
    draw={"x": "towards", "y": "state", "colour": "value"},
    order=40,
    compute=compute,
    example=Example(
        # What is left of AAA and BBB: .5 * .5 * .25 * .75; AAA is a neighbour of BBB, which is enough.
        setting=AROUND,
        views=EXAMPLE,
        expect=[
            {"state": "AAA", "towards": "BBB", "value": 1 - 0.5 * 0.5 * 0.25 * 0.75, "power": 0.5, "proximity": 0.5,
             "offensive": 0.75, "intentions": 0.25, "missing": [], "years": 2,
             "evidence": [f"figures:{line}" for line in (10, 11, 13, 15, 16, 2, 3, 4, 5, 8, 9)]},
            {"state": "AAA", "towards": "OUT", "value": None, "power": 0.5, "years": 1,
             "missing": ["proximity", "offensive", "intentions"], "evidence": ["figures:17", "figures:4"]},
            {"state": "BBB", "towards": "AAA", "value": 1.0, "power": 0.5, "proximity": 1.0, "offensive": 0.25,
             "missing": ["intentions"]},
            {"state": "BBB", "towards": "OUT", "value": None, "power": 0.75},
        ],
    ),
)  # fmt: skip
