"""How much a document may ask of the machine: every limit, and the pulse by which a reader shows that it lives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from timbang.errors import TimbangError, stop

MEGABYTE = 1_000_000
LARGEST_FILE = 300 * MEGABYTE  # bytes of any document
LARGEST_PLAIN = 50 * MEGABYTE  # bytes of a document that is read whole: text, Markdown, HTML
LARGEST_MEMBER = 100 * MEGABYTE  # bytes of one file inside a DOCX or EPUB, unpacked
LARGEST_UNPACKED = 500 * MEGABYTE  # bytes of all of them
MOST_MEMBERS = 20_000  # files inside a DOCX or EPUB
STEEPEST = 200  # unpacked bytes for each packed one, in members that unpack to more than a megabyte
LONGEST_TEXT = 50_000_000  # code points a document may come to
MOST_PAGES = 20_000
MOST_ON_A_PAGE = 200_000  # letters on one page
SECONDS_A_STEP = 60.0  # from one page or chapter to the next, before the reader is stopped
SECONDS = 3_600.0  # for one document
MEGABYTES = 1_024  # of memory the reader may take beyond what it began with
MOST_PIXELS = 25_000_000  # of a page image
DPI = 150  # of a page image, where its size allows

_beat: list[Callable[[int], None]] = []


def beat(step: int) -> None:
    """Say that a page or chapter is done; a reader that stays silent is stopped."""
    for listener in _beat:
        listener(step)


def listen(listener: Callable[[int], None]) -> None:
    """Have somebody told of each page that is done: the child process tells its parent."""
    _beat[:] = [listener]


def contents(path: Path, largest: int = LARGEST_PLAIN) -> bytes:
    """The bytes of a document that is read whole; TimbangError where there are too many."""
    with path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise too_large(path, largest)
    return data


def too_large(path: Path, largest: int) -> TimbangError:
    """The error for a file beyond its limit."""
    return stop("the file is too large", file=path.name, expected=f"at most {largest // MEGABYTE} MB",
                todo="Split it, or take out its images")  # fmt: skip


def too_long(path: Path) -> TimbangError:
    """The error for more text than one document may hold."""
    return stop("the document holds too much text", file=path.name,
                expected=f"at most {LONGEST_TEXT:,} characters", todo="Split it")  # fmt: skip
