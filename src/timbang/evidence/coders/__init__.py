"""Coders: programs and people who give codes to passages, behind one interface."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from timbang.evidence.codebook import Codebook
from timbang.model.codings import By, Coding
from timbang.model.documents import Passage


class Coder(Protocol):
    """Gives codes to passages of a document.

    `code` yields codings in order of the text, the same for the same input. Their `document` is what
    it is given; `time` is set when they are written to the ledger.
    """

    @property
    def name(self) -> str:
        """What the coder is called in the ledger."""

    @property
    def version(self) -> str:
        """Its own version: of the program, or of the sheet's form."""

    @property
    def by(self) -> By:
        """Person or program."""

    def code(self, passages: Sequence[Passage], text: str, codebook: Codebook, document: str = "") -> Iterator[Coding]:
        """The codings of these passages of the document's text."""


__all__ = ["Coder"]
