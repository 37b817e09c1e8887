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
    x = joined(x, _rivalries(views, setting), PAIR, rival="rival").cross_join(span(views.gml_dyads))
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
    d = d.filter(d.revisionist2).select("state1", "state2", "dispute", held=d.year)
    years = states(views, setting).select("year").distinct()
    near = d.join(years, [d.held <= years.year, d.held >= years.year - BACK])
    return near.group_by(*PAIR).agg(disputes=near.dispute.nunique())


def _rivalries(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, rival: the pairs with a strategic rivalry in force, both ways."""
    r = both_ways(views.rivalries.select("state1", "state2", "first_year", "last_year"))
    years = states(views, setting).select("year").distinct()
    held = r.join(years, [r.first_year <= years.year, r.last_year.isnull() | (r.last_year >= years.year)])
    return held.group_by(*PAIR).agg(rival=held.first_year.count())
