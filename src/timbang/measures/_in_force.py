"""Which agreements and bodies are in force in a year, and the example that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timbang.measures import _evidence

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from timbang.store.views import Views

BODY = "body"  # the kind of agreements.csv that sets up an organ rather than a rule


def in_force(views: Views, *, bodies: bool) -> ir.Table:
    """One row per year: value (in force, both ends included), low, high, new (begun that year), evidence.

    What no source dates may be in force in any year: it raises the upper bound only. Null in every
    year where the case records no agreement or body at all: unknown is not zero.
    """
    import ibis

    every, years = views.agreements, views.years
    a = every.filter(every.kind == BODY if bodies else every.kind != BODY).rename(begun="year")
    may = [a.begun.isnull() | (a.begun <= years.year), a.ends.isnull() | (a.ends >= years.year)]
    x = years.left_join(a, may)
    counted = x.group_by("year").agg(
        dated=x.begun.count(),
        most=x.agreement.count(),
        fresh=(x.begun == x.year).cast("int64").sum().fill_null(0),
        evidence=_evidence.gathered("agreements:" + x.agreement),
    )
    y = counted.cross_join(every.agg(recorded=every.agreement.count()))

    def known(column: Any) -> Any:
        return ibis.ifelse(y.recorded > 0, column, ibis.null("int64"))

    return y.select(
        "year",
        "evidence",
        value=known(y.dated),
        low=known(y.dated),
        high=known(y.most),
        new=known(y.fresh),
    )


def agreement(id: str, kind: str, year: int, ends: int | None = None, field: str | None = None) -> dict[str, Any]:
    """A row of `agreements` for the examples."""
    return {"agreement": id, "kind": kind, "field": field, "year": year, "ends": ends}


EXAMPLE: dict[str, list[dict[str, Any]]] = {
    "years": [{"year": year} for year in (2001, 2002, 2003)],
    "agreements": [
        agreement("borders", "treaty", 1996, 2001, "borders"),
        agreement("charter", "charter", 2002, None, "institution"),
        agreement("against-terror", "convention", 2001, None, "counter-terrorism"),
        agreement("drill-rules", "procedure", 2003, None, "defence"),
        agreement("handshake", "declaration", 2003),
        agreement("ministers", "body", 2001, None, "defence"),
        agreement("centre", "body", 2002, 2002, "counter-terrorism"),
    ],
}
