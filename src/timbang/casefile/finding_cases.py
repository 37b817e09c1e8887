"""Which folder a case's name means: a folder of the user's, or a case that ships."""

from __future__ import annotations

import os
from pathlib import Path

from timbang.errors import misuse
from timbang.registry import shipped_cases


def find_case(word: str) -> Path:
    """The folder of a case: one that has a separator or a case.yml, else a case that ships under that name.

    Raises UsageError, which lists what ships.
    """
    shipped = shipped_cases()
    if not word or "\x00" in word:
        raise misuse("no case is named", expected=_expected(shipped))
    separators = {"/", os.sep, os.altsep or "/"}
    path = Path(word)
    if any(separator in word for separator in separators) or word in (".", "..") or (path / "case.yml").is_file():
        if path.is_dir():
            return path
        raise misuse("there is no such folder", value=word, expected=_expected(shipped))
    if word in shipped:
        return shipped[word]
    todo = f"To use the folder of that name, write ./{word}" if path.is_dir() else ""
    raise misuse("no case that ships has this name", value=word, expected=_expected(shipped), todo=todo)


def _expected(shipped: dict[str, Path]) -> str:
    return f"a folder, or one of {', '.join(shipped)}" if shipped else "the folder of a case"
