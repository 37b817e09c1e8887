"""Relative threat salience: how much more of a state's speeches names a threat than all states' do in that year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timbang.measures._intervals import LEVEL, NEWCOMBE, WILSON, less_mean
from timbang.measures._salience import HALF, NONE, Row, measure, result, threats
from timbang.model.rows import ALL
from timbang.registry import Example
from timbang.text import Text

if TYPE_CHECKING:
    import pyarrow as pa

    from timbang.model import Setting
    from timbang.store.views import Views


def compute(views: Views, setting: Setting) -> pa.Table:
    """One row per state, year and threat code; null where the mean of the same source and year is not known.

    No state is left out of the mean, not even the one that is compared.
    """
    rows = threats(views)
    means = {(row["year"], row["code"], row["source"]): row for row in rows if row["state"] == ALL}
    return result([
        _told(row, means.get((row["year"], row["code"], row["source"]))) for row in rows if row["state"] != ALL
    ])  # fmt: skip


def _told(row: Row, every: Row | None) -> Row:
    told = row | {"level": LEVEL, "evidence": [f"salience:{one['row']}" for one in (row, every) if one]}
    if every is None or not row["passages"]:
        return told
    ends = every["interval_low"], every["interval_high"]
    less = less_mean((row["coded"], row["passages"]), every["states"], every["mean"], ends)
    value, low, high = (100 * share for share in less)
    return told | {"value": value, "interval_low": low, "interval_high": high, "states": every["states"]}


BOTH = (HALF**2 + NONE**2) ** 0.5

MEASURE = measure(
    name="threat_salience_relative",
    label=Text("Threats named in speeches, against all states", "Ancaman dalam pidato, dibanding semua negara"),
    share=Text(
        "Share of the sentences of a state's speeches in the year that are given the code of a threat, less the mean "
        "of the shares of all states whose speeches of that year the corpus has, the state itself among them; in "
        "percentage points. A rise that all states share is in the mean and drops out. The interval takes the "
        "difference for a weighted sum of the states' shares, and squares and adds what their Wilson intervals allow "
        "each of them.",
        "Bagian kalimat dalam pidato suatu negara pada tahun itu yang mendapat kode suatu ancaman, dikurangi rata-rata "
        "bagian itu dari semua negara yang pidatonya pada tahun itu ada dalam korpus, termasuk negara itu sendiri; "
        "dalam poin persen. Kenaikan yang dialami semua negara terkandung dalam rata-rata sehingga hilang. Selangnya "
        "memperlakukan selisih itu sebagai jumlah berbobot bagian semua negara, lalu mengakarkan jumlah kuadrat "
        "penyimpangan yang dimungkinkan selang Wilson masing-masing.",
    ),
    unit=Text("percentage points", "poin persen"),
    range=(-100, 100),
    citation=f"Difference from the mean. Interval: square-and-add after {NEWCOMBE}, on intervals of {WILSON}.",
    statement=Text(
        "{state}, {year}, {corpus}: sentences coded “{code}”, against the mean of all {states} states: {value} "
        "percentage points ({level_percent} interval {interval_low} to {interval_high}).",
        "{state}, {year}, {corpus}: kalimat berkode “{code}”, dibanding rata-rata semua {states} negara: {value} "
        "poin persen (selang {level_percent} {interval_low} sampai {interval_high}).",
    ),
    unknown=Text(
        "{state}, {year}, “{code}”, against all states: not known.",
        "{state}, {year}, “{code}”, dibanding semua negara: tidak diketahui.",
    ),
    order=20,
    compute=compute,
    example=Example(
        # AAA: 5 of 10 sentences, BBB: none of 10; the mean is 25%, its interval from HALF/2 below to BOTH/2 above.
        # AAA less the mean: half of AAA less half of BBB, 25 points; BBB the other way round.
        # Of 2002 the mean is that of another source, which is no comparison.
        views={
            "salience": [
                {"row": 2, "state": "AAA", "year": 2001, "code": "threat-state", "threat": True, "passages": 10,
                 "coded": 5, "source": "x"},
                {"row": 3, "state": "ALL", "year": 2001, "code": "threat-state", "threat": True, "passages": 20,
                 "coded": 5, "states": 2, "mean": 0.25, "interval_low": 0.25 - HALF / 2,
                 "interval_high": 0.25 + BOTH / 2, "source": "x"},
                {"row": 4, "state": "BBB", "year": 2001, "code": "threat-state", "threat": True, "passages": 10,
                 "coded": 0, "source": "x"},
                {"row": 5, "state": "BBB", "year": 2002, "code": "threat-state", "threat": True, "passages": 10,
                 "coded": 1, "source": "x"},
                {"row": 6, "state": "ALL", "year": 2002, "code": "threat-state", "threat": True, "passages": 20,
                 "coded": 5, "states": 2, "mean": 0.25, "interval_low": 0.1, "interval_high": 0.4, "source": "y"},
            ],
        },
        expect=[
            {"state": "AAA", "year": 2001, "code": "threat-state", "value": 25.0, "interval_low": 25 - 50 * BOTH,
             "interval_high": 25 + 50 * HALF, "states": 2, "evidence": ["salience:2", "salience:3"]},
            {"state": "BBB", "year": 2001, "code": "threat-state", "value": -25.0, "interval_low": -25 - 50 * HALF,
             "interval_high": -25 + 50 * BOTH, "states": 2, "evidence": ["salience:3", "salience:4"]},
            {"state": "BBB", "year": 2002, "code": "threat-state", "value": None, "interval_low": None,
             "evidence": ["salience:5"]},
        ],
    ),
)  # fmt: skip
