"""A project's marks to codings for the ledger: those whose document and code the case knows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from timbang.errors import Problem
from timbang.evidence.codebook import Codebook
from timbang.evidence.exchange.anchoring import Bridge, Writing
from timbang.evidence.exchange.matching import Held, codes_meant, documents_of
from timbang.evidence.exchange.notes import read_note
from timbang.evidence.exchange.nouns import Mark, Project
from timbang.model.codings import Coding

UNNAMED = "unnamed coder"


def codings_of(
    project: Project, codebook: Codebook, documents: Iterable[Held]
) -> tuple[dict[str, Coding], list[Problem]]:
    """GUID of a mark -> its coding, by a person unless the mark says otherwise; and what was not taken over."""
    held, meant = documents_of(project, documents), codes_meant(project, codebook)
    texts = {source.guid: Writing(source.text or "") for source in project.sources}
    bridges = {key: Bridge(texts[key], document.writing) for key, document in held.items()}
    users = {user.guid: user.name or user.guid for user in project.users}
    found: dict[str, Coding] = {}
    lost: Counter[tuple[str, str]] = Counter()
    for mark in project.marks:
        document, code = held.get(mark.source), meant.get(mark.code)
        if document is None:
            lost["codings are of a document that the case does not have", _source(project, mark)] += 1
        elif code is None:
            lost["codings have a code that the codebook does not have", _code(project, mark)] += 1
        elif (span := bridges[mark.source].carried(mark.start, mark.end)) is None:
            lost["codings are of words that the case's text of the document does not have", document.title] += 1
        else:
            found[mark.guid] = _coding(
                mark, span, document, code, codebook, users.get(mark.user, UNNAMED), project.origin
            )
    return found, list(_told(lost, project))


def _coding(
    mark: Mark, span: tuple[int, int], document: Held, code: str, codebook: Codebook, coder: str, origin: str
) -> Coding:
    said = read_note(mark.note)
    if said.get("passage") not in {passage.id for passage in document.passages}:
        said["passage"] = _passage(document, span[0])
    usual = {"by": "person", "codebook": codebook.edition, "kind": codebook.codes[code].aspect,
             "program": f"{origin or 'another program'}, REFI-QDA"}  # fmt: skip
    return Coding(
        document=document.sha256, start=span[0], end=span[1], code=code, coder=coder, time=mark.time, **(usual | said)
    )


def _passage(document: Held, start: int) -> str:
    """The passage in which a place lies, or the last before it."""
    at = bisect_right([passage.start for passage in document.passages], start) - 1
    return document.passages[max(at, 0)].id if document.passages else ""


def _source(project: Project, mark: Mark) -> str:
    return next((source.name or source.guid for source in project.sources if source.guid == mark.source), mark.source)


def _code(project: Project, mark: Mark) -> str:
    return next((code.name or code.guid for code in project.codes if code.guid == mark.code), mark.code)


def _told(lost: Mapping[tuple[str, str], int], project: Project) -> Iterator[Problem]:
    for (what, value), count in lost.items():
        yield Problem(what=f"{count:,} {what}", file=project.name, value=value, level="notice",
                      todo="Add it to the case, or leave them out")  # fmt: skip
