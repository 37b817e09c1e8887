"""Changes a case all or nothing: first in a copy of its tables that is checked, then in place, file by file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from timbang.casefile.check import check_case
from timbang.errors import TimbangError, misuse
from timbang.registry import shipped_cases

LEFT = shutil.ignore_patterns(".*", "documents", "texts", "*.jsonl")  # large, and not changed here


def staged(folder: Path, fill: Callable[[Path], None], beside: Mapping[Path, bytes] | None = None) -> list[Path]:
    """Change the files of a case as `fill` changes them in a copy of its folder; the paths that changed.

    `beside` are further files, which are no part of the copy. TimbangError with every problem, and nothing is
    written, if the copy does not pass the check afterwards.
    """
    with TemporaryDirectory(prefix="timbang-add-") as place:
        copy = Path(place) / (folder.name or "case")
        shutil.copytree(folder, copy, ignore=LEFT)
        fill(copy)
        problems = [problem for problem in check_case(copy) if problem.level == "problem"]
        if problems:
            raise TimbangError(problems)
        new = {folder / path.name: path.read_bytes() for path in sorted(copy.glob("*")) if path.is_file()}
    new |= beside or {}
    changed = {path: data for path, data in new.items() if not path.is_file() or path.read_bytes() != data}
    _replace(changed)
    return list(changed)


def _replace(files: Mapping[Path, bytes]) -> None:
    """All new files are on the disk beside the old ones before the first takes its place."""
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, data in files.items():
            beside[path].write_bytes(data)
            if path.is_file():
                shutil.copymode(path, beside[path])
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def refuse_shipped(folder: Path) -> None:
    """UsageError for a case that ships with timbang: its files are not the user's to change."""
    if folder in shipped_cases().values():
        raise misuse("a case that ships with timbang is not changed", value=folder.name,
                     todo=f"Copy its folder ({folder}), and work on the copy")  # fmt: skip
