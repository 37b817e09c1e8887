"""Coding the documents of a case: by a program, by a person's sheet, or by a person in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from timbang.casefile.staging import refuse_shipped
from timbang.coding.texts import text_of, texts_of, to_code
from timbang.errors import Problem, misuse
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders import Coder, sheet
from timbang.evidence.coders._people import check_name
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.ledger import Ledger, entries, writing
from timbang.evidence.work import Done, already, code_documents
from timbang.model import Case
from timbang.model.codings import Coding, Pass

PROGRAMS = ("lexical", "semantic")


def program(name: str) -> Coder:
    """The coder of that name; TimbangError where what it needs is not installed."""
    if name == "semantic":
        from timbang.evidence.coders.semantic import SemanticCoder, encode

        encode(["Is the model there?"])
        return SemanticCoder()
    return LexicalCoder()


@contextmanager
def ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of a case that is the user's own, for writing."""
    refuse_shipped(folder)
    with writing(folder) as opened:
        yield opened


def by_program(
    case: Case, name: str, codebook: Codebook, progress: Callable[[int, int], None]
) -> tuple[Done, list[Problem]]:
    """Code every document not yet coded by this program with this codebook; what came of it, and the ledger's flaws."""
    documents, coder = [row.sha256 for row in to_code(case)], program(name)
    with ledger(case.folder) as opened:
        problems = list(opened.problems)
        done = already(entries(case.folder, problems))
        load = partial(text_of, case.folder)
        return code_documents(documents, load, coder, codebook, opened, done, progress=progress), problems


def blank_sheet(case: Case, codebook: Codebook, path: Path) -> int:
    """Write a sheet to code on, without anybody's codes; how many passages it has."""
    texts = {sha: (text, passages) for sha, text, passages in texts_of(case.folder, to_code(case))}
    return sheet.export_sheet(path, texts, codebook)


def by_sheet(case: Case, codebook: Codebook, path: Path, name: str) -> list[Coding]:
    """Take over what a person gave on a sheet; the codings that are new. TimbangError with every flaw of the sheet."""
    if name in PROGRAMS:
        raise misuse("whose sheet is it?", value=name, todo="Say it: --coder NAME")
    texts = {sha: (text, passages) for sha, text, passages in texts_of(case.folder, to_code(case))}
    codings, passes = sheet.import_sheet(path, texts, codebook, check_name(name))
    with ledger(case.folder) as opened:
        known = list(entries(case.folder))
        there = {one.id for one in known if isinstance(one, Coding)}
        read = {(one.document, one.coder, one.codebook, one.passages) for one in known if isinstance(one, Pass)}
        new = [one for one in codings if one.id not in there]
        fresh = [one for one in passes if (one.document, one.coder, one.codebook, one.passages) not in read]
        return opened.append(new, fresh)
