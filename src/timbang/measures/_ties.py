"""Ties between states that exercise together, each exercise shared out over its participants (Newman 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures._attendance import present

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.store.views import Views

NEWMAN = (
    "Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and "
    "centrality. Physical Review E 64, 016132."
)


def meetings(views: Views) -> ir.Table:
    """One row per exercise and ordered pair of states that both took part, or both may have.

    Columns: exercise, year, state, partner, member, partner_member, met and sure (0 or 1), tie =
    met / (n - 1) over the n participants, tie_low (largest possible roster), tie_high (smallest
    roster that holds both). Rows grow with the square of an exercise's size, never with the number
    of exercises squared.
    """
    p = views.participation.filter(views.participation.high == 1)
    sizes = p.group_by("exercise").agg(n=p.value.sum(), n_low=p.low.sum(), n_high=p.high.sum())
    other = p.select("exercise", partner=p.state, partner_member=p.member, partner_value=p.value, partner_low=p.low)
    x = p.join(other, ["exercise", p.state != other.partner]).join(sizes, "exercise")
    met, sure = x.value * x.partner_value, x.low * x.partner_low
    smallest = x.n_low + (1 - x.low) + (1 - x.partner_low)
    return x.select(
        "exercise",
        "year",
        "state",
        "partner",
        "member",
        "partner_member",
        met=met,
        sure=sure,
        tie=(met / (x.n - 1).nullif(0)).fill_null(0.0),
        tie_low=sure / (x.n_high - 1),
        tie_high=1 / (smallest - 1),
    )


def dated_meetings(views: Views) -> ir.Table:
    """Meetings of two members, one row per year of the period in which the exercise can have begun.

    Adds three marks, 0 or 1: `in_year`, this is the year by the preferred reading; `sure_year`, it
    can be no other; `once`, on one row of each meeting that surely fell within the period. `state`
    stands before `partner` in the alphabet, so each pair comes once.
    """
    m = meetings(views)
    m = m.filter(m.member & m.partner_member & (m.state < m.partner))
    m = m.join(views.exercises.select("exercise", "last_year"), "exercise").rename(first_year="year")
    years = views.years
    period = years.agg(begin=years.year.min(), until=years.year.max())
    x = m.join(years, [m.first_year <= years.year, m.last_year >= years.year]).cross_join(period)
    within = (x.first_year >= x.begin) & (x.last_year <= x.until)
    return x.mutate(
        in_year=(x.first_year == x.year).cast("int64"),
        sure_year=(x.first_year == x.last_year).cast("int64"),
        once=(within & (x.first_year == x.year)).cast("int64"),
    ).drop("begin", "until")


def member_dyads(views: Views) -> ir.Table:
    """Every pair of members by year: year, state, partner, exposure (share of the year both were members).

    Exposure is the smaller of the two shares: exact unless one left in the year the other joined.
    """
    import ibis

    one = views.members.filter(views.members.share > 0)
    other = one.select("year", partner=one.state, partner_share=one.share)
    x = one.join(other, ["year", one.state < other.partner])
    return x.select("year", "state", "partner", exposure=ibis.least(x.share, x.partner_share))


# The example all network measures are worked on: exercise a of three members; b of two, with a
# question mark behind CCC; c of one member with an outside power.
EXAMPLE: dict[str, list[dict[str, Any]]] = {
    "years": [{"year": year} for year in (2001, 2002, 2003)],
    "members": [{"year": y, "state": s, "share": 1.0} for y in (2001, 2002, 2003) for s in ("AAA", "BBB", "CCC")],
    "states": [
        *({"state": s, "member": True, "outside": False} for s in ("AAA", "BBB", "CCC")),
        {"state": "OUT", "member": False, "outside": True},
    ],
    "exercises": [
        {"exercise": "a", "year": 2001, "last_year": 2001, "roster": "complete"},
        {"exercise": "b", "year": 2002, "last_year": 2002, "roster": "complete"},
        {"exercise": "c", "year": 2003, "last_year": 2003, "roster": "complete"},
    ],
    "participation": [
        *(present("a", 2001, s) for s in ("AAA", "BBB", "CCC")),
        *(present("b", 2002, s) for s in ("AAA", "BBB")),
        present("b", 2002, "CCC", certain=0),
        present("c", 2003, "BBB"),
        present("c", 2003, "OUT", member=False),
    ],
}
