"""Threat of each state to each member over the period: the mean of its components, from the case's figures."""

from __future__ import annotations

from collections.abc import Sequence
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
    return result((row | {"value": _mean([row[name] for name in COMPONENTS])} for row in rows), COLUMNS)


def _mean(means: Sequence[float | None]) -> float | None:
    """Null where one is missing."""
    known = [mean for mean in means if mean is not None]
    return sum(known) / len(means) if len(known) == len(means) else None


MEASURE = Measure(
    name="threat_mean",
    label=Text(
        "Threat to each member from each state, mean of components",
        "Ancaman bagi tiap anggota dari tiap negara, rerata komponen",
    ),
    definition=Text(
        "How threatening another state is to a member, as the mean of four components with equal weights; not known "
        f"where one is missing. {MEANT.en}",
        "Seberapa mengancam suatu negara bagi seorang anggota, sebagai rerata empat komponen dengan bobot sama; tidak "
        f"diketahui bila ada yang hilang. {MEANT.id}",
    ),
    family="threat",
    kind="array",
    needs=("figures",),
    by=("state", "towards"),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation=f"{WALT} The adding up is timbang's choice.",
    statement=Text(
        "Threat of {towards} to {state}, mean of components: {value} (power {power}, proximity {proximity}, "
        "offensive capability {offensive}, offensive intentions {intentions}).",
        "Ancaman {towards} bagi {state}, rerata komponen: {value} (kekuatan {power}, kedekatan "
        "{proximity}, kemampuan ofensif {offensive}, niat ofensif {intentions}).",
    ),
    unknown=Text(
        "Threat of {towards} to {state}, mean of components: not known; missing: {missing}.",
        "Ancaman {towards} bagi {state}, rerata komponen: tidak diketahui; yang hilang: {missing}.",
    ),
    extra=EXTRA,
    words=WORDS,
    chart="matrix",
    draw={"x": "towards", "y": "state", "colour": "value"},
    order=41,
    compute=compute,
    example=Example(
        # (.5 + .5 + .75 + .25) / 4; of all others a component is missing.
        setting=AROUND,
        views=EXAMPLE,
        expect=[
            {"state": "AAA", "towards": "BBB", "value": 0.5, "power": 0.5, "proximity": 0.5,
             "offensive": 0.75, "intentions": 0.25, "missing": [], "years": 2,
             "evidence": [f"figures:{line}" for line in (10, 11, 13, 15, 16, 2, 3, 4, 5, 8, 9)]},
            {"state": "AAA", "towards": "OUT", "value": None, "missing": ["proximity", "offensive", "intentions"]},
            {"state": "BBB", "towards": "AAA", "value": None, "missing": ["intentions"]},
            {"state": "BBB", "towards": "OUT", "value": None, "power": 0.75},
        ],
    ),
)  # fmt: skip
