"""Polyarchy: how far a state's electoral democracy goes, as V-Dem measures it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import STATE, asked
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state and year of the data."""
    return asked(views.democracy, setting).select(*STATE, "polity", value="polyarchy")


MEASURE = Measure(
    name="polyarchy",
    level="state-year",
    label=Text("Electoral democracy (polyarchy)", "Demokrasi elektoral (poliarki)"),
    definition=Text(
        "V-Dem's index of electoral democracy as published; polity is the Polity score of the same year, from -10 to "
        "10.",
        "Indeks demokrasi elektoral V-Dem sebagaimana diterbitkan; polity adalah skor Polity tahun yang sama, dari -10 "
        "sampai 10.",
    ),
    family="interest",
    kind="table",
    needs=("democracy",),
    by=STATE,
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation="Teorell, Jan, Michael Coppedge, Staffan Lindberg, and Svend-Erik Skaaning. 2019. “Measuring Polyarchy "
    "Across the Globe, 1900-2017.” Studies in Comparative International Development 54 (1).",
    extra={"polity": "float"},
    order=55,
    compute=compute,
    example=Example(
        views={
            "democracy": [
                {"state": "KAZ", "year": 2000, "polyarchy": 0.25, "polity": -4.0},
                {"state": "KAZ", "year": 2001, "polyarchy": 0.24, "polity": -4.0},
                {"state": "UZB", "year": 2001, "polity": -9.0},
            ],
        },
        expect=[
            {"state": "KAZ", "year": 2001, "value": 0.24, "polity": -4.0},
            {"state": "UZB", "year": 2001, "value": None, "polity": -9.0},
        ],
    ),
)
