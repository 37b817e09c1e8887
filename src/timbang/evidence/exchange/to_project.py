"""Codings of the ledger to a project that other programs read: documents with their texts, codes, coders, marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from timbang.errors import Problem
from timbang.evidence.codebook import Codebook
from timbang.evidence.exchange.anchoring import Bridge, Writing
from timbang.evidence.exchange.descriptions import described
from timbang.evidence.exchange.guids import guid
from timbang.evidence.exchange.matching import Held, codes_meant, documents_of
from timbang.evidence.exchange.notes import noted
from timbang.evidence.exchange.nouns import Mark, Project, ProjectCode, Source, User
from timbang.evidence.exchange.to_codings import codings_of
from timbang.model.codings import Coding

# Okabe and Ito's colours, which people who see few colours tell apart, but for black.
COLORS = ("#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7")


def codes_of(codebook: Codebook) -> tuple[ProjectCode, ...]:
    """The codes as exchanged: English names, descriptions in both languages, GUIDs made from codebook and code."""
    return tuple(
        ProjectCode(
            guid=guid("code", codebook.name, code.code), name=code.label.en, description=described(code), color=color
        )
        for number, code in enumerate(codebook.codes.values())
        for color in (COLORS[number % len(COLORS)],)
    )


def project_of(name: str, codings: Iterable[Coding], codebook: Codebook, documents: Iterable[Held], origin: str,
               onto: Project | None = None) -> Project:  # fmt: skip
    """A project of these codings. `onto` one that was read, what came from it keeps its GUIDs, and nothing of it goes.

    Codings whose code the codebook does not have (a settlement may have none), whose document is not
    given, or whose words the project's text does not have, are left out and noticed.
    """
    held = {document.sha256: document for document in documents}
    base = onto or Project(name=name, origin=origin)
    there = {coding.id for coding in codings_of(base, codebook, held.values())[0].values()}
    given = [coding for coding in codings if coding.id not in there]
    fit = [coding for coding in given if coding.code in codebook.codes and coding.document in held]
    project, here = _with_sources(base, held)
    project, codes = _with_codes(project, codebook)
    coders = sorted({coding.coder for coding in fit} - {user.name for user in base.users})
    project = replace(project, users=(*base.users, *(User(guid("coder", coder), coder) for coder in coders)))
    marks = _marks(fit, held, here, project, codes)
    return replace(project, marks=(*base.marks, *marks), problems=(*base.problems, *_left_out(len(given) - len(marks))))


def _with_sources(base: Project, held: Mapping[str, Held]) -> tuple[Project, dict[str, str]]:
    """The project with a source for every document, and each document's source: SHA-256 -> GUID."""
    here = {document.sha256: key for key, document in documents_of(base, held.values()).items()}
    fresh = [_source(document) for sha, document in held.items() if sha not in here]
    here |= {sha: guid("document", sha) for sha in held if sha not in here}
    return replace(base, sources=(*base.sources, *fresh)), here


def _with_codes(base: Project, codebook: Codebook) -> tuple[Project, dict[str, str]]:
    """The project with all codes of the codebook, and the GUID of each."""
    known = {code: key for key, code in reversed(codes_meant(base, codebook).items())}
    listed = dict(zip(codebook.codes, codes_of(codebook), strict=True))
    fresh = [one for code, one in listed.items() if code not in known]
    return replace(base, codes=(*base.codes, *fresh)), {code: one.guid for code, one in listed.items()} | known


def _source(document: Held) -> Source:
    """A document's text as it is frozen, each CR made an LF so that no place moves; a PDF travels along."""
    pdf = document.original if document.original and document.original.suffix.lower() == ".pdf" else None
    text = document.text.replace("\r", "\n")
    return Source(
        guid=guid("document", document.sha256), name=document.title, text=text, pdf=pdf is not None, original=pdf
    )


def _marks(codings: Iterable[Coding], held: Mapping[str, Held], here: Mapping[str, str], project: Project,
           codes: Mapping[str, str]) -> list[Mark]:  # fmt: skip
    """A mark for each coding whose words the source's text has."""
    users = {user.name: user.guid for user in reversed(project.users)}
    texts = {source.guid: Writing(source.text or "") for source in project.sources}
    bridges = {sha: Bridge(document.writing, texts[here[sha]]) for sha, document in held.items()}
    found: dict[str, Mark] = {}
    for coding in codings:
        source = here[coding.document]
        span = bridges[coding.document].carried(coding.start, coding.end)
        if span is None:
            continue
        note, key = noted(coding), guid("coding", coding.id)
        selection, user = guid("selection", source, *span, coding.coder, note), users[coding.coder]
        found[key] = Mark(guid=key, source=source, start=span[0], end=span[1], code=codes[coding.code], user=user,
                          time=coding.time, note=note, selection=selection)  # fmt: skip
    return list(found.values())


def _left_out(number: int) -> list[Problem]:
    if not number:
        return []
    what = f"{number:,} codings are left out: their code, document or words are not in the project"
    return [Problem(what=what, level="notice", todo="Give their documents and their codebook")]
