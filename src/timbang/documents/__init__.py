"""From bytes to passages: one file per document format, read in a process of its own."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from timbang.documents._anchoring import Anchor, reanchor, relocate
from timbang.documents._wire import extracted, plain
from timbang.documents._worker import Worker
from timbang.errors import TimbangError
from timbang.model.documents import Extracted

__all__ = ["Anchor", "Worker", "extracted", "page_image", "plain", "read", "read_all", "reanchor", "relocate"]

_shared: list[Worker] = []


def read(
    path: Path, languages: Sequence[str] = (), told: Callable[[int], None] | None = None, ocr: bool = False
) -> Extracted:
    """The text, passages and tables of a document, its format told by its content.

    `languages`: those of the case, likelier than others. `told` hears of each page. `ocr`: pages without text are
    recognized by tesseract, if that is installed. TimbangError if the file cannot be read; what is merely
    noteworthy is in the result's problems.
    """
    found = _worker().read(path, languages, told)
    if ocr and found.blank_pages:
        from timbang.documents._ocr import with_recognized  # late: few need it

        return with_recognized(path, found, languages)
    return found


def page_image(path: Path, page: int) -> bytes:
    """A page of a PDF, counted from 1, as PNG; TimbangError if it cannot be drawn."""
    return _worker().page_image(path, page)


def read_all(
    paths: Iterable[Path], languages: Sequence[str] = (), processes: int = 0
) -> Iterator[tuple[Path, Extracted | TimbangError]]:
    """Each document with what it holds, or with why it cannot be read, in the order given.

    One that cannot be read stops no other. As many processes as there are cores, unless `processes` says otherwise.
    """
    from timbang.documents._many import each

    yield from each(paths, languages, processes or os.cpu_count() or 1)


def _worker() -> Worker:
    if not _shared:
        _shared.append(Worker())
        atexit.register(_shared[0].close)
    return _shared[0]
