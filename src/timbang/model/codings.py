"""A coding: that a coder read a passage as saying, or showing, what a code means; a pass: what a coder has read.

And what codings come to, document by document, when they are weighed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, NamedTuple

from timbang.text import Text

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReading:
    """What one coder read in one document of one implication: all passages of it that say the same are one."""

    id: str  # of its first coding
    line: int  # of the document in documents.csv
    implication: str
    unit: str
    target: str  # empty where it cannot be told
    year: int
    until: int
    seen: Literal["affirmed", "denied"]
    speaker: str  # the state or organization that speaks; empty where the document's voice is neither
    interest: str
    coder: str
    source: str
    origin: str  # that the document goes back to
    locator: str  # page and passage of the first coding
    words: str  # that it covers
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How a coder did against people, pooled over codes: see evidence.trials."""

    right: int
    wrong: int
    missed: int
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unweighed:
    """Codings that are not weighed: how many, why, and what to do."""

    what: Text
    todo: Text
    line: int = 0  # of documents.csv; 0: of the ledger as a whole
    column: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """The codings of a case as they are weighed, the coders that were tried, and what is not weighed."""

    readings: tuple[CodedReading, ...] = ()
    tried: Mapping[str, Tried] = field(default_factory=dict)
    unweighed: tuple[Unweighed, ...] = ()
