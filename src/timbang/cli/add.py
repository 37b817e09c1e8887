"""`timbang add exercises FILE --from SOURCE --case CASE`: a provider's rows enter a case."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import Json
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.adding.fates import Addition

What = Annotated[str, typer.Argument(metavar="exercises", help="What to add: exercises.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="The file as its provider publishes it.")]
From = Annotated[
    str, typer.Option("--from", metavar="SOURCE", help="Who provides it: mme; see `timbang list sources`.")
]
Into = Annotated[str, typer.Option("--case", metavar="CASE", help="The folder of the case.")]
Decided = Annotated[Path | None, typer.Option("--decisions", metavar="FILE", help="Your decisions on likely doubles.")]


def add(what: What, file: File, origin: From, case: Into, decided: Decided = None, json: Json = False) -> None:
    """Add rows of a data set to a case.

    Those enter in which two or more members of its organization, at the time, took part. Adding twice changes nothing.
    A row that looks like an exercise of the case waits until you decide in CASE/SOURCE-decisions.csv: same, new, skip.
    """
    from timbang.adding.flow import add_exercises
    from timbang.cli.console import put, put_json, say
    from timbang.cli.opening import found
    from timbang.registry import pick, sources

    if what != "exercises":
        raise misuse(f"{what!r} cannot be added", expected="exercises")
    source, folder = pick(sources(), origin, "source"), found(case)
    decisions = decided or folder / f"{source.name}-decisions.csv"
    addition, changed = add_exercises(folder, source, file, decisions)
    if json:
        put_json(told(addition) | {"files": [str(path) for path in changed]})
    else:
        for path in changed:
            put(path)
    say(summary(addition, file, decisions))


def told(addition: Addition) -> dict[str, Any]:
    """All that was found, for programs."""
    likely = [
        {"row": one.row.exercise.locator, "exercise": one.exercise, "reason": one.reason} for one in addition.waiting
    ]
    notices = [notice.as_json() for notice in addition.notices]
    return {"rows": addition.rows, **addition.fates, "likely": likely, "period": addition.years, "notices": notices}


def summary(addition: Addition, file: Path, decisions: Path) -> str:
    """What became of the rows, and the known defects among those that entered."""
    lines = [f"{addition.rows} rows in {file.name}"]
    lines += [f"  {len(rows):>5} {fate}" for fate, rows in addition.fates.items() if rows]
    lines += [f"the case's period is {addition.years[0]}-{addition.years[1]}"]
    defects = Counter(notice.what for notice in addition.notices)
    first = {notice.what: notice for notice in reversed(addition.notices)}
    lines += ["known defects of the file among the rows that entered (all of them with --json):"] if defects else []
    lines += [
        f"  {number:>5} {what}: first {first[what].where}. {first[what].todo}" for what, number in defects.most_common()
    ]
    if addition.waiting:
        lines += [f"{one.row.exercise.locator} looks like {one.exercise}: {one.reason}" for one in addition.waiting]
        lines += [f"write same, new or skip into {decisions}, column decision, and give the same command again"]
    return "\n".join(lines)
