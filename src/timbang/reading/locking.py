"""Keeps two writers out of one case, or one file of it; the lock lies in the user's cache, never in the case."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timbang.errors import stop


@contextmanager
def lock(held_path: Path) -> Iterator[None]:
    """Hold a case's folder, or a file, for writing; TimbangError at once if another writer of this user holds it.

    The system frees the lock of a writer that died.
    """
    from filelock import FileLock, Timeout  # late: only writers need it

    path = _path(Path(held_path))
    holder = path.with_suffix(".pid")
    held = FileLock(path)
    try:
        held.acquire(timeout=0)
    except Timeout:
        raise stop("another timbang is writing here", value=str(held_path),
                   todo=f"Wait until it is done{_named(holder)}, then try again") from None  # fmt: skip
    try:
        holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        holder.unlink(missing_ok=True)
        held.release()


def _named(holder: Path) -> str:
    """` (process 123)`, if the holder said so."""
    try:
        pid = holder.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return f" (process {pid})" if pid.isdigit() else ""


def _path(held_path: Path) -> Path:
    """Where the lock lies: the same however the path is written."""
    same = os.path.normcase(held_path.resolve())
    return _locks() / f"{hashlib.sha256(same.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.lock"


def _locks() -> Path:
    import platformdirs

    for folder in (Path(platformdirs.user_cache_dir("timbang")), Path(tempfile.gettempdir()) / "timbang"):
        try:
            (folder / "locks").mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder / "locks"
    raise stop("there is no folder for locks", todo="Make the cache folder or the temporary folder writable")
