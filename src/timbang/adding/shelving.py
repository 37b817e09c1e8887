"""What a document is called, where in the case it goes, what language most of it is in, and its hash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from itertools import count
from pathlib import Path

from timbang.casefile.texts import document_hash
from timbang.errors import TimbangError, stop
from timbang.model.documents import Extracted
from timbang.reading.bibliography.keys import safe
from timbang.reading.paths import refusal

FOLDER = "documents"
EARLY, LONGEST = 5, 150  # passages among which a title is looked for, and characters it may have


def title(found: Extracted, file: Path) -> str:
    """The first heading, if one stands at the beginning; else the file's own name."""
    for one in found.passages[:EARLY]:
        words = _plain(found.text[one.start : one.end])
        if one.kind == "heading" and 3 < len(words) <= LONGEST:
            return words
    return _plain(file.stem.replace("_", " ")) or "document"


def _plain(text: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def language(found: Extracted) -> str:
    """The language of most of the text; empty if that cannot be told."""
    letters: Counter[str] = Counter()
    for one in found.passages:
        letters[one.language] += one.end - one.start
    known = [(number, tag) for tag, number in letters.items() if tag]
    return max(known)[1] if known else ""


def place(folder: Path, file: Path, sha: str, taken: Collection[str]) -> str:
    """Where the file goes, or lies already: `documents/NAME`, another name if that one is taken or cannot be used."""
    whole = file.resolve()
    if whole.is_relative_to((folder / FOLDER).resolve()):
        inside = whole.relative_to(folder.resolve()).as_posix()
        if not refusal(inside):
            return inside
    name = file.name if not refusal(file.name) else (safe(file.stem) or "document") + safe(file.suffix)
    stem, suffix = Path(name).stem, Path(name).suffix
    used = {path.casefold() for path in taken}
    tries = (f"{FOLDER}/{name if number == 1 else f'{stem}-{number}{suffix}'}" for number in count(1))
    return next(one for one in tries if one.casefold() not in used and _free(folder / one, sha))


def _free(path: Path, sha: str) -> bool:
    """Whether a file may be put there: nothing is, or the same document."""
    return not path.exists() or (path.is_file() and document_hash(path) == sha)


def hashed(file: Path) -> str | TimbangError:
    """The SHA-256 of a file, or why it cannot be read."""
    try:
        if not file.is_file():
            what = "this is not a regular file" if file.exists() else "there is no such file"
            return stop(what, file=str(file), todo="Name a file" if file.exists() else "Check the path")
        return document_hash(file)
    except OSError as error:
        return stop(f"the file cannot be read: {error.strerror}", file=str(file), todo="Check its permissions")
