"""The evidence of a case as items to weigh: observations made by hand, and what its measures tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from timbang import numbers, registry
from timbang.errors import stop
from timbang.findings.evidence import Trail
from timbang.inference.theory import Implication, Measured, Vocabulary
from timbang.inference.truth import Row
from timbang.inference.verdicts import judge
from timbang.inference.weighing.records import AFFIRMED, DENIED, NOT_FOUND, Item
from timbang.model import Case, Observation
from timbang.report._reader import is_share
from timbang.text import LANGS, Lang, Text
from timbang.weighing.speakers import speaker

MEASURES = "measure"  # how the coder of what a measure tells is called
Rows = Mapping[str, Sequence[Mapping[str, Any]]]  # measure -> its result, as findings.measured.ordered gives it


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One item, with what the engine does not need: of whom, towards whom, in which words, from which row."""

    item: Item
    unit: str
    target: str
    words: Text
    speaker: str  # the state or organization whose office says it, or the origin
    reference: str  # file:id


def pieces(case: Case, vocabulary: Vocabulary, measured: Rows, trail: Trail) -> tuple[Piece, ...]:
    """Every item of the case, hand-made observations first; TimbangError where one cannot be weighed."""
    found = [_observed(row, vocabulary) for row in case.of(Observation)]
    for implication in vocabulary.implications.values():
        if implication.measured and implication.measured.measure in measured:
            found += _measured(implication, implication.measured, measured, case.head.organization, trail)
    return tuple(found)


def _observed(row: Observation, vocabulary: Vocabulary) -> Piece:
    """A row of evidence.csv. Its origin is the report it goes back to, else its source."""
    implication = vocabulary.implications.get(row.implication)
    if implication is None or row.year is None:
        raise stop("the observation bears on no implication of the vocabulary", file=row.FILE, line=row.line,
                   column="implication", value=row.implication,
                   expected="a name that `timbang list implications` gives")  # fmt: skip
    if row.seen == NOT_FOUND and row.detection is None:
        raise stop("nothing was found, but it is not said how probably it would have been", file=row.FILE,
                   line=row.line, column="detection", expected="a number from 0 to 1")  # fmt: skip
    item = Item(
        id=row.id, implication=row.implication, year=row.year, until=row.until, reading=row.seen,
        origin=row.origin or row.source, coder=row.coder, form=implication.form, interest=row.interest or "none",
        detection=row.detection or 0.0,
    )  # fmt: skip
    words = Text(row.paraphrase, row.paraphrase_id or row.paraphrase)
    return Piece(item=item, unit=row.unit, target=row.target or implication.object, words=words,
                 reference=f"evidence:{row.id}", speaker=speaker(row.says, item.origin))  # fmt: skip


def _measured(
    implication: Implication, how: Measured, measured: Rows, organization: str, trail: Trail
) -> Iterator[Piece]:
    """What a measure tells of an implication in each year; a value that its bounds leave open tells nothing."""
    for row in measured[how.measure]:
        year = row.get("year")
        if not isinstance(year, int) or not _counts(row, how.where):
            continue
        if (reading := _reading(row, how)) is None:
            continue
        unit = str(row[how.unit]) if how.unit else organization
        target = str(row.get(how.target) or "") if how.target else implication.object
        name = "-".join(filter(None, (implication.name, how.measure, unit, target, str(year)))).lower()
        item = Item(
            id=name, implication=implication.name, year=year, reading=reading,
            origin=_origin(row["evidence"], how, trail), coder=MEASURES, form=implication.form, interest="none",
        )  # fmt: skip
        reference = next(iter(row["evidence"]), "")
        yield Piece(
            item=item, unit=unit, target=target, words=_words(row, how), reference=reference, speaker=item.origin
        )


def _reading(row: Mapping[str, Any], how: Measured) -> str | None:
    bounds = [Row((), row["low"], row["high"])]
    if row["value"] is None:
        return None
    if judge(bounds, how.affirmed, "") == "holds":
        return AFFIRMED
    return DENIED if judge(bounds, how.denied, "") == "holds" else None


def _counts(row: Mapping[str, Any], where: Mapping[str, Sequence[str]]) -> bool:
    return all(str(row.get(column)) in values for column, values in where.items())


def _origin(references: Iterable[str], how: Measured, trail: Trail) -> str:
    """The source that most of the rows behind the value come from: one data set is one origin."""
    sources = Counter(row.source for row in trail.rows(references))
    return min(sources, key=lambda key: (-sources[key], key)) if sources else how.measure


def _words(row: Mapping[str, Any], how: Measured) -> Text:
    """What was measured, of what where only some rows count, when, and the value as each language writes it."""
    measure = registry.measures()[how.measure]
    codes = [str(row[column]) for column in how.where]
    named = [measure.words.get(code, Text(code, code)) for code in codes]

    def said(lang: Lang) -> str:
        of = f" ({', '.join(name[lang] for name in named)})" if named else ""
        value, unit = (row["value"], "") if not is_share(measure) else (round(100 * row["value"], 1), "%")
        return f"{measure.label[lang]}{of}, {row['year']}: {numbers.in_words(value, lang)}{unit}"

    return Text(*map(said, LANGS))
