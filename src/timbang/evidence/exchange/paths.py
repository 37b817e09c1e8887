"""Where a source's file is: internal://, relative:// and absolute:// paths, in the ways programs write them.

Nothing outside the archive is opened but files beside it: a project may come from a stranger, and what it
names would be sent on with the next export.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

SCHEMES = ("internal", "relative", "absolute")


def members(names: list[str]) -> dict[str, str]:
    """The files of an archive by their small-letter path, and by the path without `sources/`, its folder."""
    known = {name.lower(): name for name in names}
    inner = {name.lower().partition("/")[2]: name for name in names if name.lower().startswith("sources/")}
    return inner | known


def member(given: str, known: Mapping[str, str]) -> str | None:
    """The member that an internal path names; a path without scheme is taken for one. None if there is none."""
    scheme, path = parted(given)
    if scheme != "internal":
        return None
    tries = (path, unquote(path))
    return next((known[name.lower()] for name in tries if name.lower() in known), None)


def beside(given: str, base: str, archive: Path) -> Path | None:
    """The file that a relative path names, if it lies in the archive's folder or below it and is there."""
    scheme, path = parted(given)
    if scheme != "relative":
        return None
    folder = archive.resolve().parent
    below = parted(base)[1] if parted(base)[0] == "relative" else ""
    for name in (path, unquote(path)):
        found = folder.joinpath(*_steps(below), *_steps(name))
        inside = found.resolve().is_relative_to(folder) and ".." not in PurePosixPath(name).parts
        if inside and found.is_file():
            return found
    return None


def parted(given: str) -> tuple[str, str]:
    r"""Scheme and path: `internal:///a.txt`, `internal://a.txt` and `a.txt` are all one; `\` is `/`."""
    scheme, mark, path = given.strip().replace("\\", "/").partition("://")
    if mark and scheme.lower() in SCHEMES:
        return scheme.lower(), path.lstrip("/") if scheme.lower() != "absolute" else path
    plain = given.strip().replace("\\", "/")
    return ("absolute", plain) if plain.startswith("/") or plain[1:2] == ":" else ("internal", plain)


def _steps(path: str) -> tuple[str, ...]:
    return tuple(part for part in PurePosixPath(path).parts if part not in ("/", "..", "."))
