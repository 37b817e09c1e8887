"""Files beside those of the format, and documents that are named but not there."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from timbang.casefile import claimsfile, head, questionsfile
from timbang.casefile.read import Read
from timbang.casefile.telling import noticed, wrong
from timbang.errors import Problem
from timbang.model import Document
from timbang.reading.paths import leads_out
from timbang.tables import contracts

READ = (head.FILE, claimsfile.FILE, questionsfile.FILE, *contracts())
KEPT = ("reviews.csv",)  # what timbang itself keeps there: decisions on suggestions


def stray_files(read: Read) -> Iterator[Problem]:
    """A table under another name is not read: if the name is close to one that is, that is a problem."""
    try:
        paths = sorted(read.folder.iterdir())
    except OSError as error:
        yield Problem(what=f"the folder cannot be listed: {error.strerror}", file=str(read.folder))
        return
    for path in paths:
        if path.suffix.lower() not in (".csv", ".yml", ".yaml") or path.name in (*READ, *KEPT):
            continue
        near = difflib.get_close_matches(path.name.lower(), READ, n=1, cutoff=0.8)
        if near and not (read.folder / near[0]).exists():
            yield Problem(
                what="no file of this name is read", file=path.name, todo=f"Rename it to {near[0]}, if it is that"
            )
        else:
            yield Problem(what="no file of this name is read", file=path.name, level="notice")


def documents(read: Read) -> Iterator[Problem]:
    """Documents: a SHA-256 that is none, a path that leads out, and (a notice) one that leads nowhere."""
    for row in read.rows(Document):
        if not re.fullmatch("[0-9a-f]{64}", row.sha256):
            yield wrong(row, "sha256", "this is not a SHA-256", row.sha256, "64 digits and small letters a to f")
        if not row.path:
            continue
        if leads_out(read.folder, read.folder / row.path):
            yield wrong(row, "path", "the file is a link that leads out of the case folder", row.path)
        elif not (read.folder / row.path).is_file():
            yield noticed(row, "path", "there is no such file", row.path, "Leave the path empty if it is absent")
