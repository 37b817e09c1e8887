"""What people's codings have in common, whether they come on a sheet or from the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timbang import __version__
from timbang.errors import misuse
from timbang.evidence.codebook import Codebook
from timbang.model.codings import Coding, Pass
from timbang.model.documents import Passage

PROGRAMS = ("lexical", "semantic")  # names that no person may take
VERSION = "1"


class Given(NamedTuple):
    """A code that a person gives to a passage, or to a stretch of it (`start` to `end` of the text)."""

    code: str
    negated: bool = False
    quoted: bool = False
    speaker: str = ""
    span: tuple[int, int] | None = None


def check_name(name: str) -> str:
    """A person's name as coder; UsageError if it is empty or that of a program."""
    name = " ".join(name.split())
    if not name or name.lower() in PROGRAMS:
        raise misuse("a coder who is a person needs a name that is no program's", value=name,
                     expected=f"any name but {', '.join(PROGRAMS)}")  # fmt: skip
    return name


def coding(document: str, passage: Passage, given: Given, coder: str, codebook: Codebook, way: str) -> Coding:
    """The coding of a person; UsageError if the codebook has no such code or the span leaves the passage."""
    if given.code not in codebook.codes:
        raise misuse("the codebook has no such code", value=given.code, expected=", ".join(codebook.codes))
    start, end = given.span or (passage.start, passage.end)
    if not passage.start <= start < end <= passage.end:
        raise misuse("the span is not within the passage", value=f"{start}-{end}",
                     expected=f"{passage.start}-{passage.end}")  # fmt: skip
    return Coding(
        document=document, passage=passage.id, start=start, end=end, code=given.code, coder=coder, by="person",
        codebook=codebook.edition, program=_program(way), kind=codebook.codes[given.code].aspect,
        negated=given.negated, quoted=given.quoted, speaker=given.speaker,
    )  # fmt: skip


def reading(document: str, passages: Sequence[str], coder: str, codebook: Codebook, way: str) -> Pass:
    """That a person has read these passages."""
    return Pass(document=document, coder=coder, by="person", codebook=codebook.edition, program=_program(way),
                passages=tuple(passages))  # fmt: skip


def _program(way: str) -> str:
    return f"timbang {__version__}, {way} {VERSION}"
