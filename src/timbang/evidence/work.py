"""Codes many documents with a program: on all cores, resumed where it stopped, on disk before it counts as done."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from timbang.errors import Problem, TimbangError
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders import Coder
from timbang.evidence.ledger import Ledger
from timbang.evidence.ledger_lines import Entry
from timbang.model.codings import Coding, Pass
from timbang.model.documents import Passage

Load = Callable[[str], tuple[str, Sequence[Passage]]]  # document -> its text and passages; picklable
FEW = 8  # documents for which another process is not worth starting
BATCH, PATIENCE = 64, 0.5  # documents, seconds between two writes to the disk


@dataclass(slots=True)
class Done:
    """What a run of a coder came to."""

    coded: int = 0
    skipped: int = 0
    codings: int = 0
    problems: list[Problem] = field(default_factory=list)


_Result = tuple[str, list[Coding], tuple[Problem, ...]]


def already(entries: Iterable[Entry]) -> set[tuple[str, str, str, str]]:
    """The keys of whole documents that coders have read."""
    return {entry.key for entry in entries if isinstance(entry, Pass) and not entry.passages}


def code_documents(
    documents: Sequence[str], load: Load, coder: Coder, codebook: Codebook, ledger: Ledger,
    done: set[tuple[str, str, str, str]], workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Done:  # fmt: skip
    """Code every document not yet done by this coder, version and codebook; one that cannot be read becomes a problem.

    `progress(done, all)` is called when documents are on disk. Interrupted, what was called done is kept.
    """
    waiting = [name for name in documents if _pass(name, coder, codebook).key not in done]
    report = Done(skipped=len(documents) - len(waiting))
    cores = workers or os.cpu_count() or 1
    with _results(waiting, load, coder, codebook, 1 if len(waiting) < FEW else cores) as results:
        for batch in _batches(results):
            good = [(name, codings) for name, codings, problems in batch if not problems]
            passes = [_pass(name, coder, codebook) for name, _ in good]
            ledger.append([coding for _, codings in good for coding in codings], passes)
            report.coded += len(good)
            report.codings += sum(len(codings) for _, codings in good)
            report.problems += [problem for _, _, problems in batch for problem in problems]
            if progress:
                progress(report.skipped + report.coded, len(documents))
    return report


def program(coder: Coder) -> str:
    """How the ledger names a program and its version."""
    from timbang import __version__

    return f"timbang {__version__}, {coder.name} {coder.version}"


def _pass(name: str, coder: Coder, codebook: Codebook) -> Pass:
    return Pass(document=name, coder=coder.name, by=coder.by, codebook=codebook.edition, program=program(coder))


def _batches(results: Iterator[_Result]) -> Iterator[list[_Result]]:
    """Results as they come, a few at a time, so that the disk is not waited for after each."""
    batch: list[_Result] = []
    began = time.monotonic()
    for result in results:
        batch.append(result)
        if len(batch) >= BATCH or time.monotonic() - began > PATIENCE:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch


@contextmanager
def _results(
    names: Sequence[str], load: Load, coder: Coder, codebook: Codebook, cores: int
) -> Iterator[Iterator[_Result]]:
    """The results of all documents, in order, from this process or from several."""
    if cores == 1:
        yield (_one(name, load, coder, codebook) for name in names)
        return
    fresh = multiprocessing.get_context("spawn")  # a fork would copy locks that threads hold
    with fresh.Pool(cores, _begin, (load, coder, codebook)) as pool:
        yield pool.imap(_go, names, chunksize=4)


def _one(name: str, load: Load, coder: Coder, codebook: Codebook) -> _Result:
    try:
        text, passages = load(name)
        return name, list(coder.code(passages, text, codebook, name)), ()
    except TimbangError as error:
        return name, [], error.problems
    except OSError as error:
        what = f"the document cannot be read: {error.strerror}"
        return name, [], (Problem(what=what, file=name, todo="Check the file, then code again"),)


_mine: list[tuple[Load, Coder, Codebook]] = []  # of a worker process


def _begin(load: Load, coder: Coder, codebook: Codebook) -> None:
    _mine[:] = [(load, coder, codebook)]


def _go(name: str) -> _Result:
    return _one(name, *_mine[0])
