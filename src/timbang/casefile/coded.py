"""The codings of a case as the weighing takes them: what each coder read in each document, and what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from timbang.casefile import uncoded
from timbang.casefile.codedreadings import Sorting
from timbang.casefile.membershipfiles import organizations
from timbang.casefile.read import Read
from timbang.casefile.texts import FOLDER
from timbang.casefile.texts import read as read_text
from timbang.errors import Problem, TimbangError
from timbang.evidence.codebook import Codebook, available, open_codebook
from timbang.evidence.ledger import entries
from timbang.evidence.ledger_lines import FILE, Entry
from timbang.evidence.standing import standing
from timbang.evidence.trials import Trial, trials
from timbang.model import Document, Membership
from timbang.model.codings import Coded, Coding, Edition, Pass, Tried, Unweighed
from timbang.model.documents import Extracted

_HASH = re.compile("[0-9a-f]{64}")


def coded(read: Read) -> Coded:
    """Everything that the ledger of a case comes to; nothing where there is none, or the case's theories are at fault.

    Only codings of the codebooks at hand count, in the edition at hand; whatever does not is told under `unweighed`.
    """
    from timbang.inference import theoryfile  # late: a case without codings needs none of it

    if read.head is None or not (read.folder / FILE).is_file():
        return Coded()
    try:
        implications, assumed = theoryfile.implications(read.folder), theoryfile.assumptions()
    except TimbangError:
        return Coded()  # questionchecks tells what is wrong with the case's theories
    problems: list[Problem] = []
    every = list(entries(read.folder, problems))
    books, strange = _books(read, every)
    texts = _texts(read, every)
    passages = {sha: [one.id for one in text.passages] for sha, text in texts.items()}
    tried = _tried(every, books, passages)
    measured = {coder for coder, of in tried.items() if of.passages >= assumed.coder_passages and not of.open}
    sorting = Sorting(read, set(implications), texts, parties(read))
    aside: Counter[str] = Counter({uncoded.UNREADABLE: len(problems)})
    for book in books.values():
        found = standing(*_of(every, book.edition), passages, measured)
        aside.update({uncoded.UNCONFIRMED: found.unconfirmed, uncoded.DISPUTED: found.disputed})
        sorting.take(found.codings, book)
    return Coded(
        readings=tuple(sorting.readings.values()),
        tried={coder: _counts(tried[coder]) for coder in sorted(measured)},
        unweighed=(*uncoded.of_documents(sorting), *uncoded.of_ledger(aside + sorting.aside), *strange),
    )


def _books(read: Read, every: Iterable[Entry]) -> tuple[dict[Edition, Codebook], list[Unweighed]]:
    """The codebooks at hand by the edition that codings were made with, and the editions that are not at hand."""
    made = Counter(one.codebook for one in every if isinstance(one, Coding))
    books: dict[Edition, Codebook] = {}
    strange, known = [], available(read.folder)
    for edition in sorted(made):
        try:
            book = open_codebook(edition.name, read.folder) if edition.name in known else None
        except TimbangError as error:
            strange.append(uncoded.broken(edition, made[edition], str(error.problems[0])))
            continue
        if book and book.edition == edition:
            books[edition] = book
        else:
            strange.append(uncoded.edition(edition, made[edition]))
    return books, strange


def _texts(read: Read, every: Iterable[Entry]) -> dict[str, Extracted]:
    """The frozen texts of coded documents that are listed, where they are there and sound."""
    wanted = {one.document for one in every}
    texts = {}
    for row in read.rows(Document):
        if (
            row.sha256 in wanted
            and _HASH.fullmatch(row.sha256)
            and (read.folder / FOLDER / f"{row.sha256}.json").is_file()
        ):
            found, problems = read_text(read.folder, row.sha256)
            if found is not None and not problems:
                texts[row.sha256] = found
    return texts


def _tried(
    every: Iterable[Entry], books: Mapping[Edition, Codebook], passages: Mapping[str, list[str]]
) -> dict[str, Trial]:
    """How each coder did, over all codebooks."""
    pooled: dict[str, Trial] = {}
    for edition, book in books.items():
        for coder, trial in trials(*_of(every, edition), passages, list(book.codes)).items():
            pooled[coder] = pooled.get(coder, Trial()) + trial
    return pooled


def _of(every: Iterable[Entry], edition: Edition) -> tuple[list[Coding], list[Pass]]:
    mine = [one for one in every if one.codebook == edition]
    return [one for one in mine if isinstance(one, Coding)], [one for one in mine if isinstance(one, Pass)]


def _counts(trial: Trial) -> Tried:
    of = trial.counts
    return Tried(right=of.right, wrong=of.wrong, missed=of.missed, rest=of.rest)


def parties(read: Read) -> set[str]:
    """Organizations by their short names, and the outside powers as case.yml writes them."""
    named = {row.organization for row in read.rows(Membership)} | {one.code for one in organizations().values()}
    return named | {read.head.organization, *read.head.outside} if read.head else named


def notices(read: Read) -> Iterator[Problem]:
    """What of the codings is not weighed, as remarks of the check."""
    for one in read.coded.unweighed:
        yield Problem(what=one.what.en, file=Document.FILE if one.line else FILE, line=one.line, column=one.column,
                      value=one.value, todo=one.todo.en, level="notice")  # fmt: skip
