"""`timbang export CASE`: one table of a case as a file, or its codings for another program."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timbang.cli.options import Book, CaseWord
from timbang.errors import misuse

Table = Annotated[str, typer.Option(metavar="T", help="exercises, participants, memberships, ...")]
Format = Annotated[str, typer.Option("--format", metavar="csv|...", help="Of tables: csv, parquet, xlsx, dta; "
                                     "of codings: qdpx, qdc. Default: the file's ending.")]  # fmt: skip
Out = Annotated[Path, typer.Option(metavar="FILE", help="File to write.")]
Resolved = Annotated[bool, typer.Option("--resolved", help="Apply the case's resolution rule.")]
Onto = Annotated[Path | None, typer.Option(metavar="FILE", help="Codings: a .qdpx; all that is in it stays.")]


def export(
    case: CaseWord, out: Out, table: Table = "", form: Format = "", resolved: Resolved = False,
    codebook: Book = "balancing", onto: Onto = None,
) -> None:  # fmt: skip
    """Write a table of a case, or its codings, to a file.

    A table: every source's rows as they are; or, resolved, what the case's rule makes of them. Codings, with their
    documents, for programs that read REFI-QDA: a project (.qdpx), or the codes alone (.qdc).
    """
    from timbang.coding import CODINGS

    form = form or out.suffix.removeprefix(".").lower()
    if out.is_dir():
        raise misuse("this is a folder", file=str(out), expected="the name of a file to write")
    if form in CODINGS and not table:
        _codings(case, codebook, form, out, onto)
        return
    if not table:
        raise misuse("which table?", expected="a table, such as exercises; or a format of codings: qdpx, qdc",
                     todo="Name it: --table exercises")  # fmt: skip
    _table(case, table, form, out, resolved)


def _table(case: str, table: str, form: str, out: Path, resolved: bool) -> None:
    from timbang.cli.console import counted, put, say
    from timbang.cli.opening import opened
    from timbang.registry import exporters, pick
    from timbang.run import Study

    ways = {name: exporter for name, exporter in exporters().items() if exporter.takes == "table"}
    way = pick(ways, form, "format of tables")
    rows = Study(opened(case)).table(table.removesuffix(".csv"), resolved=resolved)
    out.parent.mkdir(parents=True, exist_ok=True)
    way.write(rows, out)
    put(out)
    say(f"{counted(rows.num_rows, 'row')}, {'after the resolution rule' if resolved else 'as the sources give them'}")


def _codings(case: str, codebook: str, form: str, out: Path, onto: Path | None) -> None:
    from timbang.cli.console import counted, listed, put, say
    from timbang.cli.opening import opened
    from timbang.coding.exchanging import to_file
    from timbang.evidence.codebook import open_codebook

    found = opened(case)
    book = open_codebook(codebook, found.folder)
    out.parent.mkdir(parents=True, exist_ok=True)
    number, problems = to_file(found, book, form, out, onto)
    put(out)
    for problem in problems:
        say(listed(problem))
    say(f"{counted(number, 'code' if form == 'qdc' else 'coding')} of {book.name}")
