"""Ties of states to each partner by year, in Ibis: exercises, arms, agreements, alliances; and shares of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from timbang.measures._panel import PAIR, asked, both_ways, joined, pairs, span
from timbang.registry import Example, Measure
from timbang.text import Text

if TYPE_CHECKING:
    from timbang.model import Setting
    from timbang.store.panels import Tables

OBLIGATIONS = ("defense", "offense", "neutral", "nonagg", "consul")
DORAZIO = "D'Orazio, Vito, and Kevin Galambos. Multinational Military Exercises data, version 7 (MME), 1980-2010."
KINNE = (
    "Kinne, Brandon J. 2020. “The Defense Cooperation Agreement Dataset (DCAD).” Journal of Conflict Resolution 64 (4)."
)
GERMANY_SINCE = 1991  # first year of deliveries by Germany in arms_tiv
SIPRI = "SIPRI Arms Transfers Database: trend-indicator values (TIV)."
LEEDS = (
    "Leeds, Brett Ashley, Jeffrey M. Ritter, Sara McLaughlin Mitchell & Andrew G. Long. 2002. Alliance Treaty "
    "Obligations and Provisions, 1815-1944."
)


def share(views: Tables, setting: Setting, ties: Any, totals: Any, *extra: str) -> Any:
    """Every two states in both orders: `amount` with state2 over `total` of state1, null where the total is 0.

    `ties`: state1, state2, year, amount; none is 0. `totals`: state1, year, total and columns `extra`. Pairs whose
    state1 has no row in `totals` are left out.
    """
    every = pairs(views, setting).join(totals, ["state1", "year"]).select(*PAIR, "total", *extra)
    found = joined(every, ties, PAIR, amount="amount")
    return found.select(*PAIR, *extra, value=found.amount.fill_null(0) / found.total.nullif(0))


def supplied(views: Tables, setting: Setting, years: int) -> Any:
    """state1, state2, year, amount: TIV that state1 had from state2 in so many years, the year the last of them.

    Only of years for which the data go back so far.
    """
    t = asked(views.arms_tiv, setting, before=years - 1)
    spread = t.select(state1="recipient", state2="supplier", year="year", tiv="tiv")
    for after in range(1, years):
        spread = spread.union(t.select(state1="recipient", state2="supplier", year=t.year + after, tiv="tiv"))
    summed = asked(spread, setting).group_by(PAIR).agg(amount=lambda x: x.tiv.sum())
    within = summed.cross_join(span(views.arms_tiv))
    return within.filter(within.year.between(within.first + (years - 1), within.last)).select(*PAIR, "amount")


def armed(views: Tables, setting: Setting, years: int) -> Any:
    """Every two states in both orders: the share of state1's arms over so many years that came from state2.

    Null for Germany as supplier where the years reach back before 1991: the data lack West Germany's deliveries.
    """
    import ibis

    ties = supplied(views, setting, years)
    totals = ties.group_by(["state1", "year"]).agg(total=ties.amount.sum())
    found = share(views, setting, ties, totals)
    lost = (found.state2 == "DEU") & (found.year < GERMANY_SINCE + years - 1)
    return found.select(*PAIR, value=ibis.ifelse(lost, None, found.value))


def exercised(views: Tables, setting: Setting) -> tuple[Any, Any]:
    """Exercises of the year that both took part in (state1, state2, year, amount), and those of each (.., total)."""
    m = asked(views.mme_participants, setting)
    one = m.filter(m.certain).select("exercise", "year", state1="state").distinct()
    both = one.join(one.view().rename(state2="state1"), ["exercise", "year"])
    ties = both.filter(both.state1 != both.state2).group_by(PAIR).agg(amount=lambda x: x.count())
    return ties, one.group_by(["state1", "year"]).agg(total=lambda x: x.count())


def agreed(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, amount, assumed: defence agreements in force in the year, in both orders.

    In force from the year of entry into force, or else (`assumed` counts them) of signature, to the year it ends.
    Only of years from the first to the last in which the data have an agreement signed.
    """
    import ibis

    d = views.dcad
    rows = d.select(
        "state1", "state2", "ends", start=ibis.coalesce(d.in_force, d.signed), assumed=d.in_force.isnull().cast("int64")
    )
    years = asked(views.system, setting).select("year").distinct().cross_join(span(d, "signed"))
    years = years.filter(years.year.between(years.first, years.last)).select("year")
    every = both_ways(rows)
    held = every.join(years, [every.start <= years.year, every.ends.isnull() | (every.ends >= years.year)])
    return held.group_by(PAIR).agg(amount=lambda x: x.count(), assumed=lambda x: x.assumed.sum())


def allied(views: Tables, setting: Setting) -> Any:
    """state1, state2, year, amount: how many kinds of obligation bind the two by ATOP, in both orders."""
    a = asked(views.atop_dyads, setting)
    return both_ways(a.select(*PAIR, amount=sum(a[name] for name in OBLIGATIONS)))


def arms(
    *,
    name: str,
    label: Text,
    definition: Text,
    family: str,
    order: int,
    compute: Callable[[Tables, Setting], Any],
    example: Example,
) -> Measure:
    """A share of the arms that state1 received, from `armed`."""
    return Measure(
        name=name,
        level="dyad-year",
        directed=True,
        label=label,
        definition=definition,
        family=family,
        kind="table",
        needs=("system", "arms_tiv"),
        by=PAIR,
        unit=Text("share", "porsi"),
        range=(0, 1),
        citation=SIPRI,
        order=order,
        compute=compute,
        example=example,
    )
