"""Electoral democracy of the members, year by year, from the case's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._figures import READ, YEARS, figure, given, on_states, references, result
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per member and year."""
    rows = [
        {"state": state, "year": year, "value": one and one["value"], "evidence": references([one])}
        for state, year, one in on_states(given(views, "polyarchy")["polyarchy"], setting.members)
    ]
    return result(rows, {"state": "string", "year": "int"})


MEASURE = Measure(
    name="polyarchy_of_members",
    label=Text("Electoral democracy of the members (polyarchy)", "Demokrasi elektoral para anggota (poliarki)"),
    definition=Text(
        "V-Dem's index of electoral democracy as published, of every state that was a member in the period: from 0, "
        f"least democratic, to 1. {YEARS.en} {READ.en}",
        "Indeks demokrasi elektoral V-Dem sebagaimana diterbitkan, untuk setiap negara yang menjadi anggota dalam "
        f"kurun waktu kasus: dari 0, paling tidak demokratis, sampai 1. {YEARS.id} {READ.id}",
    ),
    family="interest",
    kind="array",
    needs=("figures",),
    by=("state", "year"),
    unit=Text("index from 0 to 1", "indeks dari 0 sampai 1"),
    range=(0, 1),
    citation="Teorell, Jan, Michael Coppedge, Staffan Lindberg, and Svend-Erik Skaaning. 2019. “Measuring Polyarchy "
    "Across the Globe, 1900-2017.” Studies in Comparative International Development 54 (1).",
    statement=Text("{state}, {year}: polyarchy of {value}.", "{state}, {year}: poliarki sebesar {value}."),
    unknown=Text("{state}, {year}: polyarchy is not known.", "{state}, {year}: poliarki tidak diketahui."),
    chart="lines",
    draw={"x": "year", "panel": "state"},
    order=50,
    compute=compute,
    example=Example(
        # OUT is no member.
        setting=Setting(organization="TST", first_year=2001, last_year=2002, members=("AAA", "BBB"), outside=("OUT",)),
        views={
            "figures": [
                figure("AAA", 2001, "polyarchy", 0.25, 2),
                figure("AAA", 2002, "polyarchy", 0.5, 3),
                figure("BBB", 2002, "polyarchy", 0.125, 4),
                figure("OUT", 2002, "polyarchy", 0.875, 5),
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 0.25, "evidence": ["figures:2"]},
            {"state": "AAA", "year": 2002, "value": 0.5, "evidence": ["figures:3"]},
            {"state": "BBB", "year": 2001, "value": None, "evidence": []},
            {"state": "BBB", "year": 2002, "value": 0.125, "evidence": ["figures:4"]},
        ],
    ),
)
