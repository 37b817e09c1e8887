"""Codings and passages made up for tests."""

from timbang.evidence.codebook import Codebook, open_codebook
from timbang.model.codings import Coding, Edition, Pass
from timbang.model.documents import Passage

EDITION = Edition("balancing", "1", "0" * 16)


def balancing() -> Codebook:
    return open_codebook("balancing")


def coding(coder: str = "Ana", passage: str = "p0001", code: str = "sovereignty", **other: object) -> Coding:
    values = {
        "document": "d1", "passage": passage, "start": 0, "end": 10, "code": code, "coder": coder, "by": "person",
        "codebook": EDITION, "program": "timbang 0, sheet 1", "kind": "says",
    }  # fmt: skip
    return Coding(**(values | other))  # type: ignore[arg-type]


def reading(coder: str = "Ana", passages: tuple[str, ...] = (), **other: object) -> Pass:
    values = {"document": "d1", "coder": coder, "by": "person", "codebook": EDITION, "program": "timbang 0, sheet 1"}
    return Pass(passages=passages, **(values | other))  # type: ignore[arg-type]


def passage(text: str, start: int = 0, name: str = "p0001", **other: object) -> Passage:
    return Passage(id=name, start=start, end=len(text), **other)  # type: ignore[arg-type]
