"""The queries of the SCO report as an analyst would write them for this one case: Ibis on DuckDB, over its CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ibis

FIRST, LAST = 2002, 2024
Row = dict[str, Any]
MEMBERS = ["CHN", "RUS", "KAZ", "KGZ", "TJK", "UZB", "IND", "PAK", "IRN", "BLR"]


class Case:
    """The tables of the case, one row per exercise by the first source of the file, text columns split."""

    def __init__(self, folder: Path, source: str = ""):
        self.backend = ibis.duckdb.connect(threads=1)
        for name in ("exercises", "participants", "agreements", "figures"):
            text = self.backend.read_csv(str(folder / f"{name}.csv"), all_varchar=True)
            text = text.filter(text.source == source) if source else text
            numbers = {c: text[c].cast("float64") for c in ("troops", "value") if c in text.columns}
            self.backend.create_table(f"raw_{name}", text.mutate(line=ibis.row_number(), **numbers))
        self.exercises = self.backend.create_table("exercises", self._one_source("raw_exercises", "id", tidy=True))
        parts = self.backend.table("raw_participants").rename(id="exercise")
        chosen = self.exercises.select("id", "source", "year")
        parts = parts.filter((parts.role == "participant") & (parts.certain == "yes"))
        self.parts = self.backend.create_table(
            "parts", parts.join(chosen, ["id", "source"]).select("id", "state", "year")
        )
        self.agreements = self.backend.create_table("agreements", self._one_source("raw_agreements", "id"))
        self.figures = self.backend.table("raw_figures")

    def _one_source(self, name: str, key: str, tidy: bool = False) -> Any:
        t = self.backend.table(name)
        first = t.mutate(rank=ibis.row_number().over(group_by=key, order_by="line")).filter(lambda r: r["rank"] == 0)
        if not tidy:
            return first.mutate(year=first.date.cast("string").substr(0, 4).cast("int64"))
        day = [
            ibis.cases((first[c].length() >= 10, first[c].substr(0, 10).try_cast("date")), else_=None)
            for c in ("start", "end")
        ]
        first = first.filter(first.start.substr(0, 4).cast("int64").between(FIRST, LAST))
        return first.mutate(year=first.start.substr(0, 4).cast("int64"), days=(day[1].delta(day[0], unit="day") + 1))

    def years(self) -> Any:
        """Every year of the period."""
        return ibis.range(FIRST, LAST + 1).unnest().name("year").as_table()


def split(case: Case, column: str) -> Any:
    e = case.exercises
    return e.select("id", "year", item=e[column].split("|").unnest())


def by(*columns: str) -> Callable[[Case], Any]:
    return lambda c: c.exercises.group_by(*columns).agg(value=ibis._.count()).order_by(*columns)


def parts_by(*columns: str) -> Callable[[Case], Any]:
    return lambda c: c.parts.group_by(*columns).agg(value=ibis._.count()).order_by(*columns)


def with_outsiders(c: Case) -> Any:
    return outsiders(c).group_by("outside").agg(value=ibis._.count()).order_by("outside")


def unrecorded(c: Case) -> Any:
    return c.exercises.group_by("year").agg(value=ibis._.troops.isnull().sum()).order_by("year")


def contributions(c: Case) -> Any:
    return c.backend.table("raw_participants").filter(ibis._.troops.notnull()).order_by("line")


def in_time(c: Case) -> Any:
    return c.exercises.select("id", "year", "series", value="troops").order_by("year", "id")


def counts(column: str) -> Callable[[Case], Any]:
    return lambda c: split(c, column).group_by("item").agg(value=ibis._.count()).order_by("item")


def per_year(c: Case) -> Any:
    e = c.exercises.group_by("year").agg(n=ibis._.count())
    y = c.years()
    return y.left_join(e, "year").select(y.year, value=ibis.coalesce(e.n, 0)).order_by("year")


def total_per_year(column: str) -> Callable[[Case], Any]:
    return lambda c: c.exercises.group_by("year").agg(value=c.exercises[column].sum()).order_by("year")


def pairs(c: Case) -> Any:
    a, b = c.parts, c.parts.view()
    return a.join(b, [a.id == b.id, a.state < b.state]).select(id=a.id, year=a.year, x=a.state, y=b.state)


def ties(c: Case) -> Any:
    return pairs(c).group_by("x", "y").agg(value=ibis._.count()).order_by("x", "y")


def corrected(c: Case) -> Any:
    sizes = c.parts.group_by("id").agg(size=ibis._.count())
    p = pairs(c).join(sizes, "id").filter(ibis._.size > 1)
    return p.mutate(w=1 / (p.size - 1)).group_by("x", "y").agg(value=ibis._.w.sum()).order_by("x", "y")


def strength(c: Case) -> Any:
    t = corrected(c)
    both = t.select(state=t.x, w=t.value).union(t.select(state=t.y, w=t.value))
    return both.group_by("state").agg(value=both.w.sum()).order_by("state")


def rate(c: Case) -> Any:
    everything = c.exercises.count().as_scalar()
    return c.parts.group_by("state").agg(value=ibis._.count() / everything).order_by("state")


def without(c: Case) -> Any:
    a, b = c.parts, c.parts.view()
    met = a.join(b, a.id == b.id).select(x=a.state, y=b.state).group_by("x", "y").agg(n=ibis._.count())
    alone = c.parts.group_by("state").agg(m=ibis._.count())
    return (
        met.join(alone, met.x == alone.state)
        .mutate(value=ibis._.m - ibis._.n)
        .select("x", "y", "value")
        .order_by("x", "y")
    )


def outsiders(c: Case) -> Any:
    out = c.parts.mutate(outside=~c.parts.state.isin(MEMBERS))
    return out.group_by("id").agg(outside=out.outside.any(), states=out.count())


def in_force(kind: str) -> Callable[[Case], Any]:
    def query(c: Case) -> Any:
        a, y = c.agreements.filter(ibis._.kind == kind).select("id", began="year"), c.years()
        return y.left_join(a, a.began <= y.year).group_by("year").agg(value=a.id.count()).order_by("year")

    return query


def of_agreements(column: str) -> Callable[[Case], Any]:
    return lambda c: c.agreements.group_by(column).agg(value=ibis._.count()).order_by(column)


def dyads_a_year(c: Case) -> Any:
    return pairs(c).group_by("year").agg(value=(ibis._.x + ibis._.y).nunique()).order_by("year")


# Name -> (query, chart or nothing), one for each of the report's measures.
QUERIES: dict[str, tuple[Callable[[Case], Any], str]] = {
    "exercises_per_year": (per_year, "bars"),
    "exercises_per_series": (counts("series"), "bars"),
    "exercises_per_purpose": (counts("purpose_stated"), "bars"),
    "exercises_by_setting": (by("framework"), "bars"),
    "exercises_by_setting_year": (by("year", "framework"), "bars"),
    "agencies": (counts("agencies"), "bars"),
    "hosts_by_exercise": (counts("hosts"), "bars"),
    "hosts_by_place": (counts("place"), "bars"),
    "days_per_exercise": (lambda c: c.exercises.select("id", value="days").order_by("id"), "bars"),
    "days_per_year": (total_per_year("days"), "bars"),
    "troops_per_year": (total_per_year("troops"), "bars"),
    "timeline": (in_time, "timeline"),
    "places": (lambda c: c.backend.table("raw_exercises").select("id", "lat", "lon").drop_null().order_by("id"), "map"),
    "contributions": (contributions, ""),
    "participation_count": (parts_by("state"), "bars"),
    "participation_rate": (rate, "dots"),
    "participation_rate_open": (rate, "dots"),
    "exercises_per_member_year": (parts_by("state", "year"), ""),
    "members_in_exercise": (lambda c: c.parts.select(x="id", y="state").mutate(value=1).order_by("x", "y"), "matrix"),
    "co_participation": (corrected, "network"),
    "dyads_met": (ties, ""),
    "exercises_per_dyad_year": (dyads_a_year, ""),
    "network_density": (dyads_a_year, "lines"),
    "network_strength": (strength, "bars"),
    "network_centrality": (strength, "bars"),
    "dependence": (strength, "dots"),
    "exercises_without": (without, "matrix"),
    "outside_partner_share": (with_outsiders, "bars"),
    "outside_partner_share_by_member": (without, "matrix"),
    "not_recorded": (unrecorded, "bars"),
    "agreements_in_force": (in_force("agreement"), "lines"),
    "bodies_in_force": (in_force("body"), "lines"),
    "agreements_by_field": (of_agreements("field"), "bars"),
    "figures": (lambda c: c.figures.order_by("line").select("state", "year", "variable", "value"), ""),
    "figures_sum": (lambda c: c.figures.group_by("variable").agg(value=ibis._.value.sum()).order_by("variable"), ""),
    "rate_change": (per_year, ""),
    "change_year": (per_year, "bars"),
    "hveem_sequence": (of_agreements("kind"), ""),
    "regionalism_regionalization": (of_agreements("year"), ""),
    "series_compared": (counts("series"), ""),
}  # fmt: skip

# How many readings of the article's claims ask which query; each is asked of its own rows and of all sources' rows.
READINGS = {
    "exercises_by_setting_year": 17, "timeline": 10, "exercises_without": 6, "figures": 6, "exercises_per_year": 4,
    "series_compared": 4, "days_per_exercise": 4, "contributions": 4, "participation_rate": 3,
    "participation_rate_open": 3, "exercises_per_purpose": 2, "participation_count": 1, "hosts_by_exercise": 1,
    "hosts_by_place": 1, "figures_sum": 1, "members_in_exercise": 1,
}  # fmt: skip
