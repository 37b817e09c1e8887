"""What is declared of every index that puts the components of threat together, of panels and of a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures import _threat, _threat_figures
from timbang.measures._panel import PAIR
from timbang.measures._threat import COMPONENTS, WALT
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.panels import Tables
    from timbang.store.views import Views

INDEX = Text("index from 0 to 1", "indeks dari 0 sampai 1")
CITATION = f"{WALT} The adding up is timbang's choice."


def of_pairs(
    *,
    name: str,
    label: Text,
    rule: Text,
    compute: Callable[[Tables, Setting], Any],
    expect: tuple[float, float],
) -> Measure:
    """An index of panels; `expect`, worked by hand from _threat.EXAMPLE, is that of B to A and that of A to B."""
    to_a, to_b = ({"year": 2001, "value": value} for value in expect)
    return Measure(
        name=name,
        label=label,
        definition=Text(f"{rule.en} {_threat.MEANT.en}", f"{rule.id} {_threat.MEANT.id}"),
        family="threat",
        kind="table",
        level="dyad-year",
        directed=True,
        needs=_threat.NEEDS,
        by=PAIR,
        unit=INDEX,
        range=(0, 1),
        citation=CITATION,
        extra=dict.fromkeys(COMPONENTS, "float") | {"missing": "string"},
        compute=compute,
        example=Example(
            setting=Setting(organization="TST", first_year=2001, last_year=2001),
            views=_threat.EXAMPLE,
            expect=[
                {"state1": "AAA", "state2": "BBB", **to_a, **_threat.B_TO_A},
                {"state1": "BBB", "state2": "AAA", **to_b, **_threat.A_TO_B},
            ],
        ),
    )


def of_members(
    *,
    name: str,
    way: Text,
    rule: Text,
    order: int,
    compute: Callable[[Views, Setting], pa.Table],
    expect: tuple[float | None, float | None, float | None, float | None],
) -> Measure:
    """An index of a case, from its figures; `way` says in a few words how the components are put together.

    `expect`, worked by hand from _threat_figures.EXAMPLE: of BBB and OUT to AAA, of AAA and OUT to BBB.
    """
    return Measure(
        name=name,
        label=Text(
            f"Threat to each member from each state, {way.en}", f"Ancaman bagi tiap anggota dari tiap negara, {way.id}"
        ),
        definition=Text(f"{rule.en} {_threat_figures.MEANT.en}", f"{rule.id} {_threat_figures.MEANT.id}"),
        family="threat",
        kind="array",
        needs=("figures",),
        by=("state", "towards"),
        unit=INDEX,
        range=(0, 1),
        citation=CITATION,
        statement=Text(
            f"Threat of {{towards}} to {{state}}, {way.en}: {{value}} (power {{power}}, proximity {{proximity}}, "
            "offensive capability {offensive}, offensive intentions {intentions}).",
            f"Ancaman {{towards}} bagi {{state}}, {way.id}: {{value}} (kekuatan {{power}}, kedekatan {{proximity}}, "
            "kemampuan ofensif {offensive}, niat ofensif {intentions}).",
        ),
        unknown=Text(
            f"Threat of {{towards}} to {{state}}, {way.en}: not known; missing: {{missing}}.",
            f"Ancaman {{towards}} bagi {{state}}, {way.id}: tidak diketahui; yang hilang: {{missing}}.",
        ),
        extra=_threat_figures.EXTRA,
        words=_threat_figures.WORDS,
        chart="matrix",
        draw={"x": "towards", "y": "state", "colour": "value"},
        order=order,
        compute=compute,
        example=Example(
            setting=_threat_figures.AROUND,
            views=_threat_figures.EXAMPLE,
            expect=[row | {"value": value} for row, value in zip(_threat_figures.FOUND, expect, strict=True)],
        ),
    )
