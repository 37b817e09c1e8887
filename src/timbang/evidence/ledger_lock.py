"""Locks two writers out of one ledger; the lock lies in the user's cache, never in the case."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timbang.errors import stop


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a ledger; TimbangError at once if another writer holds it. The system frees the lock of a dead one."""
    from filelock import FileLock, Timeout  # late: only writers need it

    lock = FileLock(_folder() / f"{_name(path)}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise stop(
            "another writer holds this ledger", file=str(path), todo="Wait until it is done, then try again"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _name(path: Path) -> str:
    same = os.path.normcase(path.resolve())
    return "ledger-" + hashlib.sha256(same.encode("utf-8", "surrogateescape")).hexdigest()[:32]


def _folder() -> Path:
    import platformdirs

    for folder in (Path(platformdirs.user_cache_dir("timbang")), Path(tempfile.gettempdir()) / "timbang"):
        try:
            (folder / "locks").mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder / "locks"
    raise stop("there is no folder for locks", todo="Make the cache folder or the temporary folder writable")
