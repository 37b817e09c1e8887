"""Many documents at once: a few processes side by side, results in the order of the documents, memory flat."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from timbang.documents._worker import Worker
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

Result = Extracted | TimbangError
AHEAD = 2  # documents for each process that are read before they are asked for


def each(paths: Iterable[Path], languages: Sequence[str], processes: int) -> Iterator[tuple[Path, Result]]:
    """Each document with what it holds, or why it cannot be read."""
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    workers = [Worker() for _ in range(processes)]
    for worker in workers:
        idle.put(worker)

    def read(path: Path) -> Result:
        worker = idle.get()
        try:
            return worker.read(path, languages)
        except TimbangError as error:
            return error
        finally:
            idle.put(worker)

    waiting: deque[tuple[Path, Future[Result]]] = deque()
    pool = ThreadPoolExecutor(processes)
    try:
        for path in map(Path, paths):
            waiting.append((path, pool.submit(read, path)))
            if len(waiting) > processes * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        for worker in workers:
            worker.close()
        pool.shutdown(cancel_futures=True)
