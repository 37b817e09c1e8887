"""Sources that are cited against references.bib: missing ones are problems, unused ones are noticed."""

from __future__ import annotations

from collections.abc import Iterator

from timbang.casefile import claimsfile, head, questionsfile, references
from timbang.casefile.read import Read
from timbang.errors import Problem
from timbang.reading.flaws import meant
from timbang.tables import contracts

Place = tuple[str, int, str]  # file, line, column


def _cited(read: Read) -> dict[str, dict[tuple[str, str], list[int]]]:
    """Every cited key -> (file, column) -> the lines that cite it."""
    found: dict[str, dict[tuple[str, str], list[int]]] = {}
    for file, reading in read.readings.items():
        for column in [c for c in contracts()[file].columns if c.kind == "source"]:
            for row in reading.rows:
                if key := getattr(row, column.field):
                    found.setdefault(key, {}).setdefault((file, column.header), []).append(row.line)
            for line, cells in reading.partly:
                if key := cells.get(column.field):
                    found.setdefault(key, {}).setdefault((file, column.header), []).append(line)
    for key, (file, line, name) in _elsewhere(read):
        found.setdefault(key, {}).setdefault((file, name), []).append(line)
    return found


def _elsewhere(read: Read) -> Iterator[tuple[str, Place]]:
    for key in read.head.prefer if read.head else ():
        yield key, (head.FILE, 0, "resolution.prefer")
    if read.claims.audited:
        yield read.claims.audited, (claimsfile.FILE, 0, "audited")
    if read.questions.source:
        yield read.questions.source, (questionsfile.FILE, 0, "source")
    for claim in read.claims.items:
        yield claim.source, (claimsfile.FILE, claim.line, "source")


def missing(read: Read) -> Iterator[Problem]:
    """Keys that are cited but not in references.bib: once for each file and column, at the first row."""
    if read.references is None:
        return
    for key, places in _cited(read).items():
        if key in read.references:
            continue
        for (file, column), lines in places.items():
            rows = f" ({len(lines)} rows cite it)" if len(lines) > 1 else ""
            yield Problem(what=f"the source is not in references.bib{rows}", file=file, line=min(lines), column=column,
                          value=key, expected="a key of references.bib",
                          todo=meant(key, read.references) or "Add an entry for it to references.bib")  # fmt: skip


def unused(read: Read) -> Iterator[Problem]:
    """References that nothing cites; not told where rows could not be read, since those may cite them."""
    if read.references is None or any(reading.reported for reading in read.readings.values()):
        return
    cited = _cited(read)
    for key, reference in read.references.items():
        if key not in cited:
            yield Problem(what="no row and no claim cites this source", file=references.FILE, line=reference.line,
                          value=key, level="notice")  # fmt: skip
