"""The records of a case that a definition of regionalism or regionalization counts."""

from __future__ import annotations

from typing import Any

from timbang.measures._definitions import REGIONAL, SECTOR
from timbang.measures._in_force import BODY
from timbang.model import Setting

Row = dict[str, Any]
Found = tuple[list[str], list[str], list[str]]  # references that count, surely count, may count


def rules_in_force(agreements: list[Row], setting: Setting, *, bodies: bool, scope: str) -> Found | None:
    """Rules or bodies in force in the last year.

    One whose field is not stated may belong to the sector; one that no source dates may be in force.
    """
    if not scope or not agreements:
        return None
    held = [
        a
        for a in agreements
        if (a["kind"] == BODY) is bodies
        and (a["year"] is None or a["year"] <= setting.last_year)
        and (a["ends"] is None or a["ends"] >= setting.last_year)
    ]
    within = [a for a in held if a["year"] is not None and (scope == "all" or a["field"] in SECTOR)]
    may = [a for a in held if scope == "all" or a["field"] in (*SECTOR, None)]
    sure = _refer("agreements", [a["agreement"] for a in within])
    return sure, sure, _refer("agreements", [a["agreement"] for a in may])


def exercises_held(exercises: list[Row], agreements: list[Row], setting: Setting, which: str) -> Found | None:
    """Exercises that count; None where nothing could show any."""
    years = [a["year"] for a in agreements if a["year"] is not None]
    if not which or not exercises or (which == "later" and not years):
        return None
    start = min(years) + 1 if which == "later" else setting.first_year
    begins, until = max(start, setting.first_year), setting.last_year
    fits = [x for x in exercises if x["setting"] in (("documented",) if which == "framework" else REGIONAL)]
    value = [x["exercise"] for x in fits if begins <= x["year"] <= until]
    sure = [x["exercise"] for x in fits if begins <= x["year"] and x["last_year"] <= until]
    loose = max(start - 1, setting.first_year) if which == "later" else begins  # the first rule's own year may be later
    may = [x["exercise"] for x in exercises if _may(x, which) and loose <= x["last_year"] and x["year"] <= until]
    return _refer("exercises", value), _refer("exercises", sure), _refer("exercises", may)


def _may(x: Row, which: str) -> bool:
    """Whether it can belong: to the framework if no source names another, to the region if not with outsiders."""
    documented: bool = x["setting"] == "documented"
    return documented or (x["framework"] is None if which == "framework" else x["setting"] != "outsiders")


def _refer(file: str, ids: list[str]) -> list[str]:
    return [f"{file}:{id}" for id in ids]
