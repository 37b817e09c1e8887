"""In what share of exercises an outside power took part, with bounds for uncertain and open rosters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence
from timbang.measures._attendance import present

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.store.views import Views


def members_exercises(views: Views) -> ir.Table:
    """Members' presence: one row per exercise and member, with `open` (1 if absence cannot be read).

    Years whose record of exercises outside the framework is not held complete are left out: what is
    missing from them would look like the absence of outsiders.
    """
    e, years = views.exercises, views.years
    e = e.anti_join(years.filter(~years.complete_others.fill_null(True)), "year")
    roster = e.select("exercise", open=(e.roster.fill_null("open") != "complete").cast("int64"))
    p = views.participation.filter(views.participation.member & (views.participation.high == 1))
    return p.select("exercise", "state", "value", "low", "high").join(roster, "exercise")


def partner_shares(views: Views, base: ir.Table, by: str, *, every: bool) -> ir.Table:
    """Share of the exercises of `base` (by, exercise, value, low, high, open) in which each outsider took part.

    Outsiders are the outside powers that the case names, and with `every` also each other state that
    took part, or may have, and was not a member on the first day. The share is least if the outsider
    was absent wherever that is possible and every uncertain exercise counts, and the reverse.
    Columns: by, partner, value, low, high, exercises, together, evidence.
    """
    p = views.participation
    guests = p.filter(~p.member & (p.high == 1)).semi_join(base, "exercise")
    named = views.states.filter(views.states.outside)
    partners = named.select(partner=named.state)
    if every:
        partners = partners.union(guests.select(partner=guests.state), distinct=True)
    totals = base.group_by(by).agg(
        exercises=base.value.sum(),
        sure=base.low.sum(),
        may=base.high.sum(),
        open_may=(base.high * base.open).sum(),
        read=(base.low * (1 - base.open)).sum(),
    )
    guest = guests.select("exercise", partner=guests.state, there=guests.value, surely=guests.low)
    g = base.join(guest, "exercise")
    met = g.group_by(by, "partner").agg(
        both=(g.value * g.there).sum(),
        both_low=(g.low * g.surely).sum(),
        may_low=(g.high * g.surely).sum(),
        may_read=(g.high * (1 - g.open)).sum(),
        low_read=(g.low * (1 - g.open)).sum(),
        evidence=_evidence.gathered("participants:" + g.exercise + "/" + g.partner),
    )
    x = totals.cross_join(partners).left_join(met, [by, "partner"])
    return _bounded(x, by)


def _bounded(x: ir.Table, by: str) -> ir.Table:
    """The share and its bounds, from counts; where no exercise is sure to count, any that does gives the value."""
    import ibis

    def known(name: str) -> Any:
        return x[name].fill_null(0)

    fewest, most = known("both_low"), x.open_may + known("may_read")
    absent_most, absent_fewest = x.may - known("may_low"), x.read - known("low_read")
    value = known("both") / x.exercises.nullif(0)
    low = (fewest / (fewest + absent_most).nullif(0)).fill_null(value)
    high = (most / (most + absent_fewest).nullif(0)).fill_null(value)
    return x.select(
        by,
        "partner",
        value=value,
        low=ibis.ifelse(value.notnull(), low, ibis.null("float64")),
        high=ibis.ifelse(value.notnull(), high, ibis.null("float64")),
        exercises=x.exercises,
        together=known("both"),
        evidence=_evidence.or_none(x.evidence),
    )


# The example both measures are worked on: four exercises, the last with an open roster.
EXAMPLE: dict[str, list[dict[str, Any]]] = {
    "states": [
        {"state": "AAA", "member": True, "outside": False},
        {"state": "BBB", "member": True, "outside": False},
        {"state": "OUT", "member": False, "outside": True},
    ],
    "exercises": [
        *({"exercise": id, "year": 2001, "last_year": 2001, "roster": "complete"} for id in ("a", "b", "c")),
        {"exercise": "d", "year": 2001, "last_year": 2001, "roster": "open"},
    ],
    "participation": [
        present("a", 2001, "AAA"),
        present("a", 2001, "BBB"),
        present("a", 2001, "OUT", member=False),
        present("b", 2001, "AAA"),
        present("b", 2001, "BBB"),
        present("c", 2001, "AAA"),
        present("c", 2001, "OUT", member=False, certain=0),
        present("d", 2001, "AAA"),
        present("d", 2001, "BBB", certain=0),
        present("d", 2001, "GUE", member=False),
    ],
}
