"""Power at a distance: what is left of the other state's capability when it has travelled."""

from __future__ import annotations

from math import e, log
from typing import TYPE_CHECKING, Any

from timbang.measures._cinc import even, scores
from timbang.measures._distance import MILE, distances
from timbang.measures._panel import PAIR, in_system, joined
from timbang.model import Setting
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.store.panels import Tables


BASE, FLOOR = 10.0, 1.0
SPEED = 500 * MILE  # km a day


def compute(views: Tables, setting: Setting, base: float = BASE, speed: float = SPEED, floor: float = FLOOR) -> Any:
    """One row per directed pair of states of the system and year. `base` above e; `speed` in km a day."""
    import ibis

    other = scores(views, setting).rename(state2="state")
    x = joined(distances(views, setting), other, ("state2", "year"), cinc="cinc")
    days = x.km / speed
    exponent = ibis.ifelse(days.isnull(), None, ibis.greatest((days + base - e).ln() / log(base), floor))
    return x.select(*PAIR, "km", exponent=exponent, value=x.cinc**exponent)


TOUCHING = (("AAA", "BBB"), ("BBB", "AAA"))
MEASURE = Measure(
    name="power_at_distance",
    label=Text("Threat: power of the other after loss of strength", "Ancaman: kekuatan pihak lain setelah susut jarak"),
    definition=Text(
        "CINC of state2 to the power of `exponent` = max(floor, log_base(km / speed + base - e)), e = 2.718...; base "
        "10, speed 500 miles (804.672 km) a day, floor 1; distance as in `proximity`. Boulding gives the concept and "
        "no formula; the form follows Bueno de Mesquita's as it is commonly quoted, which was not checked in the "
        "original. Without a floor it raises power at short range; base, speed and floor are stated choices.",
        "CINC state2 dipangkatkan `exponent` = max(lantai, log_basis(km / kecepatan + basis - e)), e = 2,718...; basis "
        "10, kecepatan 500 mil (804,672 km) sehari, lantai 1; jarak seperti pada `proximity`. Boulding memberi "
        "konsepnya tanpa rumus; bentuk ini mengikuti rumus Bueno de Mesquita sebagaimana lazim dikutip dan belum "
        "diperiksa pada naskah aslinya. Tanpa lantai rumus itu menaikkan kekuatan pada jarak dekat; basis, kecepatan, "
        "dan lantai merupakan pilihan yang dinyatakan.",
    ),
    family="threat",
    kind="table",
    level="dyad-year",
    directed=True,
    needs=("nmc", "contiguity", "minimum_distance", "system"),
    by=PAIR,
    unit=Text("CINC after loss of strength", "CINC setelah susut jarak"),
    range=(0, 1),
    citation="Boulding, Kenneth E. 1962. Conflict and Defense. Bueno de Mesquita, Bruce. 1981. The War Trap.",
    extra={"km": "float", "exponent": "float"},
    compute=compute,
    example=Example(
        # 90 + e days away the exponent is log10(100) = 2: .25 of C becomes .0625, .75 of A .5625. A and B touch: the
        # formula would give log10(10 - e) = .86; the floor keeps 1, and B, which has nothing, has nothing.
        setting=Setting(organization="TST", first_year=2001, last_year=2001),
        views={
            "nmc": even(AAA=75.0, BBB=0.0, CCC=25.0),
            "system": in_system("AAA", "BBB", "CCC"),
            "contiguity": [{"state1": one, "state2": two, "year": 2001, "kind": 1} for one, two in TOUCHING],
            "minimum_distance": [{"state1": "AAA", "state2": "CCC", "year": 2001, "km": (90 + e) * SPEED}],
        },
        expect=[
            {"state1": "AAA", "state2": "BBB", "year": 2001, "value": 0.0, "km": 0.0, "exponent": 1.0},
            {"state1": "BBB", "state2": "AAA", "year": 2001, "value": 0.75, "km": 0.0, "exponent": 1.0},
            {"state1": "AAA", "state2": "CCC", "year": 2001, "value": 0.0625, "exponent": 2.0},
            {"state1": "CCC", "state2": "AAA", "year": 2001, "value": 0.5625, "exponent": 2.0},
            {"state1": "BBB", "state2": "CCC", "year": 2001, "value": None, "km": None, "exponent": None},
            {"state1": "CCC", "state2": "BBB", "year": 2001, "value": None, "km": None, "exponent": None},
        ],
    ),
)
