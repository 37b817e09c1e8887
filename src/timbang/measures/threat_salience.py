"""Threat salience: the share of the sentences of a state's speeches in a year that name a threat of one kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._intervals import LEVEL, WILSON, wilson
from timbang.measures._salience import HALF, NONE, Row, measure, result, threats
from timbang.model.rows import ALL
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per state, year and threat code, and one for the mean of ALL states; null where nothing was read.

    A state's interval is Wilson's; that of the mean is the file's, by square-and-add of the states' own.
    """
    return result([_told(row) for row in threats(views)])


def _told(row: Row) -> Row:
    told = row | {"level": LEVEL, "evidence": [f"salience:{row['row']}"]}
    if row["state"] == ALL:
        return told | {"value": row["mean"]}
    if not row["passages"]:
        return told | {"interval_low": None, "interval_high": None}
    low, high = wilson((row["coded"], row["passages"]))
    return told | {"value": row["coded"] / row["passages"], "interval_low": low, "interval_high": high}


MEASURE = measure(
    name="threat_salience",
    label=Text("Threats named in speeches", "Ancaman yang disebut dalam pidato"),
    share=Text(
        "Share of the sentences of a state's speeches in the year that are given the code of a threat, neither denied "
        "nor quoted from others, with Wilson's interval. ALL is the mean of the shares of all states whose speeches "
        "the corpus has, each counting the same.",
        "Bagian kalimat dalam pidato suatu negara pada tahun itu yang mendapat kode suatu ancaman, yang tidak "
        "disangkal dan bukan kutipan dari pihak lain, dengan selang Wilson. ALL adalah rata-rata bagian itu dari semua "
        "negara yang pidatonya ada dalam korpus, masing-masing dengan bobot yang sama.",
    ),
    unit=Text("share", "bagian"),
    range=(0, 1),
    citation=f"Share of coded sentences. Interval: {WILSON}.",
    statement=Text(
        "{state}, {year}, {corpus}: {percent} of the sentences are coded “{code}” ({level_percent} interval "
        "{interval_low_percent} to {interval_high_percent}).",
        "{state}, {year}, {corpus}: {percent} kalimat mendapat kode “{code}” (selang {level_percent} "
        "{interval_low_percent} sampai {interval_high_percent}).",
    ),
    unknown=Text("{state}, {year}, “{code}”: not known.", "{state}, {year}, “{code}”: tidak diketahui."),
    order=10,
    compute=compute,
    example=Example(
        # AAA: 5 of 10 sentences; BBB: none of 10; their mean is 1/4. A code that is no threat is left out.
        views={
            "salience": [
                {"row": 2, "state": "AAA", "year": 2001, "code": "threat-state", "threat": True, "passages": 10,
                 "coded": 5},
                {"row": 3, "state": "ALL", "year": 2001, "code": "threat-state", "threat": True, "passages": 20,
                 "coded": 5, "states": 2, "mean": 0.25, "interval_low": 0.1, "interval_high": 0.4},
                {"row": 4, "state": "BBB", "year": 2001, "code": "threat-state", "threat": True, "passages": 10,
                 "coded": 0},
                {"row": 5, "state": "BBB", "year": 2002, "code": "threat-state", "threat": True, "passages": 0,
                 "coded": 0},
                {"row": 6, "state": "BBB", "year": 2002, "code": "leadership", "threat": False, "passages": 10,
                 "coded": 1},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "code": "threat-state", "value": 0.5, "interval_low": 0.5 - HALF,
             "interval_high": 0.5 + HALF, "level": 0.95, "coded": 5, "passages": 10, "evidence": ["salience:2"]},
            {"state": "ALL", "year": 2001, "code": "threat-state", "value": 0.25, "interval_low": 0.1,
             "interval_high": 0.4, "states": 2, "evidence": ["salience:3"]},
            {"state": "BBB", "year": 2001, "code": "threat-state", "value": 0.0, "interval_low": 0.0,
             "interval_high": NONE, "evidence": ["salience:4"]},
            {"state": "BBB", "year": 2002, "code": "threat-state", "value": None, "interval_low": None,
             "evidence": ["salience:5"]},
        ],
    ),
)  # fmt: skip
