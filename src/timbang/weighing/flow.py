"""The weighing of a case, in order: questions, items, models, answers, types, balances, single points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from timbang.casefile.views import setting
from timbang.findings.evidence import Trail
from timbang.findings.names import Names, origins
from timbang.findings.weighed import Weighing
from timbang.inference.theory import Vocabulary
from timbang.inference.weighing.modelling import model_of
from timbang.model import Case
from timbang.model.questions import Question, Questions
from timbang.weighing import coded, limits, pointing, publication, scope, typing
from timbang.weighing.answering import Put, answer
from timbang.weighing.asking import asked, concerns, mechanisms
from timbang.weighing.items import Piece, Rows, pieces

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """What to weigh of a case; empty: all of it."""

    units: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    years: tuple[int, int] | None = None


def weigh(case: Case, vocabulary: Vocabulary, measured: Rows, only: Only, say: Progress) -> Weighing:
    """Every answer of the case; TimbangError where a question or an item cannot be weighed.

    `measured`: the results of the case's measures, by name, from which some implications are told.
    """
    questions = asked(case, vocabulary)
    evidence = (*pieces(case, vocabulary, measured, Trail(case)), *coded.pieces(case, vocabulary))
    puts = list(_puts(case, questions, evidence, vocabulary, only))
    answers = []
    for put in puts:
        say(f"{put.question.label.en} {put.unit}")
        answers.append(publication.beside(questions, answer(put), case))
    if only.units or only.targets:
        return Weighing(answers=tuple(answers))
    placings = typing.placings(case, questions, evidence, vocabulary, say)
    return Weighing(
        answers=tuple(answers),
        placed=tuple(
            publication.beside_type(questions, one, case) for one in typing.placed(case, placings, vocabulary)
        ),
        balances=typing.balances(case, questions, placings),
        told=tuple(pointing.told(questions, puts, answers, evidence, vocabulary, setting(case), coded.coders(case))),
        conditions=scope.conditions(puts, measured, Names(case), Trail(case)),
        assumptions=limits.assumptions(vocabulary),
        judgements=limits.judgements(vocabulary, {theory.name for put in puts for theory in put.theories}),
        unweighed=tuple(one.what for one in case.coded.unweighed),
    )


def _puts(
    case: Case, questions: Questions, evidence: tuple[Piece, ...], vocabulary: Vocabulary, only: Only
) -> Iterator[Put]:
    """Each question put to each of its units. A model is made once for a question: its draws serve all units."""
    years, named = _years(case, only), origins(case)
    for question in questions.questions:
        if only.targets and not set(only.targets) & set(question.targets):
            continue
        theories = mechanisms(question, case, vocabulary)
        names = [theory.name for theory in theories]
        model = model_of(vocabulary, names, coders=coded.coders(case), exclusive=question.exclusive)
        for unit in question.units:
            if not only.units or unit in only.units:
                yield Put(question=_within(question, years), theories=theories, unit=unit, years=years, model=model,
                          pieces=tuple(_of(question, unit, evidence, vocabulary)), vocabulary=vocabulary,
                          named=named)  # fmt: skip


def _years(case: Case, only: Only) -> range:
    first, last = only.years or (case.head.first_year, case.head.last_year)
    return range(max(first, case.head.first_year), min(last, case.head.last_year) + 1)


def _within(question: Question, years: range) -> Question:
    """The question with only the periods that lie in the years."""
    periods = tuple((a, b) for a, b in question.periods if a <= years[-1] and b >= years[0])
    return replace(question, periods=periods)


def _of(question: Question, unit: str, evidence: tuple[Piece, ...], vocabulary: Vocabulary) -> Iterator[Piece]:
    for piece in evidence:
        implication = vocabulary.implications[piece.item.implication]
        if piece.unit == unit and concerns(question, piece.target, implication):
            yield piece


def told_by(vocabulary: Vocabulary) -> set[str]:
    """The measures from which implications or scope conditions are told."""
    checks = [c.check for theory in vocabulary.theories.values() for c in theory.conditions]
    told = [implication.measured for implication in vocabulary.implications.values()]
    return {one.measure for one in checks if one} | {one.measure for one in told if one}
