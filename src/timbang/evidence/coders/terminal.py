"""Coding in the terminal: which passages a person has still to read, and the recording of each as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from timbang.evidence.codebook import Codebook
from timbang.evidence.coders._people import Given, check_name, coding, reading
from timbang.evidence.ledger import Ledger
from timbang.evidence.ledger_lines import Entry
from timbang.model.codings import Coding, Pass
from timbang.model.documents import Passage


class Waiting(NamedTuple):
    """A passage to be read, with its words."""

    document: str
    passage: Passage
    words: str


def next_passages(
    documents: Iterable[tuple[str, str, Sequence[Passage]]], entries: Iterable[Entry], coder: str, codebook: Codebook
) -> Iterator[Waiting]:
    """The passages that this person has not read with this codebook, in order; nobody else's codings are shown.

    `documents` gives each document's hash, text and passages. Running heads are left out.
    """
    name = check_name(coder)
    read = {
        (each.document, passage)
        for each in entries
        if isinstance(each, Pass) and each.coder == name and each.codebook.hash == codebook.hash
        for passage in each.passages
    }
    for document, text, passages in documents:
        for passage in passages:
            if passage.kind != "running" and (document, passage.id) not in read:
                yield Waiting(document, passage, text[passage.start : passage.end])


def record(ledger: Ledger, waiting: Waiting, given: Sequence[Given], coder: str, codebook: Codebook) -> list[Coding]:
    """Write down that the person read the passage and gave it these codes (perhaps none); on disk when it returns."""
    name = check_name(coder)
    codings = [coding(waiting.document, waiting.passage, each, name, codebook, "terminal") for each in given]
    return ledger.append(codings, [reading(waiting.document, [waiting.passage.id], name, codebook, "terminal")])


__all__ = ["Given", "Waiting", "next_passages", "record"]
