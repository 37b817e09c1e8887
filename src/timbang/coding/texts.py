"""The texts of a case's documents, as coders and the search ask for them; a document without a text is legal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timbang.casefile.texts import FOLDER, document_hash, load
from timbang.errors import stop
from timbang.evidence.exchange.matching import Held
from timbang.model import Case, Document
from timbang.model.documents import Passage


def readable(case: Case) -> list[Document]:
    """The documents that have a text, in the order of documents.csv."""
    return [row for row in case.of(Document) if (case.folder / FOLDER / f"{row.sha256}.json").is_file()]


def to_code(case: Case) -> list[Document]:
    """The same; TimbangError if there are none."""
    found = readable(case)
    if not found:
        raise stop("the case has no document with a text", value=case.name,
                   todo="Add some with: timbang add document FILE --case CASE")  # fmt: skip
    return found


def with_text(case: Case) -> dict[str, Document]:
    """The documents that have a text, by the hash of what is frozen."""
    return {document_hash(case.folder / FOLDER / f"{row.sha256}.json"): row for row in readable(case)}


def text_of(folder: Path, sha: str) -> tuple[str, tuple[Passage, ...]]:
    """The text and the passages of a document."""
    found = load(folder, sha)
    return found.text, found.passages


def texts_of(folder: Path, documents: Iterable[Document]) -> Iterator[tuple[str, str, tuple[Passage, ...]]]:
    """Each document's hash, text and passages, one at a time."""
    for row in documents:
        yield row.sha256, *text_of(folder, row.sha256)


def held(case: Case) -> list[Held]:
    """The documents as they are exchanged with other programs, with their files where these are there."""
    found = []
    for row in readable(case):
        text, passages = text_of(case.folder, row.sha256)
        file = case.folder / row.path if row.path else None
        there = file if file and file.is_file() else None
        found.append(Held(sha256=row.sha256, title=row.title, text=text, passages=passages, original=there))
    return found
