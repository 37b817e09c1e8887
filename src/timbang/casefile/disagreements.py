"""Where the sources of a case say different things of one exercise, and which value the rule uses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from timbang.casefile.resolve import Resolved, parse, resolve
from timbang.dates import Edtf
from timbang.model import Case, Exercise


@dataclass(frozen=True, slots=True)
class Saying:
    """What one source says: the value as it gives it, and whether the rule uses it."""

    source: str
    locator: str
    value: str
    used: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Sources that cannot all be right about one field of one exercise. An imprecise date, an open
    roster or an empty cell contradicts nothing."""

    exercise: str
    field: str  # start | end | troops | hosts | a state's code (did it take part?)
    kind: str  # date | count | states | part
    sayings: tuple[Saying, ...]


def disagreements(case: Case) -> list[Disagreement]:
    """Every disagreement, in order of exercise and field."""
    return [found for x in resolve(case) if len(x.rows) > 1 for found in _of(x)]


def _of(x: Resolved) -> Iterator[Disagreement]:
    for field in ("start", "end"):
        rows = [row for row in x.rows if getattr(row, field)]
        used = getattr(x.dated, field)
        yield from _differing(x, field, "date", rows, attrgetter(field), used, _clash)
    troops = [row for row in x.rows if row.troops is not None]
    yield from _differing(x, "troops", "count", troops, lambda r: str(r.troops), str(x.first("troops")), _unequal)
    hosts = [row for row in x.rows if row.hosts]
    used = "|".join(sorted(next((row.hosts for row in hosts), ())))
    yield from _differing(x, "hosts", "states", hosts, lambda r: "|".join(sorted(r.hosts)), used, _unequal)
    yield from _rosters(x)


def _clash(a: str, b: str) -> bool:
    """Two dates that cannot both be right."""
    one, other = parse(a), parse(b)
    return _apart(one, other) or _apart(other, one)


def _apart(one: Edtf, other: Edtf) -> bool:
    return one.last < other.first


def _unequal(a: str, b: str) -> bool:
    return a != b


def _differing(
    x: Resolved,
    field: str,
    kind: str,
    rows: list[Exercise],
    value: Callable[[Exercise], str],
    used: str,
    differ: Callable[[str, str], bool],
) -> Iterator[Disagreement]:
    values = [value(row) for row in rows]
    if any(differ(a, b) for i, a in enumerate(values) for b in values[i + 1 :]):
        said = (Saying(r.source, r.locator, v, v == used) for r, v in zip(rows, values, strict=True))
        yield Disagreement(x.id, field, kind, tuple(said))


def _rosters(x: Resolved) -> Iterator[Disagreement]:
    """A state that one source names as a participant and another's complete roster leaves out."""
    rows = {row.source: row for row in x.rows}
    for state in sorted({state for roster in x.rosters.values() for state in roster}):
        said = {source: _said(x, source, state) for source in x.rosters}
        words = set(said.values())
        if "yes" in words and words & {"no", "observer"}:
            used = ("yes",) if x.presence(state).value else ("no", "observer")
            sayings = tuple(
                Saying(source, rows[source].locator if source in rows else "", word, word in used)
                for source, word in said.items()
                if word
            )
            yield Disagreement(x.id, state, "part", sayings)


def _said(x: Resolved, source: str, state: str) -> str:
    """yes, uncertain, observer, no, or nothing (an open roster that does not name the state)."""
    row = x.rosters[source].get(state)
    if row is None:
        return "no" if x.complete(source) else ""
    return "observer" if row.role == "observer" else "yes" if row.certain == "yes" else "uncertain"
