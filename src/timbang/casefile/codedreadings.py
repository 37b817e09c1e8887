"""From codings to readings: whose words, of whom, towards whom, when; a document's passages that agree are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from timbang import dates
from timbang.casefile import uncoded
from timbang.casefile.read import Read
from timbang.evidence.codebook import Code, Codebook
from timbang.evidence.voicing import named, whose
from timbang.model import Document
from timbang.model.codings import CodedReading, Coding
from timbang.model.documents import Extracted
from timbang.model.questions import NON_STATE

SHOWN = 300  # code points of a passage


class Sorting:
    """Codings that stand, being sorted into readings and into those that cannot be weighed, with the reason."""

    def __init__(
        self, read: Read, implications: Collection[str], texts: Mapping[str, Extracted], parties: Collection[str]
    ):
        assert read.head is not None
        self.organization, self.outside = read.head.organization, read.head.outside
        self.implications, self.texts, self.parties = implications, texts, parties
        self.rows = {row.sha256: row for row in read.rows(Document)}
        self.readings: dict[tuple[str, ...], CodedReading] = {}
        self.aside: Counter[str] = Counter()  # reason -> codings
        self.lacking: dict[tuple[str, str], int] = {}  # (document, column that it lacks) -> codings

    def take(self, codings: Sequence[Coding], book: Codebook) -> None:
        """Sort the codings of one codebook; the first passage of a reading is the first of the text."""
        order = list(self.rows)
        places = {sha: at for at, sha in enumerate(order)}
        for one in sorted(codings, key=lambda c: (places.get(c.document, len(order)), c.start, c.end, c.coder, c.id)):
            row, text, code = self.rows.get(one.document), self.texts.get(one.document), book.codes.get(one.code)
            if row is None or text is None or not _fits(one, text):
                self.aside[uncoded.UNLISTED if row is None else uncoded.UNTEXTED] += 1
            elif code is None or code.implication not in self.implications:
                self.aside[uncoded.UNKNOWN] += 1
            elif missing := [column for column in ("date", "says") if not getattr(row, column)]:
                for column in missing:
                    self.lacking[row.sha256, column] = self.lacking.get((row.sha256, column), 0) + 1
            else:
                self._keep(one, code, row, text)

    def _keep(self, one: Coding, code: Code, row: Document, text: Extracted) -> None:
        speaker = whose(one.speaker, row.says, self.parties)
        unit = self.organization if code.unit == "organization" else speaker
        if one.quoted and not one.speaker:
            self.aside[uncoded.NAMELESS] += 1
        elif not unit:
            self.aside[uncoded.SPEAKERLESS if one.speaker else uncoded.IMPERSONAL] += 1
        else:
            seen: Literal["affirmed", "denied"] = "denied" if one.negated else "affirmed"
            own = "self" if speaker == unit else "none"
            interest = own if one.speaker else row.interest or own
            target = self._target(code, _covered(one, text), {unit, speaker})
            key = (row.sha256, code.implication, unit, target, one.coder, seen, speaker, interest)
            if key in self.readings:
                self.readings[key] = replace(self.readings[key], passages=self.readings[key].passages + 1)
                return
            when = dates.parse(row.date)
            self.readings[key] = CodedReading(
                id=one.id, implication=code.implication, unit=unit, target=target, year=when.first.year,
                until=when.last.year, seen=seen, speaker=speaker, interest=interest, coder=one.coder, line=row.line,
                source=row.source, origin=row.origin or row.source, locator=_place(one, text),
                words=_words(one, text), passages=1,
            )  # fmt: skip

    def _target(self, code: Code, words: str, speaks: set[str]) -> str:
        """By the codebook's word; where a state must be named, the only one that the covered words name, or none."""
        if code.target == "nonstate":
            return NON_STATE
        if code.target not in ("named", "western-powers"):
            return ""  # none; or an order, and which one no code says
        found = named(words, self.parties) - speaks - {self.organization}
        only = found.pop() if len(found) == 1 else ""
        return only if code.target == "named" or only in self.outside else ""


def _fits(one: Coding, text: Extracted) -> bool:
    """Whether the coding's passage is in the text, and its stretch in the passage."""
    return any(p.id == one.passage and p.start <= one.start < one.end <= p.end for p in text.passages)


def _place(one: Coding, text: Extracted) -> str:
    page = next(p.page for p in text.passages if p.id == one.passage)
    return f"p. {page}, passage {one.passage}" if page else f"passage {one.passage}"


def _covered(one: Coding, text: Extracted) -> str:
    return " ".join(text.text[one.start : one.end].split())


def _words(one: Coding, text: Extracted) -> str:
    words = _covered(one, text)
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
