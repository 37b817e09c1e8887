"""Defence cooperation agreements in force: how many bilateral ones a state has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import STATE, both_ways, in_system, span, states, zeros
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state of the system and year."""
    dcad = views.dcad
    a = dcad.select("state1", "state2", "agreement", "ends", "in_force", begun=dcad.in_force.fill_null(dcad.signed))
    a, years = both_ways(a), states(views, setting).select("year").distinct()
    held = a.join(years, [a.begun <= years.year, a.ends.isnull() | (a.ends >= years.year)])
    counts = held.group_by(state="state1", year="year").agg(
        value=held.agreement.nunique(), by_signature=held.agreement.nunique(where=held.in_force.isnull())
    )
    return zeros(views, setting, counts, span(dcad, "signed"))


MEASURE = Measure(
    name="defence_agreements",
    label=Text("Defence cooperation agreements in force", "Perjanjian kerja sama pertahanan yang berlaku"),
    definition=Text(
        "Number of bilateral defence cooperation agreements of the state in force in the year, general or of a "
        "sector, both ends included, by DCAD. They count from entry into force or, where that is not known, from "
        "signature (`by_signature`: how many), to the last year as DCAD estimates it: the last year of the data for "
        "those that outlast it. Agreements signed before the data begin are not in it. Zero for a state of the system "
        "without any between the first and the last year of signature in DCAD; null in other years.",
        "Banyaknya perjanjian bilateral kerja sama pertahanan negara itu yang berlaku pada tahun itu, umum atau "
        "sektoral, kedua ujungnya termasuk, menurut DCAD. Dihitung sejak mulai berlaku atau, bila itu tidak "
        "diketahui, sejak ditandatangani (`by_signature`: berapa), sampai tahun akhir menurut perkiraan DCAD: tahun "
        "terakhir data itu bagi yang masih berlanjut. Perjanjian yang ditandatangani sebelum data itu mulai tidak "
        "tercakup. Nol bagi negara dalam sistem yang tidak punya perjanjian antara tahun penandatanganan pertama dan "
        "terakhir dalam DCAD; kosong pada tahun lain.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("dcad", "system"),
    by=STATE,
    unit=Text("agreements", "perjanjian"),
    range=(0, None),
    citation="Kinne, Brandon J. 2020. The Defense Cooperation Agreement Dataset (DCAD).",
    extra={"by_signature": "int"},
    compute=compute,
    example=Example(
        # d1 is in force in 2001, d2 is signed in 2002 and counts from then; d3, of 2003, is in force only in 2004.
        views={
            "dcad": [
                {"agreement": "d1", "state1": "AAA", "state2": "BBB", "signed": 2000, "in_force": 2001, "ends": 2001},
                {"agreement": "d2", "state1": "AAA", "state2": "CCC", "signed": 2002, "in_force": None, "ends": None},
                {"agreement": "d3", "state1": "AAA", "state2": "BBB", "signed": 2003, "in_force": 2004, "ends": 2010},
            ],
            "system": [row for year in (2001, 2002, 2003) for row in in_system("AAA", "BBB", year=year)],
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 1, "by_signature": 0},
            {"state": "BBB", "year": 2001, "value": 1, "by_signature": 0},
            {"state": "AAA", "year": 2002, "value": 1, "by_signature": 1},
            {"state": "BBB", "year": 2002, "value": 0, "by_signature": 0},
            {"state": "AAA", "year": 2003, "value": 1, "by_signature": 1},
            {"state": "BBB", "year": 2003, "value": 0, "by_signature": 0},
        ],
    ),
)
