"""Defence pacts: with how many states a state shares an obligation to defend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _partners
from timbang.measures._panel import STATE, asked, both_ways, in_system, span, zeros
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables


def compute(views: Tables, setting: Setting) -> Any:
    """One row per state of the system and year."""
    dyads = views.atop_dyads
    bound = asked(dyads, setting).filter(lambda x: x.defense == 1).select("state1", "state2", "year")
    partners = both_ways(bound).group_by(state="state1", year="year").agg(value=lambda x: x.state2.nunique())
    return zeros(views, setting, partners, span(dyads))


MEASURE = Measure(
    name="defence_pacts",
    label=Text("Partners in defence", "Mitra pertahanan"),
    definition=Text(
        "Number of states with which an alliance with a defence obligation is in force in the year, by ATOP's "
        "dyad-years; the obligation may bind either of the two. Zero for a state of the system with no such dyad in a "
        "year that ATOP covers; null in other years.",
        "Banyaknya negara yang dengannya berlaku aliansi berkewajiban pertahanan pada tahun itu menurut data "
        "diad-tahun ATOP; kewajibannya boleh mengikat salah satu pihak. Nol bagi negara dalam sistem tanpa diad "
        "demikian pada tahun yang diliput ATOP; kosong pada tahun lain.",
    ),
    family="power",
    kind="table",
    level="state-year",
    needs=("atop_dyads", "system"),
    by=STATE,
    unit=Text("states", "negara"),
    range=(0, None),
    citation=_partners.LEEDS,
    compute=compute,
    example=Example(
        # B is bound to A and C; A and C share nonaggression only. 2002 lies beyond the file.
        views={
            "atop_dyads": [
                {"state1": "AAA", "state2": "BBB", "year": 2001, "defense": 1, "nonagg": 1},
                {"state1": "AAA", "state2": "CCC", "year": 2001, "defense": 0, "nonagg": 1},
                {"state1": "BBB", "state2": "CCC", "year": 2001, "defense": 1},
            ],
            "system": in_system("AAA", "BBB", "CCC", "DDD") + in_system("AAA", year=2002),
        },
        expect=[
            {"state": "AAA", "year": 2001, "value": 1},
            {"state": "BBB", "year": 2001, "value": 2},
            {"state": "CCC", "year": 2001, "value": 1},
            {"state": "DDD", "year": 2001, "value": 0},
            {"state": "AAA", "year": 2002, "value": None},
        ],
    ),
)
