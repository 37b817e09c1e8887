"""A case, after its resolution rule, as the tables that measures read (tables.VIEWS)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from timbang.casefile.exercise_rows import Row, as_tuple, exercise, hosts, members_then, participation, places
from timbang.casefile.resolve import by_preference, parse, preference, resolve
from timbang.model import Agreement, Case, Event, Figure, Membership, Salience, Setting
from timbang.model.rows import THREATS
from timbang.tables import view

if TYPE_CHECKING:
    import pyarrow as pa


def setting(case: Case) -> Setting:
    """Whom the case is about and when; members are those who were members within the period."""
    head = case.head
    spells = sorted(
        (since, row.state)
        for row, since, until in _spells(case)
        if until >= date(head.first_year, 1, 1) and since <= date(head.last_year, 12, 31)
    )
    return Setting(
        organization=head.organization,
        first_year=head.first_year,
        last_year=head.last_year,
        members=tuple(dict.fromkeys(state for _, state in spells)),
        outside=head.outside,
        groups=head.groups,
    )


def views(case: Case, only: Collection[str] = ()) -> dict[str, pa.Table]:
    """Every view of the case, over all sources or `only` some."""
    around, exercises = setting(case), resolve(case, only)
    spells = _spells_by_state(case)
    rows: dict[str, list[Row]] = {name: [] for name in ("exercises", "participation", "hosts", "places", "agencies")}
    for x in exercises:
        present = list(participation(x, spells, around))
        rows["participation"] += present
        rows["exercises"].append(exercise(x, present, case.head.organization, members_then(x, spells, around)))
        about: Row = {"exercise": x.id, "year": x.start.first.year if x.start else None}
        rows["hosts"] += [about | host for host in hosts(x)]
        rows["agencies"] += [about | {"agency": agency} for agency in as_tuple(x.first("agencies"))]
        rows["places"] += [about | place for place in places(x)]
    rows["years"] = [_year(year, case) for year in around.years]
    rows["members"] = [r for state in around.members for r in _member_years(state, spells.get(state, []), around)]
    rows["states"] = [
        {"state": state, "member": state in around.members, "outside": state in around.outside}
        for state in dict.fromkeys((*around.members, *around.outside))
    ]
    rows |= {"agreements": _agreements(case, only), "events": _events(case, only), "figures": _figures(case, only)}
    rows["salience"] = _salience(case, only)
    return {name: view(name, content) for name, content in rows.items()}


def _spells(case: Case) -> Iterator[tuple[Membership, date, date]]:
    """Memberships proper of the case's organization: row, since, until (far future if still a member)."""
    for row in case.of(Membership):
        if row.organization == case.head.organization and row.role == "member":
            until = parse(row.end).last if row.end else date(9999, 12, 31)
            yield row, parse(row.start).first, until


def _spells_by_state(case: Case) -> dict[str, list[tuple[date, date]]]:
    spells: dict[str, list[tuple[date, date]]] = {}
    for row, since, until in _spells(case):
        spells.setdefault(row.state, []).append((since, until))
    return spells


def _year(year: int, case: Case) -> Row:
    spans = {"complete": case.head.complete, "complete_others": case.head.complete_others}
    return {"year": year, **{name: span[0] <= year <= span[1] if span else None for name, span in spans.items()}}


def _member_years(state: str, spells: list[tuple[date, date]], around: Setting) -> Iterator[Row]:
    for year in around.years:
        first, last = date(year, 1, 1), date(year, 12, 31)
        days = {
            since.toordinal() + i
            for since, until in ((max(a, first), min(b, last)) for a, b in spells)
            for i in range((until - since + timedelta(1)).days)
        }
        if days:
            yield {"state": state, "year": year, "share": len(days) / ((last - first).days + 1)}


def _agreements(case: Case, only: Collection[str]) -> list[Row]:
    """One row per agreement; its date is that of the preferred source that gives one, else unknown."""
    said: dict[str, list[Agreement]] = {}
    for row in by_preference(case.of(Agreement), preference(case), only):
        said.setdefault(row.id, []).append(row)
    rows = [_agreement(of) for of in said.values()]
    return sorted(rows, key=lambda row: (row.get("year", 9999), row["agreement"]))


def _agreement(said: list[Agreement]) -> Row:
    first, dated = said[0], next((a for a in said if a.date), None)
    ends = next((a.ends for a in said if a.ends), "")
    return {
        "agreement": first.id, "kind": first.kind, "field": first.field or None, **_when(dated.date if dated else ""),
        "ends": parse(ends).last.year if ends else None, "name_en": first.name_en, "name_id": first.name_id,
    }  # fmt: skip


def _when(date: str) -> Row:
    """Year, first and last possible day of a date as given; all null if there is none."""
    when = parse(date) if date else None
    return {"year": when.first.year, "first": when.first, "last": when.last} if when else {}


def _events(case: Case, only: Collection[str]) -> list[Row]:
    kept: dict[str, Event] = {}
    for row in by_preference(case.of(Event), preference(case), only):
        kept.setdefault(row.id, row)
    return [
        {"event": e.id, **_when(e.date), "kind": e.kind, "label_en": e.label_en, "label_id": e.label_id}
        for e in sorted(kept.values(), key=lambda e: (parse(e.date).first, e.id))
    ]  # fmt: skip


def _figures(case: Case, only: Collection[str]) -> list[Row]:
    return [
        {"row": f.line, "state": f.state, "towards": f.towards or None, "year": f.year, "variable": f.variable,
         "value": f.value, "unit": f.unit, "version": f.version or None, "source": f.source}
        for f in case.of(Figure)
        if not only or f.source in only
    ]  # fmt: skip


def _salience(case: Case, only: Collection[str]) -> list[Row]:
    """One row per state, year and code, of the preferred source that has one."""
    kept: dict[tuple[str, int | None, str], Salience] = {}
    for row in by_preference(case.of(Salience), preference(case), only):
        kept.setdefault((row.state, row.year, row.code), row)
    columns = ("state", "year", "code", "passages", "coded", "states", "mean", "interval_low", "interval_high",
               "corpus", "codebook", "source")  # fmt: skip
    return [
        {"row": s.line, "threat": s.code.startswith(THREATS), **{name: getattr(s, name) for name in columns}}
        for s in kept.values()
    ]
