"""Times REFI-QDA: 20,000 codings of 100 texts written as .qdpx, read, changed and written again.

Run: python benchmarks/exchange.py [codings]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from _timing import machine

from timbang.evidence.codebook import open_codebook
from timbang.evidence.exchange.matching import Held
from timbang.evidence.exchange.project_in import read_project
from timbang.evidence.exchange.project_out import write_project
from timbang.evidence.exchange.to_codings import codings_of
from timbang.evidence.exchange.to_project import project_of
from timbang.model.codings import Coding
from timbang.model.documents import Passage

DOCUMENTS = 100
SENTENCE = "Para kepala negara menegaskan bahwa terorisme mengancam kawasan; déjà vu, угроза, 威胁 😀. "
LENGTH = len(SENTENCE)
T = TypeVar("T")


def timed(what: str, work: Callable[[], T]) -> T:
    began = time.perf_counter()
    done = work()
    print(f"{what}: {time.perf_counter() - began:.2f} s")
    return done


def held(number: int, sentences: int) -> Held:
    passages = tuple(Passage(id=f"p{n:04}", start=n * LENGTH, end=(n + 1) * LENGTH) for n in range(sentences))
    return Held(sha256=f"{number:064x}", title=f"Text {number}", text=f"{SENTENCE}" * sentences, passages=passages)


def main(number: int) -> None:
    book = open_codebook("balancing")
    each = number // DOCUMENTS
    documents = [held(n, each) for n in range(DOCUMENTS)]
    codes, coders = list(book.codes), ("lexical", "Ann", "Budi")
    codings = [
        Coding(document=one.sha256, passage=f"p{n:04}", start=n * LENGTH + 35, end=n * LENGTH + 63,
               code=codes[n % len(codes)], coder=coders[n % 3], by="person", codebook=book.edition,
               program="benchmark", kind="says", time="2026-11-23T10:00:00Z")
        for one in documents for n in range(each)
    ]  # fmt: skip
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "a.qdpx", Path(folder) / "b.qdpx"
        project = timed(
            f"{len(codings):,} codings to a project", lambda: project_of("P", codings, book, documents, "timbang")
        )
        timed("write", lambda: write_project(project, path))
        read = timed("read", lambda: read_project(path))
        found, problems = timed("project to codings", lambda: codings_of(read, book, documents))
        assert {coding.id for coding in found.values()} == {coding.id for coding in codings}
        assert not problems
        timed("write again, half of them gone", lambda: write_project(replace(read, marks=read.marks[::2]), again))
        assert len(read_project(again).marks) == (len(codings) + 1) // 2
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f".qdpx: {path.stat().st_size / 1e6:.1f} MB; peak memory {memory:.0f} MiB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
