"""`timbang extract exercises DOCUMENT`: the exercises that a document speaks of, suggested; nothing is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timbang.cli.options import Ocr
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.model.suggestions import Suggestion

FORMATS = ("table", "csv", "json")
What = Annotated[str, typer.Argument(metavar="exercises", help="What to extract: exercises.")]
File = Annotated[Path, typer.Argument(metavar="DOCUMENT", help="A PDF, DOCX, HTML, EPUB, Markdown or text file.")]
Form = Annotated[str, typer.Option("--format", metavar="table|csv|json", help="How to answer; default table.")]


def extract(what: What, document: File, form: Form = "table", ocr: Ocr = False) -> None:
    """Suggest the exercises that a document speaks of.

    From its tables and its prose, with the place of each in the text. Nothing is written: `timbang add document` and
    `timbang review` bring them into a case.
    """
    from timbang.cli.console import Progress, counted, listed, say
    from timbang.cli.failures import INPUT
    from timbang.documents import read
    from timbang.evidence.extraction import suggest

    if what != "exercises":
        raise misuse(f"{what!r} cannot be extracted", expected="exercises")
    if form not in FORMATS:
        raise misuse(f"there is no format {form!r}", expected=" or ".join(FORMATS))
    progress = Progress()
    try:
        found = read(document, told=lambda page: progress(f"reading {document.name}, page {page}"), ocr=ocr)
        progress(f"looking for exercises in {document.name}")
        suggestions = suggest(found)
    finally:
        progress.done()
    _put(suggestions, form)
    for problem in found.problems:
        say(listed(problem))
    say(f"{counted(len(suggestions), 'exercise')} suggested")
    if any(problem.level == "problem" for problem in found.problems):
        raise typer.Exit(INPUT)


def _put(suggestions: list[Suggestion], form: str) -> None:
    from timbang.cli.console import put, put_json, put_table
    from timbang.report.tables_csv import as_csv
    from timbang.reviewing.suggested import COLUMNS, TABLE, cells, plain, shown

    if form == "json":
        put_json([plain(one) for one in suggestions])
        return
    if form == "csv":
        rows = [cells(one) for one in suggestions]
        put(as_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]).rstrip("\n"))
    elif suggestions:
        put_table([TABLE, *map(shown, suggestions)])
