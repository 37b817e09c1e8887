"""One exercise as rows of the views: who took part, its dates and size, its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from timbang import dates
from timbang.casefile.resolve import Resolved, parse
from timbang.model import Setting

Row = dict[str, Any]
Spells = Mapping[str, list[tuple[date, date]]]  # state -> its memberships, since and until


def as_tuple(value: object) -> tuple[str, ...]:
    """A list cell's value; anything else as no values."""
    return value if isinstance(value, tuple) else ()


def participation(x: Resolved, spells: Spells, around: Setting) -> Iterator[Row]:
    """One row per state that took part or may have; an unread or open roster leaves room for every member."""
    members = members_then(x, spells, around)
    named = dict.fromkeys(s for roster in x.rosters.values() for s, p in roster.items() if p.role == "participant")
    room = members if not any(x.complete(source) for source in x.rosters) else []
    for state in dict.fromkeys((*named, *room)):
        p = x.presence(state)
        if p.high:
            yield {
                "exercise": x.id, "year": x.start.first.year if x.start else None, "state": state,
                "member": state in members, "value": p.value, "low": p.low, "high": p.high, "named": p.named,
                "troops": p.troops,
            }  # fmt: skip


def members_then(x: Resolved, spells: Spells, around: Setting) -> list[str]:
    """The members of the organization on the first day; none if no source gives one."""
    day = x.start.last if x.start else None
    return [s for s in around.members if day and any(a <= day <= b for a, b in spells.get(s, []))]


def exercise(x: Resolved, present: list[Row], organization: str, then: list[str]) -> Row:
    """The exercise as one row of the view `exercises`; `then` are the members on its first day."""
    days = _lengths(x)
    troops = [row.troops for row in x.rows if row.troops is not None]
    members = [r for r in present if r["member"]]
    return {
        "exercise": x.id,
        "year": x.start.first.year if x.start else None,
        "last_year": x.start.last.year if x.start else None,
        "name_en": x.first("name_en"),
        "name_id": x.first("name_id"),
        "series": x.first("series") or "none",
        "framework": x.first("framework") or None,
        "setting": _setting(x, present, organization),
        "open_to_all": sum(r["high"] if _is_open(x) else r["value"] for r in members) > 2,
        "roster": ("open" if _is_open(x) else "complete") if x.rosters else None,
        "start": x.start.first if x.start else None,
        "end": x.end.last if x.end else None,
        "days": days[0][0] if days and days[0][0] == days[0][1] else None,
        "days_low": min((low for low, _ in days), default=None),
        "days_high": max((high for _, high in days), default=None),
        "troops": troops[0] if troops else None,
        "troops_low": min(troops, default=None),
        "troops_high": max(troops, default=None),
        "qualifier": next((r.qualifier for r in x.rows if r.troops is not None), None) or None,
        "equipment": list(as_tuple(x.first("equipment"))),
        "purpose_stated": list(as_tuple(x.first("purpose_stated"))),
        "purpose_attributed": list(as_tuple(x.first("purpose_attributed"))),
        "participants": sum(r["value"] for r in present) if x.rosters else None,
        "participants_low": sum(r["low"] for r in present),
        "participants_high": sum(r["high"] for r in present),
        "members": then if x.start else None,
        "sources": [row.source for row in x.rows],
    }


def _lengths(x: Resolved) -> list[tuple[int, int]]:
    """Least and most days by each source, the one whose dates are used first.

    A source that dates it only to the month says nothing against one that gives the days.
    """
    spans = [_days(row.start, row.end) for row in (x.dated, *x.rows) if row.start and row.end]
    return [span for span in spans if span[0] == span[1]] or spans


def _days(start: str, end: str) -> tuple[int, int]:
    low, high = dates.span_days(parse(start), parse(end))
    return low, high


def _is_open(x: Resolved) -> bool:
    return not any(x.complete(source) for source in x.rosters)


def _setting(x: Resolved, present: list[Row], organization: str) -> str:
    """Documented framework first; else by who took part; an open roster without outsiders tells nothing."""
    if any(row.framework == organization for row in x.rows):
        return "documented"
    if any(r["value"] and not r["member"] for r in present):
        return "outsiders"
    return "unknown" if _is_open(x) else "members"


def hosts(x: Resolved) -> Iterator[Row]:
    """One row per state that some source names as host; only the sources that name any are asked."""
    lists = [row.hosts for row in x.rows if row.hosts]
    for state in dict.fromkeys(state for listed in lists for state in listed):
        yield {
            "state": state, "value": int(state in lists[0]), "low": int(all(state in listed for listed in lists)),
            "high": 1,
        }  # fmt: skip


def places(x: Resolved) -> Iterator[Row]:
    """The preferred source's places; one without coordinates borrows those of another source in that state.

    A source that names no more than the state borrows the place with them; of a region known to it, the
    borrowed position stays as inexact as that.
    """
    row = next((row for row in x.rows if row.place), x.rows[0])
    for i, given in enumerate(row.place):
        own, (state, name) = _item(row.precision, i), _placed(given, row.hosts)
        lat, lon, precision, there = next(_positions(x, row, i, state), (None, None, "", name))
        borrowed = own == "country"
        yield {"place": there if borrowed else name, "state": state, "lat": lat, "lon": lon,
               "precision": (precision if borrowed else own or precision) or own or None}  # fmt: skip


def _positions(x: Resolved, row: Any, i: int, state: str | None) -> Iterator[tuple[float, float, str, str]]:
    """Latitude, longitude, their precision and the place, of this place and then of others in the state."""
    for other in (row, *x.rows):
        for j, given in enumerate(other.place):
            there, name = _placed(given, other.hosts)
            lat, lon = _item(other.lat, j), _item(other.lon, j)
            if (j == i if other is row else there == state) and lat is not None and lon is not None:
                yield lat, lon, _item(other.precision, j) or "", name


def _item(items: Sequence[Any], i: int) -> Any:
    return items[i] if i < len(items) else None


def _placed(given: str, hosts: tuple[str, ...]) -> tuple[str | None, str]:
    """A place's state and its name: `RUS: Chebarkul`; without such a prefix it lies in the only host."""
    prefix, colon, name = given.partition(": ")
    if colon and len(prefix) == 3 and prefix.isupper():
        return prefix, name
    return (hosts[0] if len(hosts) == 1 else None), given
