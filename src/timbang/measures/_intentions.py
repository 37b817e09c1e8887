"""Offensive intentions of state2 towards state1, as disputes in which it was revisionist and rivalries show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, both_ways, joined, pairs, span, states
from timbang.registry import data_tables

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

BACK = 9  # the year itself and the nine before it: ten years


def intentions(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, disputes, rivalry, intentions: 0, one half or 1; on the system's directed dyad-years.

    One half for a revisionist dispute in the ten years, one half for a rivalry in force. Where the disputes cover
    only some of the ten years: `disputes` is null, and intentions too unless one is known. `rivalry` is null, and
    intentions too, in years after the last that the data on rivalries cover.
    """
    import ibis

    x = joined(pairs(views, setting), _disputes(views, setting), PAIR, found="disputes")
    x = joined(x, _rivalries(views, setting), PAIR, rival="rival").cross_join(_covered(views))
    covered = (x.first <= x.year - BACK) & (x.year <= x.last)
    hostile = ibis.cases((x.found.fill_null(0) > 0, 1.0), (covered, 0.0))
    ended = data_tables()["rivalries"][1].coverage[1]  # a rivalry without an end goes on at least until then
    rivalry = ibis.ifelse(x.year <= ended, x.rival.notnull(), None)
    return x.select(
        *PAIR,
        disputes=ibis.ifelse(covered, x.found.fill_null(0), None),
        rivalry=rivalry,
        intentions=(hostile + rivalry.cast("float64")) / 2,
    )


def _disputes(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, disputes: in how many of the ten years up to it state2 was a revisionist."""
    d = views.gml_dyads
    d = d.filter(d.revisionist2).select("state1", "state2", "dispute", begun=d.year, ended=d.year)
    d = d.union(_later(views))
    years = states(views, setting).select("year").distinct()
    near = d.join(years, [d.begun <= years.year, d.ended >= years.year - BACK])
    return near.group_by(*PAIR).agg(disputes=near.dispute.nunique())


def _later(views: Tables) -> Any:
    """state1, state2, dispute, begun, ended: after the last year of GML, opposite sides of a MID at the same time."""
    import ibis

    names = ("state", "dispute", "side_a", "first_year", "last_year")
    m = views.mid_participants
    one = m.select(*names).rename({f"{name}1": name for name in names})
    two = m.filter(m.revisionist).select(*names).rename({f"{name}2": name for name in names})
    x = one.join(two, [one.dispute1 == two.dispute2, one.side_a1 != two.side_a2]).cross_join(span(views.gml_dyads))
    begun = ibis.greatest(x.first_year1, x.first_year2, x.last + 1)
    x = x.select("state1", "state2", dispute=x.dispute1, begun=begun, ended=ibis.least(x.last_year1, x.last_year2))
    return x.filter(x.begun <= x.ended)


def _covered(views: Tables) -> Any:
    """One row: the first year of GML and the last of MID, or of GML if there is none."""
    import ibis

    x = span(views.gml_dyads).cross_join(span(views.mid_participants, "last_year").select(later="last"))
    return x.select("first", last=ibis.coalesce(x.later, x.last))


def _rivalries(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, rival: the pairs with a strategic rivalry in force, both ways."""
    r = both_ways(views.rivalries.select("state1", "state2", "first_year", "last_year"))
    years = states(views, setting).select("year").distinct()
    held = r.join(years, [r.first_year <= years.year, r.last_year.isnull() | (r.last_year >= years.year)])
    return held.group_by(*PAIR).agg(rival=held.first_year.count())
