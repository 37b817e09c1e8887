"""The ZIP that a .qdpx is: opened only when nothing in it bursts, climbs out, or stands for something else."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from timbang.errors import TimbangError, stop
from timbang.evidence.exchange.markup import RESAVE

MEGABYTE = 1_000_000
LARGEST_MEMBER = 2_000 * MEGABYTE  # the standard keeps larger files outside the archive
LARGEST_ALL = 8_000 * MEGABYTE
LARGEST_TEXT = 50 * MEGABYTE
MOST_MEMBERS = 20_000
STEEPEST = 200  # unpacked bytes for each packed one, in members larger than any text may be
TRUST = "Do not trust the file: ask who made it to export it again"


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; TimbangError if it is broken, or made to do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            if trouble := _whole(archive, path.name) or next(filter(None, _members(archive, path.name)), None):
                raise trouble
            yield archive
    except (zipfile.BadZipFile, EOFError, zipfile.LargeZipFile, NotImplementedError) as error:
        raise stop("the file is no ZIP archive, or damaged", file=path.name, value=str(error), todo=RESAVE) from None
    except OSError as error:
        raise stop(f"the file cannot be read: {error.strerror or error}", file=path.name) from None


def _whole(archive: zipfile.ZipFile, file: str) -> TimbangError | None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        return stop(f"the archive holds {len(members):,} files", file=file, expected=f"at most {MOST_MEMBERS:,}")
    if (total := sum(member.file_size for member in members)) > LARGEST_ALL:
        return stop(f"the archive unpacks to {total // MEGABYTE:,} MB", file=file,
                    expected=f"at most {LARGEST_ALL // MEGABYTE:,} MB", todo=TRUST)  # fmt: skip
    return None


def _members(archive: zipfile.ZipFile, file: str) -> Iterator[TimbangError | None]:
    """What is wrong with each member, if anything."""
    seen: set[str] = set()
    for member in archive.infolist():
        name = member.filename
        if _climbs(name):
            yield stop("the archive holds a path that leads out of it", file=file, value=name, todo=TRUST)
        if stat.S_ISLNK(member.external_attr >> 16):
            yield stop("the archive holds a symbolic link", file=file, value=name, todo=TRUST)
        if name.lower() in seen:
            yield stop("the archive holds two files of one name", file=file, value=name, todo=TRUST)
        if member.flag_bits & 1:
            yield stop("the archive is encrypted", file=file, value=name, todo="Save it without a password")
        steep = member.file_size > max(LARGEST_TEXT, STEEPEST * member.compress_size)
        if steep or member.file_size > LARGEST_MEMBER:
            yield stop("a file in the archive unpacks to far more than it should", file=file, value=name,
                       expected=f"at most {STEEPEST} times its packed size", todo=TRUST)  # fmt: skip
        seen.add(name.lower())


def _climbs(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/"))
    return parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name or "\x00" in name


def content(archive: zipfile.ZipFile, name: str, file: str, largest: int) -> bytes:
    """The bytes of a member; TimbangError if it is damaged or larger than that, whatever it says of itself."""
    import zlib

    try:
        with archive.open(name) as member:
            data = member.read(largest + 1)
    except (zipfile.BadZipFile, EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
        raise stop("a file in the archive is damaged", file=file, value=f"{name}: {error}", todo=RESAVE) from None
    if len(data) > largest:
        raise stop(
            "a file in the archive is too large", file=file, value=name, expected=f"at most {largest // MEGABYTE} MB"
        )
    return data


def project_file(archive: zipfile.ZipFile, file: str) -> str:
    """The name of the one .qde at the archive's top: the standard calls it project.qde, some programs do not."""
    found = [name for name in archive.namelist() if "/" not in name and name.lower().endswith(".qde")]
    exact = [name for name in found if name.lower() == "project.qde"]
    if len(exact or found) == 1:
        return (exact or found)[0]
    raise stop("the archive holds no project" if not found else "the archive holds several projects", file=file,
               value=", ".join(found), expected="one file project.qde", todo=RESAVE)  # fmt: skip
