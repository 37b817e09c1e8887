"""The frozen texts of a case: what a reader made of each document, once, so that offsets into it stay true.

`texts/<sha256 of the document>.json` holds the text, its hash, its passages and tables, and what read it. It is
written once. A newer reader that reads otherwise changes nothing of itself: what would become of each passage
is reported, and the text is replaced only when that is asked for.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from timbang.casefile.writing import write_text
from timbang.documents import Anchor, extracted, plain, relocate
from timbang.errors import Problem, TimbangError, stop
from timbang.model.documents import Extracted, quote_hash
from timbang.reading.files import read_text

FOLDER = "texts"
FORMAT = 1
LARGEST = 256_000_000  # bytes of one frozen text
CHUNK = 1_000_000
_HASH = re.compile(r"[0-9a-f]{64}")
AGAIN = "Get it from version control, or delete it and read the document again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freezing:
    """What freezing came to: new, unchanged, differing (kept as it was) or replaced, and what becomes of passages."""

    outcome: str
    path: Path
    anchors: tuple[Anchor, ...] = ()  # one for each passage of the older text, where the newer one differs
    problems: tuple[Problem, ...] = ()


def document_hash(path: Path) -> str:
    """The SHA-256 of a file, by which its text is found."""
    digest = sha256()
    with Path(path).open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def freeze(folder: Path, document: str, found: Extracted, *, swap: bool = False) -> Freezing:
    """Write the text of a document, given by its SHA-256, unless one is there.

    Where one is there and differs, it is kept (a notice says what would be lost) or, with `swap`, replaced; then
    the caller carries over what points into it, by `anchors` or by `timbang.documents.relocate`.
    """
    path = folder / FOLDER / _name(document)
    old = load(folder, document) if path.exists() else None
    if old and old.text == found.text:
        return Freezing(outcome="unchanged", path=path)
    anchors = tuple(relocate(old.text, found.text, [(one.start, one.end) for one in old.passages])) if old else ()
    if old and not swap:
        return Freezing(
            outcome="differing", path=path, anchors=anchors, problems=(_differs(old, found, anchors, path),)
        )
    path.parent.mkdir(exist_ok=True)
    write_text(path.parent, path.name, _written(document, found))
    return Freezing(outcome="replaced" if old else "new", path=path, anchors=anchors)


def _name(document: str) -> str:
    if not _HASH.fullmatch(document):
        raise stop("this is no SHA-256 of a document", value=document, expected="64 of the digits 0-9, a-f")
    return f"{document}.json"


def _written(document: str, found: Extracted) -> str:
    head = {"format": FORMAT, "document": document, "text_sha256": text_hash(found.text)}
    whole = head | plain(replace(found, problems=tuple(one for one in found.problems if one.level == "problem")))
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def text_hash(text: str) -> str:
    """The SHA-256 of a text, in UTF-8."""
    return sha256(text.encode()).hexdigest()


def _differs(old: Extracted, new: Extracted, anchors: Sequence[Anchor], path: Path) -> Problem:
    fates = Counter(anchor.fate for anchor in anchors)
    told = f"{fates['found']} stand at the same place, {fates['moved']} elsewhere, {fates['lost']} are lost"
    what = f"{new.reader} reads otherwise than {old.reader} did: of {len(anchors)} passages {told}"
    todo = "The text was kept as it was; nothing need be done"
    return Problem(what=what, file=f"{FOLDER}/{path.name}", todo=todo, level="notice")


def load(folder: Path, document: str) -> Extracted:
    """The frozen text of a document; TimbangError if there is none, or it is not what was written."""
    found, problems = read(folder, document)
    if problems or found is None:
        raise TimbangError(problems)
    return found


def read(folder: Path, document: str) -> tuple[Extracted | None, list[Problem]]:
    """The frozen text of a document, and everything that is wrong with it."""
    file = f"{FOLDER}/{_name(document)}"
    text, problems = read_text(folder, file, LARGEST)
    if text is None:
        return None, problems or [Problem(what="there is no such text", file=file, todo="Read the document again")]
    try:
        values: dict[str, Any] = json.loads(text)
        if values["format"] > FORMAT:
            todo = "Use the newer version of timbang that wrote it"
            return None, [Problem(what="the text is in a newer format", file=file, todo=todo)]
        found = extracted(values)
        flaws = _flaws(values, found, document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        value = f"{type(error).__name__}: {error}"
        return None, [Problem(what="this is no frozen text, or a damaged one", file=file, value=value, todo=AGAIN)]
    return found, [Problem(what=flaw, file=file, todo=AGAIN) for flaw in flaws]


def _flaws(values: dict[str, Any], found: Extracted, document: str) -> list[str]:
    """What does not fit: the text and its hash, the passages and theirs, their order."""
    flaws = []
    if values["document"] != document:
        flaws.append("the text belongs to another document")
    if values["text_sha256"] != text_hash(found.text):
        flaws.append("the text was changed after it was frozen")
    before = 0
    for one in found.passages:
        if not before <= one.start < one.end <= len(found.text):
            flaws.append(f"passage {one.id} lies outside the text, or over another")
        elif one.quote != quote_hash(found.text[one.start : one.end]):
            flaws.append(f"passage {one.id} is not what it was")
        before = max(before, one.end)
    return flaws[:20]


def check(folder: Path, documents: Sequence[str]) -> list[Problem]:
    """Everything wrong with the frozen texts of a case: of listed documents, and of none.

    A listed document without a text, and a document that is absent, are legal.
    """
    paths = sorted((folder / FOLDER).glob("*.json"))
    known = set(documents)
    problems = []
    for path in paths:
        if not _HASH.fullmatch(path.stem):
            what, todo = "the file's name is no SHA-256 of a document", "Delete it"
            problems.append(Problem(what=what, file=f"{FOLDER}/{path.name}", todo=todo, level="notice"))
            continue
        problems += read(folder, path.stem)[1]
        if path.stem not in known:
            what, todo = "the text is of no document listed in documents.csv", "List the document, or delete the text"
            problems.append(Problem(what=what, file=f"{FOLDER}/{path.name}", todo=todo, level="notice"))
    return problems
