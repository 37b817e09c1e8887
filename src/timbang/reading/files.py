"""Reads the bytes of one case file: a regular file, inside the folder, not too large."""

from __future__ import annotations

from pathlib import Path

from timbang.errors import Problem
from timbang.reading.encoding import decode
from timbang.reading.paths import inside

MEGABYTE = 1_000_000
LARGEST_TABLE = 256 * MEGABYTE  # bytes of a CSV file: some two million rows
LARGEST_YAML = 1 * MEGABYTE
LARGEST_BIB = 8 * MEGABYTE


def read_text(folder: Path, name: str, largest: int) -> tuple[str | None, list[Problem]]:
    """The text of a case file (None if there is no such file or it cannot be read), and problems."""
    path = inside(folder, name)
    if isinstance(path, Problem):
        return None, [path]
    try:
        if not path.exists():
            return None, []
        data = _bytes(path, largest)
    except OSError as error:
        return None, [
            Problem(what=f"the file cannot be read: {error.strerror}", file=name, todo="Check its permissions")
        ]
    if isinstance(data, str):
        return None, [Problem(what=data, file=name, expected=f"a file of at most {largest // MEGABYTE} MB")]
    text, problems = decode(data, name)
    return (text or None) if problems else text, problems


def _bytes(path: Path, largest: int) -> bytes | str:
    """The bytes, or why they are not read. Pipes and devices would keep us waiting for ever."""
    if not path.is_file():
        return "this is not a regular file"
    with path.open("rb") as file:
        data = file.read(largest + 1)
    return data if len(data) <= largest else "the file is too large"
