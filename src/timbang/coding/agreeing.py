"""How far the coders of a case agree, and what they disagree on, with the words at issue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from timbang.casefile.staging import refuse_shipped
from timbang.coding.texts import readable, text_of
from timbang.errors import Problem, misuse
from timbang.evidence.agreement import Agreement, Disagreement, agreement
from timbang.evidence.codebook import Codebook
from timbang.evidence.coders._people import check_name
from timbang.evidence.ledger import entries, writing
from timbang.evidence.ledger_lines import Entry
from timbang.evidence.settling import settle
from timbang.model import Case, Document
from timbang.model.codings import Coding, Pass

SHOWN = 300  # code points of a passage


@dataclass(frozen=True, slots=True)
class Issue:
    """A disagreement, with the document it is about and the words of its passage; `settled` if somebody has decided."""

    disagreement: Disagreement
    document: Document
    page: int | None
    words: str
    settled: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """The agreement of coders, and what they disagree on."""

    found: Agreement
    issues: tuple[Issue, ...]
    other_editions: int  # entries made with other editions of the codebook, which are left out
    problems: tuple[Problem, ...]


def compared(case: Case, codebook: Codebook, coders: Sequence[str] = ()) -> Compared:
    """Agreement on a codebook's codes: of the coders named, else of the people if several used it, else of all."""
    problems: list[Problem] = []
    every = [one for one in entries(case.folder, problems) if one.codebook.name == codebook.name]
    mine = [one for one in every if one.codebook == codebook.edition]
    codings = [one for one in mine if isinstance(one, Coding)]
    passes = [one for one in mine if isinstance(one, Pass)]
    texts = {row.sha256: text_of(case.folder, row.sha256) for row in readable(case)}
    passages = {sha: [one.id for one in parts if one.kind != "running"] for sha, (_, parts) in texts.items()}
    found = agreement(codings, passes, passages, chosen(mine, coders), list(codebook.codes))
    settled = {frozenset(one.settles) for one in codings if one.settles}
    rows = {row.sha256: row for row in readable(case)}
    issues = []
    for one in found.disagreements:
        text, parts = texts.get(one.document, ("", ()))
        passage = next((part for part in parts if part.id == one.passage), None)
        if passage is not None:
            words = " ".join(text[passage.start : passage.end].split())
            done = frozenset(one.codings) in settled
            issues.append(Issue(one, rows[one.document], passage.page, words[:SHOWN], done))
    return Compared(found, tuple(issues), len(every) - len(mine), tuple(problems))


def chosen(found: Sequence[Entry], coders: Sequence[str]) -> list[str]:
    """The coders to compare; UsageError for one whom the ledger does not know."""
    known = {one.coder: one.by for one in found if not (isinstance(one, Coding) and one.settles)}
    if strange := [name for name in coders if name not in known]:
        raise misuse("this coder has coded nothing with this codebook", value=", ".join(strange),
                     expected=", ".join(sorted(known)) or "none has")  # fmt: skip
    if coders:
        return list(coders)
    people = sorted(name for name, by in known.items() if by == "person")
    return people if len(people) > 1 else sorted(known)


def settled(folder: Path, codebook: Codebook, issue: Issue, holds: str, who: str, program: str) -> Coding:
    """Write down which coder is right (affirmed, denied, absent); the originals stay."""
    refuse_shipped(folder)
    with writing(folder) as opened:
        codings = [one for one in entries(folder) if isinstance(one, Coding)]
        one = settle(issue.disagreement, codings, holds, check_name(who), codebook, program)
        return opened.append([one])[0]
