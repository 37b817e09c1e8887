"""Whether the data that measures need are at home and cover the years asked for; a panel is never partial unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timbang import datasets
from timbang.errors import Problem, TimbangError
from timbang.registry import data_tables

if TYPE_CHECKING:
    from timbang.panels.asked import Asked
    from timbang.registry import Measure

BUILT_IN = "system"  # timbang's own table of states


def needed(measure: Measure) -> list[str]:
    """The tables of data sets that the measure reads."""
    return [name for name in measure.needs if name != BUILT_IN]


def at_hand(wanted: Asked, home: Path | None) -> dict[str, Path]:
    """The tables of all measures, by name; TimbangError names each that is not at home, and how it gets there."""
    return datasets.required(dict.fromkeys(name for m in wanted.measures for name in needed(m)), home)


def covered(measure: Measure, home: Path | None) -> tuple[int, int] | None:
    """First and last year that all the measure's tables cover; None if it needs no data set."""
    reached = spans(measure, home).values()
    return (max(first for first, _ in reached), min(last for _, last in reached)) if reached else None


def spans(measure: Measure, home: Path | None) -> dict[str, tuple[int, int]]:
    """The years that each table covers, by name; of one that goes on in another, with that one's: `a, then b`."""
    names, reached = needed(measure), {}
    after = {name: later for name in names if (later := data_tables()[name][1].goes_on) in names}
    for name in names:
        if name in after:
            first, last = span(name, home)
            reached[f"{name}, then {after[name]}"] = first, max(last, span(after[name], home)[1])
        elif name not in after.values():
            reached[name] = span(name, home)
    return reached


def span(name: str, home: Path | None) -> tuple[int, int]:
    """The years a table covers: those its provider states, and any other that the file at home has rows of."""
    (first, last), told = data_tables()[name][1].coverage, datasets.manifest(name, home)
    return min(first, told.first_year or first), max(last, told.last_year or last)


def checked(wanted: Asked, home: Path | None, partial: bool) -> tuple[Problem, ...]:
    """Notices of what some table lacks, years or rows; a TimbangError of them unless a partial panel is asked for."""
    years, rows = tuple(_short(wanted, home)), tuple(_cut(wanted.measures, home))
    if (years or rows) and not partial:
        raise TimbangError(years + rows)
    said = [replace(problem, level="notice", todo="The other years are missing") for problem in years]
    said += [
        replace(problem, level="notice", todo="Totals and shares of what is left are not the world's")
        for problem in rows
    ]
    return tuple(said)


def _short(wanted: Asked, home: Path | None) -> Iterator[Problem]:
    users: dict[tuple[str, tuple[int, int]], list[str]] = {}
    for measure in wanted.measures:
        for name, reached in spans(measure, home).items():
            users.setdefault((name, reached), []).append(measure.name)
    for (name, (first, last)), measures in users.items():
        if wanted.first < first or wanted.last > last:
            within = f"{max(first, wanted.first)}:{min(last, wanted.last)}"
            todo = (
                f"Ask for --years {within}" if first <= wanted.last and last >= wanted.first else "Ask for other years"
            )
            what = f"{', '.join(measures)}: the table {name} covers {first}-{last}, not all of "
            yield Problem(what=f"{what}{wanted.first}-{wanted.last}",
                          todo=f"{todo}, or add --partial: the other years are then missing")  # fmt: skip


def whole(measures: Iterable[Measure], home: Path | None) -> None:
    """TimbangError if a table that the measures need was cut short."""
    if found := tuple(_cut(measures, home)):
        raise TimbangError(
            replace(problem, todo="Give the whole file: timbang data add FILE --replace") for problem in found
        )


def _cut(measures: Iterable[Measure], home: Path | None) -> Iterator[Problem]:
    """Tables with fewer rows than their version has: totals of the world, and all shares of them, would be wrong."""
    for name in dict.fromkeys(name for measure in measures for name in needed(measure)):
        declared, told = data_tables()[name][1], datasets.manifest(name, home)
        if declared.rows and told.rows < declared.rows:
            what = f"the table {name} has fewer rows than version {declared.version}: cut short, or another version"
            yield Problem(what=what, file=told.file, value=str(told.rows), expected=str(declared.rows),
                          todo="Give the whole file (timbang data add FILE --replace), or add --partial")  # fmt: skip
