"""The ledger of codings: codings.jsonl, appended to and never rewritten, on disk before a coding is acknowledged."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from timbang.errors import Problem, stop
from timbang.evidence.ledger_lines import FILE, Entry, line_of, read_line
from timbang.model.codings import Coding, Pass
from timbang.reading.locking import lock

TORN = "codings.torn.jsonl"  # what a crash left of a last line
_PIECE = 1 << 16


class Ledger:
    """A case's ledger, open for writing; `writing` is the only way to one."""

    def __init__(self, path: Path):
        self.path = path
        self.problems: list[Problem] = []
        fresh = not path.exists()
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        if fresh:
            _sync_folder(path.parent)
        self.problems += _mend(self._file, path)

    def append(self, codings: Iterable[Coding], passes: Iterable[Pass] = ()) -> list[Coding]:
        """Write entries, all or none, and return the codings as written once they are on disk.

        TimbangError if the disk refuses; then nothing was acknowledged and nothing is left behind.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        written = [coding if coding.time else replace(coding, time=now) for coding in codings]
        read = [each if each.time else replace(each, time=now) for each in passes]
        data = b"".join([*map(line_of, written), *map(line_of, read)])
        if data:
            self._write(data)
        return written

    def _write(self, data: bytes) -> None:
        end = os.lseek(self._file, 0, os.SEEK_END)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(self._file, rest) :]
            os.fsync(self._file)
        except OSError as error:
            os.ftruncate(self._file, end)
            raise stop(f"the ledger cannot be written: {error.strerror}", file=str(self.path),
                       todo="Make room or mend permissions, then code these passages again") from error  # fmt: skip

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)


@contextmanager
def writing(case: Path) -> Iterator[Ledger]:
    """The ledger of a case for writing; TimbangError at once if someone else writes to it."""

    with lock(case / FILE):
        ledger = Ledger(case / FILE)
        try:
            yield ledger
        finally:
            ledger.close()


def entries(case: Path, problems: list[Problem] | None = None) -> Iterator[Entry]:
    """Every entry, in order, one at a time; lines that cannot be read become problems. Nothing if there is no ledger.

    An entry that stands twice (written, but not acknowledged, before a crash) is given once.
    """
    path, seen = case / FILE, set[tuple[str, ...]]()
    if not path.exists():
        return
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            entry = read_line(line, number)
            if isinstance(entry, Problem):
                if problems is not None:
                    problems.append(entry)
                continue
            mark = (entry.id,) if isinstance(entry, Coding) else (*entry.key, *entry.passages)
            if mark not in seen:
                seen.add(mark)
                yield entry


def _mend(file: int, path: Path) -> list[Problem]:
    """Set a torn last line aside; add the line end to a whole one that lacks it. Says what was done."""
    size = os.lseek(file, 0, os.SEEK_END)
    tail = _last_line(file, size)
    if not tail:
        return []
    if not isinstance(read_line(tail, 0), Problem):
        os.lseek(file, 0, os.SEEK_END)
        os.write(file, b"\n")
        os.fsync(file)
        return []
    with (path.parent / TORN).open("ab") as aside:
        aside.write(tail + b"\n")
        aside.flush()
        os.fsync(aside.fileno())
    os.ftruncate(file, size - len(tail))
    os.fsync(file)
    what = "the last line was torn, as by a crash; it was never acknowledged and is kept aside"
    return [
        Problem(what=what, file=FILE, value=tail[:80].decode("utf-8", "replace"), level="notice", todo=f"See {TORN}")
    ]


def _last_line(file: int, size: int) -> bytes:
    """What stands after the last line end."""
    found, at = b"", size
    while at > 0 and b"\n" not in found:
        at = max(0, at - _PIECE)
        os.lseek(file, at, os.SEEK_SET)
        found = os.read(file, min(_PIECE, size - at - len(found))) + found
    return found.rpartition(b"\n")[2]


def _sync_folder(folder: Path) -> None:
    """Make a new file's name durable, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
