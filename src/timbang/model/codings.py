"""A coding: that a coder read a passage as saying, or showing, what a code means; and a pass: what a coder has read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, NamedTuple

By = Literal["person", "program"]
Aspect = Literal["says", "does"]
ALL: tuple[str, ...] = ()  # as the passages of a pass: every passage of the document


class Edition(NamedTuple):
    """Which codebook, exactly: its name, its own version, and a hash of what its codes say."""

    name: str
    version: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One code given to one stretch of a document's text, `start` to `end`, exclusive, in code points.

    `speaker` is whose words they are where the text names one, else empty: the document's own voice.
    `settles` names the codings that this one decides between; they stay as they are. A settlement
    whose `code` is empty says that none of them holds.
    """

    document: str  # SHA-256 of the document
    passage: str
    start: int
    end: int
    code: str
    coder: str
    by: By
    codebook: Edition
    program: str  # what wrote it down: "timbang 0.1.0, lexical 1"
    kind: Aspect
    negated: bool = False
    quoted: bool = False
    speaker: str = ""
    score: float = 1.0
    settles: tuple[str, ...] = ()
    time: str = ""  # ISO 8601, UTC; set when it is written down

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits: the same for the same coding, whenever it is made."""
        parts = (self.document, self.passage, self.start, self.end, self.code, self.coder, self.by, *self.codebook,
                 self.program, self.negated, self.quoted, self.speaker, self.score, *self.settles)  # fmt: skip
        return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """That a coder has read these passages of a document: where it gave no code, it saw none."""

    document: str
    coder: str
    by: By
    codebook: Edition
    program: str
    passages: tuple[str, ...] = ALL
    time: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Document, coder, program and codebook: a second pass with the same key would find the same."""
        return self.document, self.coder, self.program, self.codebook.hash
