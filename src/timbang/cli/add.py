"""`timbang add exercises|document|speeches|figures ...`: rows of data sets, documents, counts enter a case."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timbang.cli.options import Json, Ocr
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.adding.fates import Addition

What = Annotated[str, typer.Argument(metavar="exercises|document|speeches|figures", help="What to add.")]
Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE ...", help="A data set, documents, a folder of speeches; for figures: measures, or usual."
    ),
]
Into = Annotated[str, typer.Option("--case", metavar="CASE", help="The folder of the case.")]
From = Annotated[str, typer.Option("--from", metavar="SOURCE", help="Exercises, speeches: who provides them.")]
Decided = Annotated[Path | None, typer.Option("--decisions", metavar="FILE", help="Exercises: decisions on doubles.")]
Source = Annotated[str, typer.Option(metavar="KEY", help="Document: its key in references.bib, or in --bib.")]
Bib = Annotated[Path | None, typer.Option(metavar="FILE", help="Document: take its source from a .bib, .ris or .json.")]
Title = Annotated[str, typer.Option(metavar="TEXT", help="Document: its title.")]
Licence = Annotated[str, typer.Option(metavar="TEXT", help="Document: its licence.")]
Language = Annotated[str, typer.Option(metavar="TAG", help="Document: its language, such as ru; else it is told.")]
Says = Annotated[str, typer.Option(metavar="WHO", help="Document: whose voice it is: RUS president, press.")]
Dated = Annotated[str, typer.Option("--date", metavar="EDTF", help="Document: when it dates from, such as 2007-08-16.")]

Book = Annotated[str, typer.Option("--codebook", metavar="NAME", help="Speeches: whose codes of threats are counted.")]


def add(
    what: What, files: Files, case: Into, origin: From = "", decided: Decided = None, source: Source = "",
    bib: Bib = None, title: Title = "", licence: Licence = "", language: Language = "", says: Says = "",
    date: Dated = "", ocr: Ocr = False, codebook: Book = "balancing", json: Json = False,
) -> None:  # fmt: skip
    """Add rows of a data set, documents, or counts of speeches to a case.

    Exercises: those enter in which two or more members of its organization, at the time, took part. A row that looks
    like an exercise of the case waits until you decide in CASE/SOURCE-decisions.csv: same, new, skip.

    Documents: each is copied into CASE/documents, its text is kept in CASE/texts, and its row goes into documents.csv.

    Speeches: the sentences of each member's and outside power's speeches that name a threat are counted, and those of
    all states, from ten years before the case's period to its end; the counts go into salience.csv.

    Figures: measures of panels (timbang list measures), or the usual ones, for members and outside powers from 1992
    on; they come from the data sets at home (timbang data list) and go into figures.csv, each with its source.

    Adding twice changes nothing.
    """
    if what in ("document", "documents"):
        from timbang.adding.document_fates import Wishes

        if title and len(files) > 1:
            raise misuse("several documents cannot have one title", value=title, todo="Add them one by one")
        wishes = Wishes(
            source=source, bib=bib, title=title, licence=licence, language=language, says=says, date=date, ocr=ocr
        )
        _documents(files, case, wishes, json)
    elif what == "exercises":
        _exercises(files, case, origin, decided, json)
    elif what == "speeches":
        from timbang.cli import speeches

        speeches.add(files, case, origin, codebook, json)
    elif what == "figures":
        _figures([str(name) for name in files], case, json)
    else:
        raise misuse(f"{what!r} cannot be added", expected="exercises, document, speeches or figures")


def _figures(names: list[str], case: str, json: bool) -> None:
    from timbang.adding.figures import add_figures
    from timbang.cli.console import Progress, put, put_json, say
    from timbang.cli.opening import found

    folder, progress = found(case), Progress()
    try:
        added, changed = add_figures(folder, [] if names == ["usual"] else names, progress)
    finally:
        progress.done()
    counts = Counter(row.variable for row in added.rows)
    if json:
        put_json({"figures": counts, "missing": added.missing, "files": [str(path) for path in changed]})
    else:
        for path in changed:
            put(path)
    for variable in sorted({*counts, *added.missing}):
        say(f"  {counts[variable]:>5} {variable}; missing in the data sets: {added.missing.get(variable, 0)}")


def _exercises(files: list[Path], case: str, origin: str, decided: Path | None, json: bool) -> None:
    from timbang.adding.flow import add_exercises
    from timbang.cli.console import put, put_json, say
    from timbang.cli.opening import found
    from timbang.registry import pick, sources

    if len(files) > 1:
        raise misuse("exercises are added from one file at a time", value=", ".join(map(str, files)))
    known = {name: source for name, source in sources().items() if source.gives == "exercises"}
    if not origin:
        raise misuse("who provides the file?", expected=", ".join(known), todo="Say it: --from mme")
    source, folder = pick(known, origin, "source of exercises"), found(case)
    decisions = decided or folder / f"{source.name}-decisions.csv"
    addition, changed = add_exercises(folder, source, files[0], decisions)
    if json:
        put_json(told(addition) | {"files": [str(path) for path in changed]})
    else:
        for path in changed:
            put(path)
    say(summary(addition, files[0], decisions))


def _documents(files: list[Path], case: str, wishes: Any, json: bool) -> None:
    from timbang.adding.document_fates import REFUSED
    from timbang.adding.documents import add_documents
    from timbang.cli import documents
    from timbang.cli.console import Progress, put, put_json, say
    from timbang.cli.failures import INPUT
    from timbang.cli.opening import found

    folder, progress = found(case), Progress()
    try:
        added, changed, bare = add_documents(folder, files, wishes, progress)
    finally:
        progress.done()
    if json:
        put_json({"documents": list(map(documents.told, added)), "files": [str(path) for path in changed]})
    else:
        for path in changed:
            put(path)
    say(documents.summary(added, bare))
    if any(one.fate == REFUSED for one in added):
        raise typer.Exit(INPUT)


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
