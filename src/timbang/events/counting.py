"""Counts acts of states towards states, by year and class, in one pass over any number of events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang import states
from timbang.errors import Problem, stop
from timbang.events.layouts import CLASSES, ICEWS, Layout, layout_of
from timbang.store.engines import Engine, opened

if TYPE_CHECKING:
    from timbang.model import Setting

MEMORY = 1024  # MiB
CAMEO = {"ROU": "ROM", "TLS": "TMP"}  # GDELT's code of a state, where it is not ISO's
Row = dict[str, Any]
Acts = dict[tuple[int, str, str], dict[str, int]]  # year, source, target -> class -> acts


@dataclass(frozen=True, slots=True)
class Counted:
    """What the files hold: all events of each year, and the acts among the states asked for."""

    events: Mapping[int, int]  # year -> events
    acts: Acts
    notices: tuple[Problem, ...]


def count(
    paths: Sequence[Path], sources: Collection[str], targets: Collection[str], *, engine: str = "duckdb",
    memory: int = MEMORY,
) -> Counted:  # fmt: skip
    """The acts of `sources` towards `targets` (codes), on that engine, which may use `memory` MiB.

    A state's acts towards itself are none. TimbangError where files have no known layout or differ in
    it, lines cannot be read, no event has a year, or the memory does not suffice.
    """
    layout, lines = layout_of(paths)
    runs = opened(engine, memory)
    table = runs.files("events", paths, lines)
    names, notices = _names(runs, table, layout, {*sources, *targets})
    wanted = [[name for name, code in names.items() if code in side] for side in (sources, targets)]
    text = lines is not None
    found = runs.answer(acts(table, layout, *wanted, text=text)).to_pylist()
    whole = [row for row in found if text or row["source"] is None]
    return _counted(whole, [row for row in found if row["source"] is not None], names, notices)


def acts(table: Any, layout: Layout, sources: Sequence[str], targets: Sequence[str], *, text: bool) -> Any:
    """An Ibis table: year, source, target, events, acts of each class; without a source, the events of all others.

    Text is read once, for reading it is what takes long. Of Parquet two passes over few columns are
    faster, one of which skips most rows; there, what has no source is *all* events of the year.
    """
    import ibis

    keyed = table.select(year=layout.year(table), source=table[layout.source], target=table[layout.target],
                         quad=layout.quad(table))  # fmt: skip
    among = keyed.source.isin(sources) & keyed.target.isin(targets) & (keyed.source != keyed.target)
    if text:
        none = ibis.null("string")
        return _by_class(keyed.mutate(source=among.ifelse(keyed.source, none), target=among.ifelse(keyed.target, none)))
    known = _by_class(keyed.filter(among))
    every = keyed.group_by("year").agg(events=keyed.count())
    empty = {name: ibis.null(kind) for name, kind in known.schema().items() if name not in ("year", "events")}
    return every.mutate(**empty).select(*known.columns).union(known)


def _by_class(keyed: Any) -> Any:
    kinds = {name: (keyed.quad == number).sum() for number, name in enumerate(CLASSES, start=1)}
    return keyed.group_by("year", "source", "target").agg(events=keyed.count(), **kinds)


def _names(runs: Engine, table: Any, layout: Layout, wanted: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """What the files call each state asked for -> its code; notices of states that ICEWS' files do not name."""
    if layout is not ICEWS:
        return {CAMEO.get(code, code): code for code in wanted}, []
    seen = table.select(name=table[layout.source]).union(table.select(name=table[layout.target])).distinct()
    found = {name: state.code for row in runs.answer(seen).to_pylist()
             if (name := row["name"]) and (state := states.find(name)) and state.code in wanted}  # fmt: skip
    absent = sorted(set(wanted) - set(found.values()))
    what = "the files name no actor of these states"
    return found, [Problem(what=what, value=", ".join(absent), level="notice")] if absent else []


def _counted(whole: Iterable[Row], some: Iterable[Row], names: Mapping[str, str], notices: list[Problem]) -> Counted:
    """From rows that together hold each event once, and rows of acts of named states."""
    events: dict[int | None, int] = {}
    for row in whole:
        events[row["year"]] = events.get(row["year"], 0) + row["events"]
    undated, unclassed = events.pop(None, 0), 0
    found: Acts = {}
    for row in some:
        key = (row["year"], names[row["source"]], names[row["target"]])
        if key[0] is None or key[1] == key[2]:
            continue
        kinds = found.setdefault(key, dict.fromkeys(CLASSES, 0))
        for kind in CLASSES:
            kinds[kind] += row[kind] or 0
        unclassed += row["events"] - sum(row[kind] or 0 for kind in CLASSES)
    dated = {year: number for year, number in sorted(events.items()) if year is not None}
    if not dated:
        raise stop("no event has a year", expected="years in the layout's column of dates")
    told = {"events have no year and are not counted": undated, "acts have no class of CAMEO: they are among the "
            "year's events, and neither cooperative nor hostile": unclassed}  # fmt: skip
    more = [Problem(what=f"{number} {what}", level="notice") for what, number in told.items() if number]
    return Counted(dated, found, (*notices, *more))


def table(counted: Counted, around: Setting) -> list[Row]:
    """A row a year, acting state and target: members towards each other and the outside powers.

    The organization's own code stands for all members together. Years are those of the period that the
    files hold; shares are of all events of the year in the files, since coverage grows.
    """
    own, outside = around.members, tuple(code for code in around.outside if code not in around.members)
    pairs: list[tuple[str, str, Callable[[str, str], bool]]] = [
        (around.organization, around.organization, lambda s, t: s in own and t in own),
        *((around.organization, power, lambda s, t, p=power: s in own and t == p) for power in outside),
        *((a, b, lambda s, t, a=a, b=b: (s, t) == (a, b)) for a in own for b in (*own, *outside) if a != b),
    ]  # fmt: skip
    years = [year for year in counted.events if year in around.years]
    return [_row(counted, year, *pair) for year in years for pair in pairs]


def _row(counted: Counted, year: int, source: str, target: str, among: Callable[[str, str], bool]) -> Row:
    kinds = [acts for (when, s, t), acts in counted.acts.items() if when == year and among(s, t)]
    sums = {name: sum(acts[name] for acts in kinds) for name in CLASSES}
    events = counted.events[year]
    cooperative, hostile = sum(list(sums.values())[:2]), sum(list(sums.values())[2:])
    return {
        "year": year, "source": source, "target": target, "events": events, **sums, "cooperative": cooperative,
        "hostile": hostile, "cooperative_share": cooperative / events, "hostile_share": hostile / events,
    }  # fmt: skip
