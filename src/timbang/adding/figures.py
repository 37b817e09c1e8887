"""Adding figures of data sets to a case: measures of panels, for members and outside powers, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timbang import datasets, registry
from timbang.adding.flow import cited_key
from timbang.adding.writing import cite
from timbang.casefile import lock, open_case, write_table
from timbang.casefile.references import entries
from timbang.casefile.staging import staged
from timbang.casefile.views import setting
from timbang.errors import Problem, misuse
from timbang.model import Case, Figure
from timbang.panels.asked import asked
from timbang.panels.coverage import covered, needed, whole
from timbang.panels.making import make
from timbang.registry import Measure, Source

FIRST = 1992  # of the years that are added, unless the case begins before
MARKS = 5  # figures on pairs are added for every fifth year, and the last one known
OUTSIDE = ("arms_share", "trade_share", "agreement_share", "exercise_share")  # added towards outside powers only
COMPONENTS = ("milex", "milper", "irst", "pec", "tpop", "upop")
# What a report needs: measure -> what it says besides that is added too, as `cinc_milex`.
USUAL: Mapping[str, Sequence[str]] = {
    "cinc": COMPONENTS, "expenditure": (), "polyarchy": (), "ideal_point": (), "proximity": (),
    "offensive_intentions": (), "arms_share": (), "trade_share": (), "agreement_share": (), "exercise_share": (),
}  # fmt: skip


@dataclass(slots=True)
class Added:
    """What adding figures comes to: how many of each measure, and what is missing of it."""

    rows: list[Figure] = field(default_factory=list)
    missing: dict[str, int] = field(default_factory=dict)  # variable -> values that the data sets do not have
    notices: list[Problem] = field(default_factory=list)


def add_figures(
    folder: Path, names: Sequence[str], progress: Callable[[str], None], home: Path | None = None
) -> tuple[Added, list[Path]]:
    """Enter measures of panels (none named: USUAL) into figures.csv; figures of the same variables are replaced.

    TimbangError, and nothing is written, if the case has a problem, or a data set is not at home.
    """
    if folder in registry.shipped_cases().values():
        todo = "Copy its folder, and add to the copy"
        raise misuse("a case that ships with timbang is not changed", value=folder.name, todo=todo)
    with lock(folder):
        case, added = open_case(folder), Added()
        wanted: Mapping[str, Sequence[str]] = {name: USUAL.get(name, ()) for name in names} or USUAL
        for name in wanted:
            registry.pick(registry.measures("panel"), name, "measure of panels")
        for name, besides in wanted.items():
            progress(name)
            _add(added, case, registry.measures("panel")[name], besides, home)
        return added, staged(folder, lambda copy: _fill(copy, case, added, _sources(wanted)))


def _add(added: Added, case: Case, measure: Measure, besides: Sequence[str], home: Path | None) -> None:
    around = setting(case)
    states = tuple(dict.fromkeys((*around.members, *around.outside)))
    span = covered(measure, home) or (FIRST, around.last_year)
    years = max(min(FIRST, around.first_year), span[0]), min(around.last_year, span[1])
    unit = "dyad-year" if measure.level == "dyad-year" else "state-year"
    pair = unit == "dyad-year"
    wanted = asked(unit, [measure.name], years, states=states, directed=pair)
    panel = make(wanted, partial=True, home=home)
    whole(wanted.measures, home)
    added.notices += panel.notices
    rows = panel.table.to_pylist()
    last = _last(rows, measure.name)
    for row in rows:
        if pair and not _marked(row, measure.name, last, around.outside):
            continue
        for column in ("", *besides):
            variable = f"{measure.name}_{column}" if column else measure.name
            if row[variable] is None:
                added.missing[variable] = added.missing.get(variable, 0) + 1
            else:
                added.rows.append(_figure(row, variable, measure, home))


def _marked(row: Mapping[str, Any], name: str, last: int, outside: Sequence[str]) -> bool:
    """Whether a figure on a pair is added: pairs are many, and years of them alike."""
    if name in OUTSIDE and row["state2"] not in outside:
        return False
    return bool(row["year"] == last or (row["year"] % MARKS == 0 and name != "proximity"))


def _last(rows: Iterable[Mapping[str, Any]], name: str) -> int:
    return max((row["year"] for row in rows if row[name] is not None), default=0)


def _figure(row: Mapping[str, Any], variable: str, measure: Measure, home: Path | None) -> Figure:
    names = needed(measure)
    versions = "; ".join(dict.fromkeys(f"{name} {datasets.manifest(name, home).version}" for name in names))
    state = row.get("state") or row["state1"]
    towards = row.get("state2", "")
    pair = f"{state}, {towards}" if towards else state
    return Figure(
        state=state, towards=towards, year=row["year"], variable=variable, value=float(f"{float(row[variable]):.10g}"),
        unit=measure.unit.en, version=versions, source=cited_key(_source(measure)),
        locator=f"{', '.join(names)}: {pair}, {row['year']}",
    )  # fmt: skip


def _source(measure: Measure) -> Source:
    """The provider of the first table that the measure reads; the version names all."""
    return registry.data_tables()[needed(measure)[0]][0]


def _sources(names: Iterable[str]) -> list[Source]:
    return list({_source(registry.measures("panel")[name]).name: _source(registry.measures("panel")[name])
                 for name in names}.values())  # fmt: skip


def _fill(copy: Path, case: Case, added: Added, sources: Iterable[Source]) -> None:
    mine = {row.variable for row in added.rows}
    kept = [row for row in case.of(Figure) if row.variable not in mine]
    write_table(copy, Figure, [*kept, *sorted(added.rows, key=_order)])
    used = {row.source for row in added.rows}
    for source in sources:
        key = cited_key(source)
        if key in used and key not in case.references:
            cite(copy, entries(source.bibtex, [key]))


def _order(row: Figure) -> tuple[str, str, str, int]:
    return row.variable, row.state, row.towards, row.year or 0
