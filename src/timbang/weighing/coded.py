"""Codings of passages as items to weigh, and how reliable those who coded them are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timbang.inference.reliability import Reliability
from timbang.inference.theory import Vocabulary
from timbang.inference.weighing.records import Item
from timbang.model import Case
from timbang.model.codings import CodedReading
from timbang.text import Text
from timbang.weighing.items import Piece

QUOTED = Text("“{words}”", "“{words}”")
MORE = Text("“{words}” (and in {n} more places of the document)", "“{words}” (dan di {n} tempat lain dalam dokumen)")
ONE_MORE = Text("“{words}” (and in another place of the document)", "“{words}” (dan di satu tempat lain dalam dokumen)")


def pieces(case: Case, vocabulary: Vocabulary) -> Iterator[Piece]:
    """One item for each reading; its origin is the document's own, or its source, as of a row of evidence.csv."""
    for one in case.coded.readings:
        implication = vocabulary.implications[one.implication]
        item = Item(
            id=f"coding-{one.id}", implication=one.implication, year=one.year, reading=one.seen, origin=one.origin,
            until=one.until if one.until != one.year else None, coder=one.coder, form=implication.form,
            interest=one.interest,
        )  # fmt: skip
        yield Piece(item=item, unit=one.unit, target=one.target or implication.object, words=_words(one),
                    speaker=one.speaker or one.origin, reference=f"codings:{item.id}")  # fmt: skip


def coders(case: Case) -> Mapping[str, Reliability]:
    """The coders of the case whose reliability is measured; of any other it is assumed."""
    return {name: Reliability(of.right, of.wrong, of.missed, of.rest) for name, of in case.coded.tried.items()}


def _words(one: CodedReading) -> Text:
    form = QUOTED if one.passages == 1 else ONE_MORE if one.passages == 2 else MORE
    return form.format(words=one.words, n=one.passages - 1)
