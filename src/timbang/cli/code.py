"""`timbang code CASE`: the documents of a case are coded, by a program, in the terminal, or on a sheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timbang.cli.options import Book, CaseWord
from timbang.errors import misuse

if TYPE_CHECKING:
    from timbang.evidence.codebook import Codebook
    from timbang.model import Case

Coder = Annotated[str, typer.Option(metavar="lexical|NAME", help="A program (lexical, semantic), or who you are.")]
Sheet = Annotated[Path | None, typer.Option(metavar="OUT", help="Write a blank sheet to code on: .csv or .xlsx.")]
Import = Annotated[Path | None, typer.Option("--import", metavar="FILE", help="Read a coded sheet, a .qdpx or a .qdc.")]


def code(
    case: CaseWord, codebook: Book = "balancing", coder: Coder = "lexical", sheet: Sheet = None, taken: Import = None
) -> None:
    """Code the documents of a case.

    Without options by the lexical coder: every document once, on all cores; after a stop it goes on where it was.
    With --coder NAME you code in the terminal, passage by passage, without seeing what others gave. With --sheet you
    get a sheet instead, and --import FILE --coder NAME reads it back. Codings go into CASE/codings.jsonl.
    """
    from timbang.cli.opening import opened
    from timbang.coding.coders import PROGRAMS
    from timbang.evidence.codebook import open_codebook

    if sheet and taken:
        raise misuse("a sheet is either written or read", value=f"{sheet}, {taken}")
    found = opened(case)
    if taken and taken.suffix.lower() == ".qdc":
        _codebook(found, taken)
        return
    book = open_codebook(codebook, found.folder)
    if sheet:
        _blank(found, book, sheet)
    elif taken:
        _import(found, book, taken, coder)
    elif coder in PROGRAMS:
        _program(found, book, coder)
    else:
        from timbang.cli.coding import ask

        ask(found, book, coder)


def _program(case: Case, book: Codebook, name: str) -> None:
    from timbang.cli.console import Progress, counted, listed, say
    from timbang.cli.failures import INPUT
    from timbang.coding.coders import by_program

    progress = Progress()
    try:
        done, problems = by_program(case, name, book, lambda n, of: progress(f"coded {n} of {of} documents"))
    finally:
        progress.done()
    problems += done.problems
    for problem in problems:
        say(listed(problem))
    before = f"; {done.skipped} coded before" if done.skipped else ""
    say(f"{counted(done.codings, 'coding')} in {counted(done.coded, 'document')} by {name} with {book.name}{before}")
    if any(problem.level == "problem" for problem in problems):
        raise typer.Exit(INPUT)


def _blank(case: Case, book: Codebook, path: Path) -> None:
    from timbang.cli.console import counted, put, say
    from timbang.coding.coders import blank_sheet

    if path.exists():
        raise misuse("there is such a file, and it may hold codes", file=str(path), todo="Name another")
    number = blank_sheet(case, book, path)
    put(path)
    say(f"{counted(number, 'passage')}; put codes into the column codes, separated by |, and yes into read where there")
    say(f"is none; then: timbang code CASE --import {path} --coder NAME. The codes: timbang show {book.name}")


def _codebook(case: Case, path: Path) -> None:
    from timbang.cli.console import counted, listed, put, say
    from timbang.coding.codebook_in import take_over

    made, codes, problems = take_over(case.folder, path)
    put(made)
    for problem in problems:
        say(listed(problem))
    say(f"{counted(codes, 'code')}; people can code with --codebook {made.stem}; the lexical coder needs terms in it")


def _import(case: Case, book: Codebook, path: Path, coder: str) -> None:
    from timbang.cli.console import counted, listed, say

    if path.suffix.lower() == ".qdpx":
        from timbang.coding.exchanging import from_file

        new, known, problems = from_file(case, book, path)
        for problem in problems:
            say(listed(problem))
        say(f"{counted(len(new), 'coding')} taken over; {known} were there")
        return
    from timbang.coding.coders import by_sheet

    say(f"{counted(len(by_sheet(case, book, path, coder)), 'coding')} by {coder} taken over")
