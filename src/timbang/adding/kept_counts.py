"""Counts of speeches in the user's cache: a line each, by content, so that a stop costs no more than the last."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from timbang.evidence.codebook import Codebook
from timbang.evidence.salience import Counts, program


class Kept:
    """The counts under one codebook, by this program; another codebook or program has a file of its own."""

    def __init__(self, codebook: Codebook) -> None:
        self._path = _folder() / f"{codebook.hash}-{program()}.jsonl"
        self._lines: dict[str, str] = {}  # as text, which takes a tenth of the room
        if self._path.is_file():
            for line in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
                name, _, counts = line.partition(" ")
                self._lines[name] = counts

    def find(self, name: str) -> Counts | None:
        """The counts of that name; None if there are none, or their line is broken."""
        try:
            return Counts(**json.loads(self._lines[name])) if name else None
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, counts: Mapping[str, Counts]) -> None:
        """Add counts to the file; a line begins by ending the one before, which a stop may have cut short."""
        lines = {name: json.dumps(asdict(one), separators=(",", ":")) for name, one in counts.items() if name}
        if lines:
            with self._path.open("a", encoding="utf-8", newline="\n") as out:
                out.write("".join(f"\n{name} {line}" for name, line in lines.items()))


def _folder() -> Path:
    import platformdirs

    for folder in (Path(platformdirs.user_cache_dir("timbang")), Path(tempfile.gettempdir()) / "timbang"):
        try:
            (folder / "salience").mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        return folder / "salience"
    return Path(tempfile.mkdtemp(prefix="timbang-salience-"))
