"""Distance between two states, from contiguity and from the shortest distance between their lands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, asked, both_ways, joined, pairs

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

HALF_KM = 1000.0  # the distance at which proximity is one half: a choice
MILE = 1.609344  # km
# Kind of contiguity -> the most water between them, in km: none on land, else 12, 24, 150 and 400 miles.
WATER = {1: 0.0, 2: 12 * MILE, 3: 24 * MILE, 4: 150 * MILE, 5: 400 * MILE}


def distances(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, kind (of contiguity; null if none), km, on the system's directed dyad-years.

    km is 0 where they touch on land, else the shortest distance, else the widest water that their kind of contiguity
    allows, else null.
    """
    import ibis

    nearest = both_ways(asked(views.minimum_distance, setting).select(*PAIR, "km"))
    x = joined(pairs(views, setting), asked(views.contiguity, setting), PAIR, kind="kind")
    x = joined(x, nearest, PAIR, measured="km")
    widest = ibis.cases(*((x.kind == kind, km) for kind, km in WATER.items()))
    return x.select(*PAIR, "kind", km=ibis.ifelse(x.kind == 1, 0.0, ibis.coalesce(x.measured, widest)))
