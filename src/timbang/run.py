"""The flow, in order, on one page: case -> views -> measures -> verdicts, weighing -> findings -> report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timbang import __version__, registry
from timbang.audit import audit
from timbang.casefile import check_case, find_case, open_case
from timbang.casefile.disagreements import disagreements
from timbang.casefile.raw import raw
from timbang.casefile.views import setting, views
from timbang.findings import disagreeing, measured
from timbang.findings.evidence import Trail
from timbang.findings.finding import SCHEMA, Finding, Results, Table
from timbang.findings.names import Names
from timbang.findings.weighing import findings as weighing_findings
from timbang.inference.theoryfile import vocabulary
from timbang.model import Case, Setting
from timbang.store.narrow import begun_within, narrow
from timbang.store.views import Engine
from timbang.tables import VIEWS
from timbang.text import LANGS
from timbang.weighing.flow import Only, told_by, weigh

if TYPE_CHECKING:
    import pyarrow as pa

Progress = Callable[[str], None]

RESOLVED_AS = {"participants": "participation", "memberships": "members"}  # file -> its view, where they differ


def conclude(case: Case, progress: Progress | None = None) -> Results:
    """All that timbang concludes from a case; raises TimbangError where the case cannot bear it."""
    say = progress or (lambda _: None)
    around, names, trail = setting(case), Names(case), Trail(case)
    sets = scopes(case)
    found: list[Finding] = []
    tables: dict[str, Table] = {}
    results: dict[str, list[dict[str, Any]]] = {}
    for measure in in_order():
        say(measure.label.en)
        engine, within = sets[measure.scope, measure.record]
        rows = results[measure.name] = measured.ordered(engine.measure(measure, within).to_pylist(), measure)
        tables[measure.name] = measured.table(measure, rows)
        found += measured.findings(measure, rows, within, names, trail)
    say("claims")
    found += audit(case)
    weighing = weigh(case, vocabulary(case.folder), results, Only(), say)
    found += weighing_findings(weighing, names, trail)
    period = f"{around.first_year}-{around.last_year}"
    found += (disagreeing.as_finding(d, names, trail, period) for d in disagreements(case))
    return Results(
        case=case.name,
        head=head(case)
        | {"exercises": {scope: sets[scope, "any"][0].exercises for scope in ("framework", "all")}}
        | {"conditions": weighing.conditions, "assumptions": weighing.assumptions, "judgements": weighing.judgements}
        | {"unweighed": [text.plain() for text in weighing.unweighed]},
        findings=tuple(found),
        tables=tables,
        measures=tuple(in_order()),
        sources={key: reference.cited for key, reference in sorted(case.references.items())},
        names=names.all(around, tables.values()),
        notices=tuple(str(problem) for problem in check_case(case.folder) if problem.level == "notice"),
    )


def weighed(
    case: Case, units: Sequence[str] = (), targets: Sequence[str] = (), years: tuple[int, int] | None = None,
    progress: Progress | None = None,
) -> list[Finding]:  # fmt: skip
    """What the weighing alone concludes of a case, or of some units, targets and years; no audit, no other measures."""
    of, sets = vocabulary(case.folder), scopes(case)
    results = {}
    for name in sorted(told_by(of) & set(registry.measures())):
        measure = registry.measures()[name]
        engine, within = sets[measure.scope, measure.record]
        results[name] = measured.ordered(engine.measure(measure, within).to_pylist(), measure)
    only = Only(units=tuple(units), targets=tuple(targets), years=years)
    weighing = weigh(case, of, results, only, progress or (lambda _: None))
    return list(weighing_findings(weighing, Names(case), Trail(case)))


Scope = tuple[Engine, Setting]


def scopes(case: Case) -> dict[tuple[str, str], Scope]:
    """The sets of exercises that measures are taken on, by scope and record (registry.Measure).

    Scope: those documented as the organization's, or all; where no source documents a framework
    both are all. Record: every year of the period, those whose record is held complete, or the whole
    record, with what surely began before the period or after it.
    """
    tables, around = views(case), setting(case)
    documented = "documented" in tables["exercises"]["setting"].to_pylist()
    among = {"framework": {"setting": ("documented",)} if documented else {}, "all": {}}
    period = begun_within(tables, around.first_year, around.last_year)
    records = {"any": (period, None), "complete": (period, case.head.complete), "whole": (tables, None)}
    sets: dict[tuple[str, str], Scope] = {}
    built: dict[str, Scope] = {}  # two sets that are the same share one engine
    for (scope, kept), (record, (of, span)) in product(among.items(), records.items()):
        key = repr((kept, span, len(of["exercises"])))
        if key not in built:
            years = around if span is None else replace(around, first_year=span[0], last_year=span[1])
            built[key] = (Engine(narrow(of, kept, span) if kept or span else of, case.head.engine), years)
        sets[scope, record] = built[key]
    return sets


def in_order() -> list[registry.Measure]:
    """The measures in the order of the report: by family, place, name."""
    families = registry.FAMILIES
    return sorted(registry.measures().values(), key=lambda m: (families.index(m.family), m.order, m.name))


def head(case: Case) -> dict[str, Any]:
    """What the head of a report shows."""
    around, claims = setting(case), case.claims
    return {
        "schema": SCHEMA,
        "version": __version__,
        "title": case.head.title.plain(),
        "organization": case.head.organization,
        "first_year": around.first_year,
        "last_year": around.last_year,
        "members": list(around.members),
        "outside": list(around.outside),
        "complete": list(case.head.complete or (around.first_year, around.last_year)),
        "groups": {key: text.plain() for key, text in claims.groups.items()},
        "note": case.head.note.plain() if case.head.note else None,
        "audited": case.references[claims.audited].cited if claims.audited in case.references else "",
    }


def run(case: Case, out: Path, langs: Sequence[str] = LANGS, progress: Progress | None = None) -> list[Path]:
    """Conclude, and write with every exporter that takes results; the paths written, in order."""
    results = conclude(case, progress)
    out.mkdir(parents=True, exist_ok=True)
    ways_out = [e for e in registry.exporters().values() if e.takes == "results"]
    return [path for exporter in ways_out for path in exporter.write(results, out, langs)]


@dataclass(frozen=True, slots=True)
class Study:
    """A case, opened for use from Python."""

    case: Case

    def run(self) -> Results:
        """All findings and tables, as values."""
        return conclude(self.case)

    def table(self, name: str, resolved: bool = False) -> pa.Table:
        """A table as Arrow: the file's rows as they are, or a view after the resolution rule.

        Resolved, the name is that of a view, or of the file it is made of.
        """
        if resolved:
            name = RESOLVED_AS.get(name, name)
            return views(self.case)[registry.pick(dict.fromkeys(VIEWS, name), name, "view")]
        return raw(self.case, name)


def load(name: str) -> Study:
    """Open a case by the name it ships under, or by its folder; raises TimbangError with all problems."""
    return Study(open_case(find_case(name)))
