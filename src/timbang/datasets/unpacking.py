"""Takes the files out of what was fetched: a file as it is, or a ZIP archive's, also of archives within it."""

from __future__ import annotations

import re
import shutil
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from timbang.errors import stop

LARGEST = 2_000_000_000  # bytes unpacked
DEPTH = 2  # COW's capabilities lie in an archive within an archive
CANNOT = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)


def unpacked(fetched: Path, place: Path, address: str, name: str) -> list[Path]:
    """The files, each in a folder of its own below `place`; a single one bears the address's name, else `name`.

    TimbangError if an archive is damaged, or too large when unpacked.
    """
    if not _is_archive(fetched):
        return [Path(shutil.copy2(fetched, place / (_plain(unquote(urlsplit(address).path)) or name)))]
    try:
        return _members(fetched, place, DEPTH)
    except CANNOT as error:
        raise stop("the archive cannot be unpacked", value=address, expected=str(error),
                   todo="Fetch it again; if it is protected, unpack it by hand") from None  # fmt: skip


def _is_archive(path: Path) -> bool:
    """Whether it is a ZIP archive, and no workbook, which is one too."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return "xl/workbook.xml" not in archive.namelist()


def _members(packed: Path, place: Path, depth: int) -> list[Path]:
    """The files of an archive by their bare names; what a Mac hides in it is passed over."""
    found: list[Path] = []
    with zipfile.ZipFile(packed) as archive:
        if (size := sum(member.file_size for member in archive.infolist())) > LARGEST:
            raise stop("the archive is too large", value=f"{size // 1_000_000} MB",
                       expected=f"at most {LARGEST // 1_000_000} MB unpacked")  # fmt: skip
        for number, member in enumerate(archive.infolist()):
            name = _plain(member.filename)
            if member.is_dir() or not name or name[0] == "." or member.filename.startswith("__MACOSX"):
                continue
            path = place / str(number) / name
            path.parent.mkdir()
            with archive.open(member) as source, path.open("wb") as file:
                shutil.copyfileobj(source, file)
            if depth > 1 and _is_archive(path):
                found += _members(path, path.parent, depth - 1)
                path.unlink()
            else:
                found.append(path)
    return found


def _plain(path: str) -> str:
    """The last part of a path, in letters that every system takes."""
    return re.sub(r"[^\w. ()-]", "_", PurePosixPath(path.replace("\\", "/")).name)[-100:]
