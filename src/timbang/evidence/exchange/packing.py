"""Packs a project's archive: the same project always gives the same bytes."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import IO

from timbang.evidence.exchange import archive

QDE = "project.qde"
Contents = dict[str, str | Path]  # members to write: a text, or a file to copy


def pack(path: Path, qde: bytes, old: Path | None, contents: Contents) -> None:
    """Fill an archive: the project, what the archive it was read from held, and what is new."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr(_info(QDE), qde)
        if old is not None:
            _carry(target, old, contents)
        for name, content in sorted(contents.items()):
            if isinstance(content, str):
                target.writestr(_info(name), content.encode("utf-8", "replace"))
            else:
                with content.open("rb") as file:
                    _copy(target, name, file, content.stat().st_size)


def _carry(target: zipfile.ZipFile, old: Path, contents: Contents) -> None:
    """Copy what an archive holds, but for its project and what is written anew."""
    with archive.opened(old) as held:
        skipped = {archive.project_file(held, old.name), *contents}
        for member in held.infolist():
            if member.filename not in skipped and not member.is_dir():
                with held.open(member) as file:
                    _copy(target, member.filename, file, member.file_size)


def _copy(target: zipfile.ZipFile, name: str, file: IO[bytes], size: int) -> None:
    with target.open(_info(name, size), "w") as place:
        shutil.copyfileobj(file, place)


def _info(name: str, size: int = 0) -> zipfile.ZipInfo:
    """A member without a time of its own, so that the same project gives the same bytes."""
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.file_size = size
    return info
