"""Counts of many speeches on all cores, in their order; kept in the user's cache, so that a second try goes on."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context

from timbang import states
from timbang.adding.kept_counts import Kept
from timbang.errors import Problem
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders.lexical import LexicalCoder
from timbang.evidence.salience import Counts, count
from timbang.sources.ungdc import Speech

BATCH = 16  # speeches that a process takes at a time
LARGEST = 5_000_000  # bytes of a speech; no speech of the corpus has a tenth of that
Outcome = Counts | Problem
_coders: dict[str, tuple[Codebook, LexicalCoder]] = {}  # of this process, by the codebook's hash


def each(speeches: Sequence[Speech], codebook: Codebook, progress: Callable[[str], None]) -> Iterator[Outcome]:
    """The counts of each speech, or why it cannot be read. What is held in memory does not grow with the speeches."""
    kept, rest, done = Kept(codebook), iter(speeches), 0
    cores = max(1, min(_cores(), len(speeches) // BATCH))
    pool = _pool(cores, codebook)
    waiting: deque[tuple[list[Counts | None], Future[list[tuple[str, Outcome]]] | None]] = deque()
    try:
        while True:
            while len(waiting) < 2 * cores and (batch := list(islice(rest, BATCH))):
                known = [kept.find(key(one)) for one in batch]
                new = [one for one, counts in zip(batch, known, strict=True) if counts is None]
                waiting.append((known, pool.submit(_counted, new, codebook.hash) if new else None))
            if not waiting:
                return
            known, future = waiting.popleft()
            found = future.result() if future else []
            kept.keep({name: outcome for name, outcome in found if isinstance(outcome, Counts)})
            done += len(known)
            progress(f"{done} of {len(speeches)} speeches")
            fresh = (outcome for _, outcome in found)
            yield from (counts if counts is not None else next(fresh) for counts in known)
    finally:
        pool.shutdown(cancel_futures=True)


def _cores() -> int:
    """Cores that this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


def _pool(cores: int, codebook: Codebook) -> Executor:
    """Processes that begin from nothing, alike on every system; for a few speeches none is begun."""
    if cores == 1:
        return ThreadPoolExecutor(1, initializer=_prepare, initargs=(codebook,))
    return ProcessPoolExecutor(cores, get_context("spawn"), initializer=_prepare, initargs=(codebook,))


def _prepare(codebook: Codebook) -> None:
    _coders[codebook.hash] = codebook, LexicalCoder()


def key(speech: Speech) -> str:
    """What a speech's counts are kept under: its content and whose it is; empty if it cannot be read."""
    try:
        if speech.path.stat().st_size > LARGEST:
            return ""
        return f"{sha256(speech.path.read_bytes()).hexdigest()}-{speech.state}"
    except OSError:
        return ""


def _counted(speeches: Sequence[Speech], codebook: str) -> list[tuple[str, Outcome]]:
    return [(key(one), _outcome(one, *_coders[codebook])) for one in speeches]


def _outcome(speech: Speech, codebook: Codebook, coder: LexicalCoder) -> Outcome:
    """The counts of one speech."""
    notice = partial(Problem, file=speech.path.name, level="notice")
    try:
        if speech.path.stat().st_size > LARGEST:
            return notice(what="the file is too large for a speech", expected=f"at most {LARGEST // 1_000_000} MB")
        text = speech.path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return notice(what=f"the file cannot be read: {error.strerror}")
    except UnicodeDecodeError as error:
        return notice(what=f"the file is not UTF-8, at byte {error.start}", todo="Save it again as UTF-8")
    # In files of before 1997 a lone carriage return ends a paragraph.
    paragraphs = text.replace("\r\n", "\n").replace("\r", "\n\n")
    counts = count(paragraphs, codebook, coder, partial(_is, speech.state))
    return counts if counts.sentences else notice(what="the file is empty", todo="Delete it, or fetch it again")


def _is(state: str, speaker: str) -> bool:
    """Whether the speaker that a quotation names is the state that speaks: Kazakhstan believes that ..."""
    named = states.find(speaker) if speaker else None
    return named is not None and named.code == state
