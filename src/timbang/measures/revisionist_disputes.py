"""Militarized disputes in which a state sought to change something at each other state's expense."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, in_system, joined, pairs, span
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per two states of the system in both orders, and year that the data cover."""
    import ibis

    g = views.gml_dyads
    counts = g.group_by(PAIR).agg(
        revised=g.revisionist1.cast("int64").sum(), unknown=g.revisionist1.isnull().sum(), disputes=g.count()
    )
    every = pairs(views, setting).cross_join(span(g))
    every = every.filter(every.year.between(every.first, every.last)).select(*PAIR)
    found = joined(every, counts, PAIR, revised="revised", unknown="unknown", disputes="disputes")
    known = found.unknown.fill_null(0) == 0
    return found.select(
        *PAIR, disputes=found.disputes.fill_null(0), value=ibis.ifelse(known, found.revised.fill_null(0), None)
    )


MEASURE = Measure(
    name="revisionist_disputes",
    level="dyad-year",
    directed=True,
    label=Text("Disputes in which a state was revisionist", "Sengketa dengan suatu negara sebagai pihak revisionis"),
    definition=Text(
        "Militarized interstate disputes between the two under way in the year in which state 1 is coded as "
        "revisionist; disputes counts them all. 0 where there was none in a year of the data; missing where state 1's "
        "code is missing in one of them.",
        "Sengketa antarnegara bersenjata antara keduanya pada tahun itu dengan negara 1 dikodekan revisionis; "
        "disputes menghitung semuanya. 0 bila tidak ada sengketa pada tahun yang tercakup data; tidak ada nilai bila "
        "kode negara 1 tidak ada dalam salah satunya.",
    ),
    family="interest",
    kind="table",
    needs=("system", "gml_dyads"),
    by=PAIR,
    unit=Text("disputes", "sengketa"),
    range=(0, None),
    citation="Gibler, Douglas M., Steven V. Miller, and Erin K. Little. 2016. “An Analysis of the Militarized "
    "Interstate Dispute (MID) Dataset, 1816-2001.” International Studies Quarterly 60 (4).",
    extra={"disputes": "int"},
    order=53,
    compute=compute,
    example=Example(
        # IND against PAK: two disputes, revisionist in one; PAK in both, one code missing. 2002 is beyond the data.
        setting=Setting(organization="TST", first_year=2001, last_year=2002),
        views={
            "system": in_system("IND", "PAK", "USA") + in_system("IND", "PAK", "USA", year=2002),
            "gml_dyads": [
                {"state1": "IND", "state2": "PAK", "year": 2001, "dispute": 1, "revisionist1": True},
                {"state1": "IND", "state2": "PAK", "year": 2001, "dispute": 2, "revisionist1": False},
                {"state1": "PAK", "state2": "IND", "year": 2001, "dispute": 1, "revisionist1": True},
                {"state1": "PAK", "state2": "IND", "year": 2001, "dispute": 2},
            ],
        },
        expect=[
            {"state1": "IND", "state2": "PAK", "year": 2001, "value": 1, "disputes": 2},
            {"state1": "PAK", "state2": "IND", "year": 2001, "value": None, "disputes": 2},
            {"state1": "IND", "state2": "USA", "year": 2001, "value": 0, "disputes": 0},
            {"state1": "USA", "state2": "IND", "year": 2001, "value": 0, "disputes": 0},
            {"state1": "PAK", "state2": "USA", "year": 2001, "value": 0, "disputes": 0},
            {"state1": "USA", "state2": "PAK", "year": 2001, "value": 0, "disputes": 0},
        ],
    ),
)
