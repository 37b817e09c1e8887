"""Components of the threat of state2 to state1, each from 0 to 1, on the system's directed dyad-years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import facing
from timbang.measures._distance import HALF_KM, distances
from timbang.measures._intentions import intentions
from timbang.measures._panel import PAIR, Row, asked, in_system, joined, lacking, pairs
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

WALT = "Walt, Stephen M. 1987. The Origins of Alliances."
NEEDS = ("nmc", "system", "contiguity", "minimum_distance", "gml_dyads", "mid_participants", "rivalries")
COMPONENTS = ("power", "proximity", "offensive", "intentions")
MEANT = Text(
    "Components, each from 0 to 1 and given beside the value: power (`threat_power`), proximity (`proximity`), "
    "offensive (`offensive_capability`) and intentions (`offensive_intentions`). Walt names four sources of threat and "
    "gives no formula; no accepted index exists, so that the components and their adding up are choices.",
    "Komponen, masing-masing dari 0 sampai 1 dan disertakan di samping nilainya: kekuatan (`threat_power`), kedekatan "
    "(`proximity`), kemampuan ofensif (`offensive_capability`) dan niat (`offensive_intentions`). Walt menyebut empat "
    "sumber ancaman tanpa rumus; tidak ada indeks yang diterima umum, sehingga komponen dan cara menjumlahkannya "
    "merupakan pilihan.",
)


def power(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, power: CINC of state2 over the sum of both."""
    x = facing(views, setting)
    return x.select(*PAIR, power=x.cinc2 / (x.cinc1 + x.cinc2).nullif(0))


def proximity(views: Tables, setting: Setting, half: float = HALF_KM) -> Any:
    """state1, state2, year, km, kind, proximity: 1 at no distance, one half at `half` kilometres."""
    x = distances(views, setting)
    return x.select(*PAIR, "km", "kind", proximity=half / (half + x.km))


def offensive(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, milex, milper, offensive: state2's parts of what both have, and their mean."""
    n = asked(views.nmc, setting)
    one = n.select(state1=n.state, year=n.year, milex1=n.milex, milper1=n.milper)
    two = n.select(state2=n.state, year=n.year, milex2=n.milex, milper2=n.milper)
    x = one.join(two, "year").filter(lambda x: x.state1 != x.state2)
    x = x.select(
        *PAIR,
        milex=x.milex2 / (x.milex1 + x.milex2).nullif(0),
        milper=x.milper2 / (x.milper1 + x.milper2).nullif(0),
    )
    return x.mutate(offensive=(x.milex + x.milper) / 2)


def components(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, the four components, and `missing`, the names of those that are not known."""
    found = pairs(views, setting)
    for name, make in zip(COMPONENTS, (power, proximity, offensive, intentions), strict=True):
        found = joined(found, make(views, setting), PAIR, **{name: name})
    return found.mutate(missing=lacking(found, COMPONENTS))


def multiplied(table: Any) -> Any:
    """The product of the components; zero where any is zero, whatever the others, else null where any is missing."""
    import ibis

    product: Any = table[COMPONENTS[0]]
    for name in COMPONENTS[1:]:
        product = product * table[name]
    nothing = ibis.or_(*(table[name].fill_null(1.0) == 0 for name in COMPONENTS))
    return ibis.ifelse(nothing, 0.0, product)


# B has 30 to A's 10 in every component, lies 1,000 km off, was a revisionist against A in 1995, within ten years; their
# rivalry is over. B towards A: power .75, proximity .5, offensive .75, intentions .5. A towards B: .25, .5, .25, 0.
EXAMPLE: dict[str, list[Row]] = {
    "nmc": [
        {"state": code, "year": 2001, **dict.fromkeys(("milex", "milper", "irst", "pec", "tpop", "upop"), amount)}
        for code, amount in (("AAA", 10.0), ("BBB", 30.0))
    ],
    "system": in_system("AAA", "BBB"),
    "minimum_distance": [{"state1": "AAA", "state2": "BBB", "year": 2001, "km": 1000.0}],
    "gml_dyads": [
        {"state1": "AAA", "state2": "BBB", "year": 1995, "dispute": 7, "revisionist1": False, "revisionist2": True},
        {"state1": "BBB", "state2": "AAA", "year": 1995, "dispute": 7, "revisionist1": True, "revisionist2": False},
        {"state1": "CCC", "state2": "DDD", "year": 1980, "dispute": 5, "revisionist1": True, "revisionist2": False},
        {"state1": "CCC", "state2": "DDD", "year": 2001, "dispute": 9, "revisionist1": True, "revisionist2": False},
    ],
    "rivalries": [{"rivalry": 1, "state1": "AAA", "state2": "BBB", "first_year": 1950, "last_year": 1960}],
}
B_TO_A: Row = {"power": 0.75, "proximity": 0.5, "offensive": 0.75, "intentions": 0.5, "missing": None}
A_TO_B: Row = {"power": 0.25, "proximity": 0.5, "offensive": 0.25, "intentions": 0.0, "missing": None}
